"""Reads the record streams of Concord.

    run = concord.read("run.pbs")
    for agreement in run.agreements: ...
    concord.tables(run).claims            # needs pandas

A stream that is torn or altered is a DamagedStream, never a short answer.
"""

from concord.names import name_of
from concord.pandas_view import Tables, tables
from concord.run import Run, read
from concord.stream import DamagedStream, records

__all__ = ["DamagedStream", "Run", "Tables", "name_of", "read", "records",
           "tables"]
