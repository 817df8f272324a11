"""What a page is looked at for, in every look: WCAG rules, overflow, words of the wrong language."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.language import foreign_words

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
Look = tuple[str, int]  # colours, width in px
LOOKS: list[Look] = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
NARROWEST = 360
EXCESS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


# Axe would ask for style sheets imported by others, beside the page instead of beside the sheet;
# only its rule about locked orientation reads them, and a test of static files holds that rule.
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "resultTypes": ["violations"],  # of all else one example is enough
    "preload": False,
}

under_axe: set[Page] = set()


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page as it is now."""
    under_axe.add(page)
    try:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        results = page.evaluate("options => axe.run(document, options)", OPTIONS)
    finally:
        under_axe.remove(page)
    return [
        f"{fault['id']}: {node['target']} {node['html'][:120]}"
        for fault in results["violations"]
        for node in fault["nodes"]
    ]


def overflows(page: Page) -> bool:
    """Tell whether the page stays wider than the screen, once what moves has come to rest."""
    try:
        page.wait_for_function(f"() => ({EXCESS})() <= 0", timeout=2_000)
    except TookTooLong:
        return True
    return False


def violations_in_all_looks(page: Page, looks: list[Look] = LOOKS) -> dict[str, list[str]]:
    """Return what axe finds, by colours and width; nothing for a look without a fault."""
    found = {
        f"{scheme} {width}": violations_in_look(page, scheme, width) for scheme, width in looks
    }
    return {look: faults for look, faults in found.items() if faults}


def looks_for(language: str) -> list[Look]:
    """Half of the looks, the other half in the other language: the same templates are seen in all
    four. `make looks` sees every page in every one."""
    light, dark = LOOKS[:2], LOOKS[2:]
    return [light[0], dark[1]] if language == "en" else [light[1], dark[0]]


def violations_in_look(page: Page, scheme: str, width: int) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    return violations(page)


def faults(page: Page) -> dict[str, object]:
    """Return everything that is wrong with the page."""
    found: dict[str, object] = dict(violations_in_all_looks(page))
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    if excess := page.evaluate(EXCESS):
        found["overflow"] = excess
    if words := foreign_words(page):
        found["wrong language"] = words
    return found
