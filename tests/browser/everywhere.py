"""Every public page, and every form a visitor meets, in every look: `make looks`.

The tests see every kind of page in one look for each language; this takes long and sees
them all. It writes docs/looks.md with `--write` and ends with an error when anything is wrong.
"""

import os
import platform
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from embedded import services
from tests.browser import addresses, server
from tests.browser.chromium import ARGUMENTS, Guard, chromium
from tests.browser.inspection import LOOKS, NARROWEST, faults

REPORT = server.ROOT / "docs" / "looks.md"
INTENDED = {"no-such-page/": 404}


def look(page: Page, guard: Guard, path: str) -> dict[str, object]:
    """Return what is wrong with the page at `path`."""
    page.goto(path)
    found = faults(page, LOOKS, leave_out=())
    if any(path.endswith(name) for name in INTENDED):
        guard.allow_answers(*INTENDED.values())
    for name, seen in (("console", guard.errors), ("foreign", guard.foreign)):
        if seen:
            found[name] = list(seen)
            seen.clear()
    return found


def look_everywhere(portal: str) -> tuple[int, dict[str, dict[str, object]]]:
    """Return how many pages were looked at, and what is wrong with which."""
    wrong = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_context(base_url=portal, reduced_motion="reduce").new_page()
        guard = Guard(urlsplit(portal).netloc)
        guard.watch(page)
        paths = addresses.everything(portal)
        for number, path in enumerate(paths, start=1):
            if found := look(page, guard, path):
                wrong[path] = found
            sys.stdout.write(f"{number}/{len(paths)} {path} {found or 'ok'}\n")
            sys.stdout.flush()
        browser.close()
    return len(paths), wrong


def report(number: int, wrong: dict[str, dict[str, object]]) -> str:
    """Return the result as a page of the documentation."""
    looks = ", ".join(f"{scheme} {width}" for scheme, width in LOOKS)
    lines = [f"- `{path}`: {found}" for path, found in wrong.items()]
    return f"""# Every public page in every look

Made by `make looks ARGS=--write` on {datetime.now(UTC):%Y-%m-%d}, {platform.system()} {platform.machine()}, with
the demo content: {number} pages and forms in both languages, each in {len(LOOKS)} looks ({looks}),
at {NARROWEST} px for what is wider than the screen, and read for words of the other language.

| | |
|---|---|
| pages | {number} |
| runs of axe (WCAG 2.2 A and AA) | {number * len(LOOKS)} |
| pages with a violation, an overflow, a foreign word or request, a console error | {len(wrong)} |
""" + "".join(f"\n{line}" for line in lines)


def main() -> int:
    if chromium() is None:
        sys.stderr.write("Chromium was not found; install Debian's package chromium.\n")
        return 1
    with services.ensure(purpose="test") as found, tempfile.TemporaryDirectory() as folder:
        os.environ.update(found)
        with server.portal(Path(folder) / "web.log") as portal:
            number, wrong = look_everywhere(portal)
    text = report(number, wrong)
    sys.stdout.write(text)
    if "--write" in sys.argv:
        REPORT.write_text(text, "utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
