"""A mail server in a process of its own: prints its address, ends when its input does."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.smtp import SMTP, Envelope, Session

from embedded.environment import PROJECT
from tests.mail_server import OK, MailServer


class Sink(MailServer):
    """Takes everything and keeps nothing: to read mails costs more than to receive them."""

    async def handle_DATA(self, server: SMTP, _session: Session, _envelope: Envelope) -> str:  # noqa: N802
        return OK


@contextmanager
def apart() -> Iterator[str]:
    """Yield the address of such a server."""
    process = subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.stdout.close()
        process.wait(timeout=20)


def main() -> None:
    with Sink() as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
