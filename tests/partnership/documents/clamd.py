"""A ClamAV server as far as the portal talks to one: it knows the test virus."""

import socketserver
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from partnership.documents.checks.kinds import TEST_VIRUS


class Session(socketserver.BaseRequestHandler):
    answer: bytes | None = None  # instead of looking

    def handle(self) -> None:
        assert self._read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!I", self._read(4))[0]:
            content += self._read(size)
        found = (
            b"stream: Eicar-Test-Signature FOUND\0" if TEST_VIRUS in content else b"stream: OK\0"
        )
        self.request.sendall(found if self.answer is None else self.answer)

    def _read(self, size: int) -> bytes:
        content = b""
        while len(content) < size:
            content += self.request.recv(size - len(content))
        return content


@contextmanager
def running(answer: bytes | None = None) -> Iterator[str]:
    """Yield the address of a scanner that looks, or that always says `answer`."""
    handler = type("Handler", (Session,), {"answer": answer})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"tcp://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
