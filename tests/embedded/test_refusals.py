"""One clear line for each thing that keeps the portal from starting."""

import errno
import os
import shutil
import socket
from collections import namedtuple
from pathlib import Path

import pytest

from embedded import refusals
from embedded.refusals import MIB, Refusal, one_line
from tests.embedded.helpers import python


def test_it_refuses_a_disk_with_too_little_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage(0, 0, 99 * MIB))
    refusals.require_space(tmp_path, 99)
    with pytest.raises(Refusal, match="has 99 MiB left and 100 MiB are needed"):
        refusals.require_space(tmp_path / "not" / "yet" / "there", 100)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_it_says_so_when_the_disk_fills_up_on_the_way(number: int) -> None:
    with pytest.raises(SystemExit, match=r"The disk of /data is full\."), one_line():
        raise OSError(number, os.strerror(number), "/data")


def test_it_leaves_faults_of_the_program_their_traceback() -> None:
    with pytest.raises(PermissionError), one_line():
        raise PermissionError(errno.EACCES, "denied")


def test_it_makes_a_folder_it_can_write(tmp_path: Path) -> None:
    refusals.require_writable(tmp_path / "new" / "folder")
    assert list((tmp_path / "new" / "folder").iterdir()) == []


def test_it_refuses_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refusal, match=r"cannot be written \(Not a directory\)"):
        refusals.require_writable(tmp_path / "file" / "folder")


@pytest.mark.services
@pytest.mark.parametrize("what", ["port in use", "folder", "port number"])
def test_it_ends_with_one_line_on_stderr_and_not_with_success(what: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        variables, words = {
            "port in use": ({"PORT": str(port)}, f"Port {port} is in use"),
            "folder": ({"DATA_DIR": "/dev/null/data"}, "/dev/null/data cannot be written"),
            "port number": ({"PORT": "http"}, "PORT is http, which is no port number"),
        }[what]
        with python(
            "-m", "embedded.supervisor", **{"DATA_DIR": str(tmp_path)} | variables
        ) as process:
            said, complained = process.communicate(timeout=20)
    assert process.returncode == 1
    assert words in complained
    assert complained.count("\n") == 1
    assert said == ""
