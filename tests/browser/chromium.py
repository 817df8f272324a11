"""Chromium of the machine, and what is forbidden on every page it opens.

Nothing here asks for settings: pictures and looks are taken from outside of the portal.
"""

import shutil
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

from tests.browser.inspection import under_axe

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# While axe looks, it copies elements whose style a script has set, such as a map's, and the policy
# reports each copy.
COPIED_BY_AXE = "Applying inline style violates"


def chromium() -> str | None:
    """Return where it is, or nothing."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass
class Guard:
    """What must never happen on a page: a request to another host, an error on the console."""

    host: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def allow_answers(self, *statuses: int) -> None:
        """Forget what the browser writes about pages that were meant to answer so."""
        expected = tuple(f"status of {status}" for status in statuses)
        self.errors[:] = [e for e in self.errors if not any(words in e for words in expected)]

    def _console(self, message: ConsoleMessage) -> None:
        is_axes = message.page in under_axe and message.text.startswith(COPIED_BY_AXE)
        if message.type == "error" and not is_axes:
            self.errors.append(message.text)

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != self.host:
            self.foreign.append(request.url)
