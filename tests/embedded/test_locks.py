"""Leases: shared by those who use a server, taken alone by the guardian who stops it."""

import subprocess
import sys
from pathlib import Path

from embedded.environment import PROJECT
from embedded.locks import FileLock, is_held


def test_it_is_shared_by_many(tmp_path: Path) -> None:
    with FileLock(tmp_path / "lease") as one, FileLock(tmp_path / "lease") as two:
        one.share()
        two.share()
        assert is_held(tmp_path / "lease")


def test_it_is_not_taken_while_anybody_shares_it(tmp_path: Path) -> None:
    with FileLock(tmp_path / "lease") as guardian:
        with FileLock(tmp_path / "lease") as user:
            user.share()
            assert not guardian.try_to_take()
        assert guardian.try_to_take()


def test_it_knows_sharing_from_being_held_alone(tmp_path: Path) -> None:
    with FileLock(tmp_path / "lease") as asker, FileLock(tmp_path / "lease") as other:
        assert not asker.is_shared()
        other.share()
        assert asker.is_shared()
        other.take()
        assert not asker.is_shared()


def test_it_is_not_held_before_its_file_exists(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "lease")
    assert not (tmp_path / "lease").exists()


def test_it_ends_with_a_killed_process(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib, embedded.locks as locks\n"
        "lock = locks.FileLock(pathlib.Path(sys.argv[1])); lock.share()\n"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "lease")],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert is_held(tmp_path / "lease")
        holder.kill()
        holder.wait()
        assert not is_held(tmp_path / "lease")


def test_it_is_handed_over_locked_to_a_program(tmp_path: Path) -> None:
    """So a guardian holds its post from before its start, without a gap."""
    with FileLock(tmp_path / "guardian") as post:
        post.take()
        guardian = subprocess.Popen(
            [sys.executable, "-c", "import sys; sys.stdin.read()"],
            stdin=subprocess.PIPE,
            pass_fds=[post.descriptor],
        )
    with guardian:
        assert is_held(tmp_path / "guardian")
        assert guardian.stdin is not None
        guardian.stdin.close()
        guardian.wait()
        assert not is_held(tmp_path / "guardian")
