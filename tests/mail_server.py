"""A mail server on loopback that keeps what it gets and answers as it is told."""

import asyncio
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Self

from aiosmtpd.smtp import SMTP, Envelope, Session

OK = "250 OK"
Answer = str | Callable[[], str]


class MailServer:
    """What it got stands in `mails`. `to_recipient` and `to_text` map an address to its answer.

    `drops` holds the addresses whose connection ends after the text, before any answer; `delay`
    is how long it thinks about a text, in seconds.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.to_recipient: dict[str, str] = {}
        self.to_text: dict[str, str] = {}
        self.drops: set[str] = set()
        self.hangs: set[str] = set()
        self.delay = 0.0
        self.connections = 0
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.port = 0
        self.server: asyncio.Server | None = None
        self.sessions: set[SMTP] = set()

    # --- what a test asks -------------------------------------------------------------------

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def addresses(self) -> list[str]:
        return [str(mail["To"]) for mail in self.mails]

    @property
    def doubles(self) -> dict[str, int]:
        """Message-IDs that came more than once, with how often."""
        counted = Counter(str(mail["Message-ID"]) for mail in self.mails)
        return {number: count for number, count in counted.items() if count > 1}

    def wait_for(self, count: int, seconds: float = 20) -> None:
        """Return when so many mails have come."""
        end = time.monotonic() + seconds
        while len(self.mails) < count and time.monotonic() < end:
            threading.Event().wait(0.02)
        assert len(self.mails) >= count, f"{len(self.mails)} of {count} mails came"

    def forget(self) -> None:
        """Begin anew: nothing has come, and every answer is a friendly one."""
        self.mails.clear()
        self.be_kind()

    def be_kind(self) -> None:
        """Take everything from now on, at once."""
        self.to_recipient, self.to_text = {}, {}
        self.drops, self.hangs = set(), set()
        self.delay = 0.0

    # --- running ----------------------------------------------------------------------------

    def __enter__(self) -> Self:
        self.thread.start()
        self.open()
        return self

    def __exit__(self, *_error: object) -> None:
        self.shut()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    def open(self) -> None:
        """Listen, after `shut` on the same port again."""
        self._run(self._open())

    def shut(self) -> None:
        """Refuse connections and cut those that are open."""
        self._run(self._shut())

    def _run(self, work: Any) -> None:
        asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout=10)

    async def _open(self) -> None:
        listener = socket.create_server(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        self.server = await self.loop.create_server(self._session, sock=listener)

    async def _shut(self) -> None:
        if self.server is not None:
            self.server.close()
            self.server = None
        for session in list(self.sessions):
            if session.transport is not None:
                session.transport.abort()
        self.sessions.clear()
        await asyncio.sleep(0.05)

    def _session(self) -> SMTP:
        self.connections += 1
        session = SMTP(self, hostname="mail.test", loop=self.loop)
        self.sessions.add(session)
        return session

    # --- aiosmtpd asks ----------------------------------------------------------------------

    async def handle_RCPT(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = self.to_recipient.get(address, OK)
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        [address] = envelope.rcpt_tos
        if self.delay:
            await asyncio.sleep(self.delay)
        answer = self.to_text.get(address, OK)
        if answer == OK:
            content = envelope.content or b""
            raw = content if isinstance(content, bytes) else content.encode()
            self.mails.append(message_from_bytes(raw, policy=policy.default))
        if address in self.hangs:
            await asyncio.sleep(3600)
        if address in self.drops:
            server.transport.abort()
        return answer
