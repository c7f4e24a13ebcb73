"""The bytes of a .pbs stream: records, and the proof that it is whole.

A stream is a sequence of records, each a varint length and so many bytes of a
serialized concord.v1.Record, the first a header and the last a trailer with
counts and a digest. proto/concord/v1/record.proto has the contract.
"""

import collections
import os

import xxhash
from google.protobuf.message import DecodeError

from concord.v1 import record_pb2

SCHEMA = "concord.v1"
# As the engine: no record is longer.
MAX_RECORD_BYTES = 64 << 20


class DamagedStream(ValueError):
    """A stream that is cut short, altered, or none of ours."""


def records(source):
    """Yields every Record of a stream, header and trailer included.

    `source` is a path or a binary file. Memory is that of one record. Raises
    DamagedStream at the first fault: what was yielded before it was read well,
    but only the end of the iteration says that the stream is whole.
    """
    if isinstance(source, (str, os.PathLike)):
        with open(source, "rb") as file:
            yield from _records(file, os.fspath(source))
    else:
        yield from _records(source, getattr(source, "name", "stream"))


def _records(file, name):
    proof = _Proof()
    offset = 0
    while True:
        try:
            prefix, body = _next(file)
            if not prefix:
                break
            record = record_pb2.Record()
            record.ParseFromString(body)
            proof.take(record, prefix + body)
        except (_Fault, DecodeError) as fault:
            words = (fault if isinstance(fault, _Fault)
                     else "not a record; is this a .pbs stream?")
            raise DamagedStream(f"{name}: byte {offset}: {words}") from None
        offset += len(prefix) + len(body)
        yield record
    if not proof.ended:
        raise DamagedStream(f"{name}: torn after byte {offset}: no trailer; "
                            "the run that wrote it did not finish, or the file "
                            "was cut short")


class _Fault(Exception):
    """What is wrong at a place that the caller knows."""


def _next(file):
    """The length prefix and the bytes of the next record; empty at the end."""
    prefix = b""
    length = 0
    while not prefix or prefix[-1] & 0x80:
        byte = file.read(1)
        if not byte and not prefix:
            return b"", b""
        if not byte:
            raise _Fault("torn inside a length")
        if len(prefix) == 5:
            raise _Fault("not a length; is this a .pbs stream?")
        length |= (byte[0] & 0x7F) << 7 * len(prefix)
        prefix += byte
    if length > MAX_RECORD_BYTES:
        raise _Fault(f"a record of {length} bytes, over the limit of "
                     f"{MAX_RECORD_BYTES}; is this a .pbs stream?")
    body = file.read(length)
    if len(body) < length:
        raise _Fault(f"torn: a record of {length} bytes, {len(body)} there")
    return prefix, body


def _delimited(record):
    """The bytes of a record as a stream has them."""
    body = record.SerializeToString(deterministic=True)
    length = len(body)
    prefix = bytearray()
    while length >= 0x80:
        prefix.append(length & 0x7F | 0x80)
        length >>= 7
    prefix.append(length)
    return bytes(prefix) + body


class _Proof:
    """Holds the records of a stream to its order, counts and digest."""

    def __init__(self):
        self.ended = False
        self._digest = xxhash.xxh3_128()
        self._counts = collections.Counter()
        self._last = 0

    def take(self, record, data):
        if self.ended:
            raise _Fault("a record after the trailer")
        kind = record.WhichOneof("kind")
        if kind is None:
            raise _Fault("a record of no kind that this version knows")
        number = record.DESCRIPTOR.fields_by_name[kind].number
        if self._last == 0:
            self._check_header(kind, record)
        elif number < self._last or kind == "header":
            raise _Fault(f"a record of kind {kind} out of order")
        self._last = number
        if kind == "trailer":
            self._check_trailer(record)
            return
        self._digest.update(data)
        if kind != "header":
            self._counts[kind] += 1

    @staticmethod
    def _check_header(kind, record):
        if kind != "header":
            raise _Fault(f"begins with a record of kind {kind}, not a header")
        if record.header.schema != SCHEMA:
            raise _Fault(f"schema {record.header.schema!r}; this version reads "
                         f"{SCHEMA!r}")

    def _check_trailer(self, record):
        stated = {count.kind: count.count for count in record.trailer.counts}
        for kind in sorted(stated.keys() | self._counts.keys()):
            if stated.get(kind, 0) != self._counts[kind]:
                raise _Fault(f"the trailer counts {stated.get(kind, 0)} records "
                             f"of kind {kind}, the stream has "
                             f"{self._counts[kind]}")
        bare = record_pb2.Record()
        bare.CopyFrom(record)
        bare.trailer.ClearField("digest")
        self._digest.update(_delimited(bare))
        if self._digest.hexdigest() != record.trailer.digest:
            raise _Fault(f"the trailer states the digest "
                         f"{record.trailer.digest}, the stream has "
                         f"{self._digest.hexdigest()}: bytes were altered")
        self.ended = True
