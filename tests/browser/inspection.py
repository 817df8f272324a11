"""What a page is looked at for, in every look: WCAG rules, overflow, words of the wrong language."""

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.language import foreign_words

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
Look = tuple[str, int]  # colours, width in px
LOOKS: list[Look] = [(scheme, width) for width in (1280, 390) for scheme in ("light", "dark")]
NARROWEST = 360
# Of rows that are made alike, the first tell; `make looks` reads them all.
ALIKE = ["tbody tr:nth-child(n+9)", "main li:nth-child(n+21)", ".operation:nth-child(n+9)"]
EXCESS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


# Axe would ask for style sheets imported by others, beside the page instead of beside the sheet;
# only its rule about locked orientation reads them, and a test of static files holds that rule.
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],  # of all else one example is enough
    "preload": False,
}

# What other colours alone can break.
OF_COLOURS = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
}

under_axe: set[Page] = set()


def violations(
    page: Page, leave_out: Sequence[str] = ALIKE, options: dict[str, object] = OPTIONS
) -> list[str]:
    """Return what axe finds on the page as it is now, but for what the selectors leave out."""
    under_axe.add(page)
    try:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        context = {"exclude": [[selector] for selector in leave_out]}
        results = page.evaluate(
            "([context, options]) => axe.run(context, options)", [context, options]
        )
    finally:
        under_axe.remove(page)
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in results["violations"]
        for node in fault["nodes"]
    ]


def overflows(page: Page) -> bool:
    """Tell whether the page stays wider than the screen, once what moves has come to rest."""
    if page.evaluate(EXCESS) <= 0:
        return False
    try:
        page.wait_for_function(f"() => ({EXCESS})() <= 0", timeout=2_000)
    except TookTooLong:
        return True
    return False


def half_of_the_looks(page: Page) -> list[Look]:
    """Return both colours at one width, and at the other width for a page in the other language: the
    same templates are seen in all four looks. `make looks` sees every page in every one."""
    is_english = page.evaluate("document.documentElement.lang") == "en"
    return LOOKS[:2] if is_english else LOOKS[2:]


def look_in_turn(number: int, language: str) -> Look:
    """Return the look in which the page of this number is seen, and with the other colours and the
    other width in the other language; neighbours are seen in another, every second at the same width."""
    looks = LOOKS if language == "en" else LOOKS[::-1]
    return looks[number % len(looks)]


def faults_in(
    page: Page, looks: Sequence[Look], leave_out: Sequence[str] = ALIKE
) -> dict[str, list[str]]:
    """Return what axe finds and whether the page overflows, by colours and width; nothing for a look
    without a fault. At a width that was seen before, axe looks at the colours alone."""
    found = {}
    widths: set[int] = set()
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        options = OF_COLOURS if width in widths else OPTIONS
        wrong = violations(page, leave_out, options) + ["overflows"] * overflows(page)
        if wrong:
            found[f"{scheme} {width}"] = wrong
        widths.add(width)
    return found


def faults(
    page: Page, looks: Sequence[Look] | None = None, leave_out: Sequence[str] = ALIKE
) -> dict[str, object]:
    """Return everything that is wrong with the page, in half of the looks unless told in which.

    It begins with the narrowest screen where that is the page's, and otherwise ends with it.
    """
    size = page.viewport_size
    begins_narrow = size is not None and size["width"] == NARROWEST
    narrow = overflow_when_narrow(page) if begins_narrow else {}
    found: dict[str, object] = dict(faults_in(page, looks or half_of_the_looks(page), leave_out))
    if not begins_narrow:
        page.set_viewport_size({"width": NARROWEST, "height": 800})
        narrow = overflow_when_narrow(page)
    found |= narrow
    if words := foreign_words(page):
        found["wrong language"] = words
    return found


def overflow_when_narrow(page: Page) -> dict[str, object]:
    is_wide = overflows(page)
    return {f"overflow at {NARROWEST}": page.evaluate(EXCESS)} if is_wide else {}
