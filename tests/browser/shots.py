"""The pictures of the README: `make shots` starts a portal and photographs it."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from embedded import services
from tests.browser import server
from tests.browser.chromium import ARGUMENTS, chromium

FOLDER = server.ROOT / "docs" / "pictures"


@dataclass(frozen=True)
class Shot:
    """A picture: its file, the address, the width of the window and the colours."""

    name: str
    path: str
    width: int = 1280
    height: int = 860
    scheme: str = "light"


SHOTS = (
    Shot("home-zh", "/zh-hans/"),
    Shot("home-en", "/en/"),
    Shot("cases-zh", "/zh-hans/cases/"),
    Shot("cases-en", "/en/cases/"),
    Shot("case-zh", "/zh-hans/cases/CN-AS-2026-001/"),
    Shot("phone-en", "/en/cases/CN-AS-2026-020/", width=390, height=844, scheme="dark"),
    Shot("phone-zh", "/zh-hans/", width=390, height=844),
)


def take(portal: str) -> None:
    """Take all pictures of the portal at this address."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for shot in SHOTS:
            context = browser.new_context(
                base_url=portal,
                viewport={"width": shot.width, "height": shot.height},
                color_scheme=shot.scheme,
                reduced_motion="reduce",
            )
            page = context.new_page()
            page.goto(shot.path)
            page.screenshot(path=FOLDER / f"{shot.name}.png")
            sys.stdout.write(f"{shot.name}.png\n")
            context.close()
        browser.close()


def main() -> int:
    if chromium() is None:
        sys.stderr.write("Chromium was not found; install Debian's package chromium.\n")
        return 1
    with services.ensure(purpose="test") as addresses, tempfile.TemporaryDirectory() as folder:
        os.environ.update(addresses)
        with server.portal(Path(folder) / "web.log") as portal:
            take(portal)
    return 0


if __name__ == "__main__":
    sys.exit(main())
