"""Makes the classes of the records from the protos while it builds.

They are not kept as files of their own: the protos are the contract, and a
second copy would have to be held to them. Needs protoc (Debian's
protobuf-compiler) or grpcio-tools. What is published (sdist) brings the protos
with it.
"""

import pathlib
import shutil
import subprocess
import sys

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

HERE = pathlib.Path(__file__).resolve().parent


def protos():
    """The folder of the protos: beside us when published, else the project's."""
    for folder in (HERE / "proto", HERE.parents[1] / "proto"):
        if (folder / "concord/v1").is_dir():
            return folder
    sys.exit("concord: the protos were expected in ../../proto; build this "
             "package inside Concord's source tree")


def compiler():
    """The command of a compiler of protos."""
    if shutil.which("protoc"):
        return ["protoc"]
    try:
        import grpc_tools  # noqa: F401
        return [sys.executable, "-m", "grpc_tools.protoc"]
    except ImportError:
        sys.exit("concord: protoc was not found; install protobuf-compiler "
                 "(Debian) or grpcio-tools (pip)")


class BuildWithProtos(build_py):
    def run(self):
        super().run()
        editable = getattr(self, "editable_mode", False)
        out = HERE if editable else pathlib.Path(self.build_lib)
        folder = protos()
        files = sorted(str(file) for file in folder.glob("concord/v1/*.proto"))
        subprocess.run([*compiler(), f"--proto_path={folder}",
                        "--proto_path=/usr/include", f"--python_out={out}",
                        *files], check=True)


class SdistWithProtos(sdist):
    def make_release_tree(self, base_dir, files):
        super().make_release_tree(base_dir, files)
        shutil.copytree(protos() / "concord",
                        pathlib.Path(base_dir) / "proto/concord",
                        dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithProtos, "sdist": SdistWithProtos})
