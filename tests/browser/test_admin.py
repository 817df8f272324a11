"""The secretariat's desk in a browser: no other host, no error, nothing axe can see, no overflow,
no word of the wrong language."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Enter
from tests.browser.inspection import ALIKE, faults_in, look_in_turn, violations
from tests.browser.language import foreign_words, foreign_words_sent
from tests.browser.moving import follow

LANGUAGES = ("zh-hans", "en")
START = "/admin/"
SIDE_BAR = ["#nav-sidebar-apps ol:not(:has(.active))"]  # the same on every page
EVERY = 12  # of pages that share one template every twelfth is looked at


def use_language(page: Page, portal: str, language: str) -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": portal}])


@dataclass
class Desk:
    """What somebody at the desk is sent, without a browser that draws it; each page is asked for once."""

    page: Page
    sent: dict[str, str] = field(default_factory=dict)

    def read(self, address: str) -> str:
        if address not in self.sent:
            answer = self.page.request.get(address)
            assert answer.ok, address
            self.sent[address] = answer.text()
        return self.sent[address]

    def links(self, address: str, shape: str) -> list[str]:
        """Return the paths of a page's links that match, each once, without what follows a path."""
        found = re.findall(r'href="(/admin/[^"?#]*)', self.read(address))
        return [path for path in dict.fromkeys(found) if re.fullmatch(shape, path)]


def pages_of_lists(desk: Desk) -> list[str]:
    """Return every list in the side bar, with its form and its first object; of imports and
    histories, which have one template each, a few."""
    lists = sorted(desk.links(START, r"/admin/\w+/\w+/"))
    forms: list[str] = []
    alike: dict[str, list[str]] = {"import": [], "history": []}
    for address in lists:
        objects = desk.links(address, rf"{address}[^/]+/change/")[:1]
        forms += [*desk.links(address, f"{address}add/"), *objects]
        alike["import"] += desk.links(address, f"{address}import/")
        alike["history"] += [link.replace("/change/", "/history/") for link in objects]
    few = [link for links in alike.values() for link in links[::EVERY]]
    return [START, "/admin/reference/", "/admin/reference/place/naming/", *lists, *forms, *few]


def pages_of_cases(desk: Desk) -> list[str]:
    """Return the pages behind the buttons of the first and the last case of the list."""
    found = ["/admin/cases/case/?state=draft&country=CN&q=%E6%B5%B7"]
    cases = desk.links("/admin/cases/case/", r".*/change/")
    for case in dict.fromkeys((cases[0], cases[-1])):
        found += desk.links(case, r".*/deed/.*")
        found += desk.links(case, r".*/preview/.*")
    return list(dict.fromkeys(found))


VISITS = [
    ("secretariat", "zh-hans", pages_of_lists),
    ("secretariat", "en", pages_of_lists),
    ("secretariat", "zh-hans", pages_of_cases),
    ("publisher", "en", pages_of_cases),
    ("audit", "zh-hans", lambda _desk: [START, "/admin/core/auditevent/"]),
]


@pytest.mark.parametrize(("role", "language", "pages"), VISITS)
def test_nothing_is_wrong_in_one_look_after_the_other(
    enter: Enter, portal: str, role: str, language: str, pages: Callable[[Desk], list[str]]
) -> None:
    """Words are read on every page in both languages; of the many lists and forms, whose marks are
    the same in both, one half is drawn and seen by axe in each, and of the other half the words are
    read as they are sent."""
    page = enter(role)
    use_language(page, portal, language)
    desk = Desk(page)
    found: dict[str, object] = {}
    paths = pages(desk)
    halves = 2 if pages is pages_of_lists else 1
    seen = paths[LANGUAGES.index(language) % halves :: halves]
    turns = {path: number for number, path in enumerate(seen)}
    for path in paths:
        if path not in turns:
            words = foreign_words_sent(desk.read(path))
        else:
            page.goto(path)
            words = foreign_words(page)
            leave_out = ALIKE if path == START else ALIKE + SIDE_BAR
            if wrong := faults_in(page, [look_in_turn(turns[path], language)], leave_out):
                found[path] = wrong
        if words:
            found[f"{path} wrong language"] = words

    assert len(paths) > 1
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_made_checked_and_imported_in_the_browser(
    enter: Enter, portal: str, language: str
) -> None:
    page = enter("secretariat")
    use_language(page, portal, language)
    page.goto("/admin/cases/case/import/")
    table = f"number,title_zh_hans,title_en\r\n,净滩 {language},Clean-up {language}\r\n"
    file = {"name": "cases.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.set_input_files("input[type=file]", file)
    follow(page, ".desk-sheet form[enctype] button[type=submit]")
    assert page.locator(".desk-report tbody tr").count() == 1
    assert violations(page) == []

    follow(page, ".desk-report button[type=submit]")

    assert page.url.endswith("/admin/cases/case/")
    title = page.locator(".field-shown_title").first.inner_text()
    assert title.endswith(language)


def test_the_length_of_a_short_text_is_counted_while_it_is_typed(enter: Enter) -> None:
    page = enter("secretariat")
    page.goto("/admin/cases/case/")
    follow(page, "#content a[href*='/change/']")

    page.fill("[name=short_title_zh_hans]", "海" * 21)

    output = page.locator("output[for=id_short_title_zh_hans]")
    assert output.inner_text() == "21 / 20"
    assert "is-wrong" in (output.get_attribute("class") or "")


def test_two_languages_stand_side_by_side_or_one_below_the_other(enter: Enter) -> None:
    page = enter("secretariat")
    page.goto("/admin/cases/case/")
    follow(page, "#content a[href*='/change/']")

    def boxes() -> tuple[dict[str, float], dict[str, float]]:
        chinese, english = (
            page.locator(f"[name=background_{code}]").bounding_box() for code in ("zh_hans", "en")
        )
        assert chinese
        assert english
        return chinese, english  # type: ignore[return-value]

    chinese, english = boxes()
    assert abs(chinese["y"] - english["y"]) < 4
    assert english["x"] > chinese["x"] + chinese["width"]

    page.set_viewport_size({"width": 390, "height": 900})
    chinese, english = boxes()
    assert abs(chinese["x"] - english["x"]) < 4
    assert english["y"] >= chinese["y"] + chinese["height"]
