"""The secretariat's desk in a browser: no other host, no error, nothing axe can see, no overflow,
no word of the wrong language."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from partnership.accounts import demo
from tests.browser.chromium import Guard
from tests.browser.inspection import ALIKE, faults_in, look_in_turn, violations
from tests.browser.language import foreign_words
from tests.browser.moving import follow

LANGUAGES = ("zh-hans", "en")
LINKS = "nodes => nodes.map(node => new URL(node.href).pathname)"
PASSWORDS = {person.key: person.password for person in demo.PEOPLE}
START = "/admin/"
SIDE_BAR = ["#nav-sidebar-apps ol:not(:has(.active))"]  # the same on every page
EVERY = 12  # of pages that share one template every twelfth is looked at
SignIn = Callable[[str], Page]


@pytest.fixture
def sign_in(browser: Browser, portal: str, guard: Guard) -> Iterator[SignIn]:
    """Give a page on which a demo person of the role is signed in."""
    contexts = []

    def signed_in(role: str) -> Page:
        context = browser.new_context(
            base_url=portal, viewport={"width": 1280, "height": 900}, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto("/en/accounts/login/")
        page.fill("[name=login]", f"demo.{role}@example.org")
        page.fill("[name=password]", PASSWORDS[role])
        follow(page, "main button[type=submit]")
        guard.watch(page)
        return page

    yield signed_in
    for context in contexts:
        context.close()


def use_language(page: Page, portal: str, language: str) -> None:
    page.context.add_cookies([{"name": "language", "value": language, "url": portal}])


def pages_of_lists(page: Page) -> list[str]:
    """Return every list in the side bar, with its form and its first object; of imports and
    histories, which have one template each, a few."""
    page.goto(START)
    bar = page.eval_on_selector_all("a[href^='/admin/']", LINKS)
    lists: list[str] = []
    forms: list[str] = []
    alike: dict[str, list[str]] = {"import": [], "history": []}
    for address in sorted({link for link in bar if re.fullmatch(r"/admin/\w+/\w+/", link)}):
        page.goto(address)
        links = page.eval_on_selector_all(f"a[href^='{address}']", LINKS)
        objects = [link for link in links if link.endswith("/change/")][:1]
        lists.append(address)
        forms += [way for way in (f"{address}add/",) if way in links] + objects
        alike["import"] += [way for way in (f"{address}import/",) if way in links]
        alike["history"] += [link.replace("/change/", "/history/") for link in objects]
    few = [link for links in alike.values() for link in links[::EVERY]]
    return [START, "/admin/reference/", "/admin/reference/place/naming/", *lists, *forms, *few]


def pages_of_cases(page: Page) -> list[str]:
    """Return the pages behind the buttons of the first and the last case of the list."""
    found = ["/admin/cases/case/?state=draft&country=CN&q=%E6%B5%B7"]
    page.goto("/admin/cases/case/")
    cases = page.eval_on_selector_all("#content a[href*='/change/']", LINKS)
    for case in dict.fromkeys((cases[0], cases[-1])):
        page.goto(case)
        found += page.eval_on_selector_all("#content a[href*='/deed/']", LINKS)
        found += page.eval_on_selector_all("#content a[href*='/preview/']", LINKS)
    return list(dict.fromkeys(found))


VISITS = [
    ("secretariat", "zh-hans", pages_of_lists),
    ("secretariat", "en", pages_of_lists),
    ("secretariat", "zh-hans", pages_of_cases),
    ("publisher", "en", pages_of_cases),
    ("audit", "zh-hans", lambda _page: [START, "/admin/core/auditevent/"]),
]


@pytest.mark.parametrize(("role", "language", "pages"), VISITS)
def test_nothing_is_wrong_in_one_look_after_the_other(
    sign_in: SignIn, portal: str, role: str, language: str, pages: Callable[[Page], list[str]]
) -> None:
    """Words are read on every page in both languages; of the many lists and forms, whose marks are
    the same in both, axe sees one half in each."""
    page = sign_in(role)
    use_language(page, portal, language)
    found: dict[str, object] = {}
    paths = pages(page)
    halves = 2 if pages is pages_of_lists else 1
    seen = paths[LANGUAGES.index(language) % halves :: halves]
    turns = {path: number for number, path in enumerate(seen)}
    for path in paths:
        page.goto(path)
        if words := foreign_words(page):
            found[f"{path} wrong language"] = words
        if path not in turns:
            continue
        leave_out = ALIKE if path == START else ALIKE + SIDE_BAR
        if wrong := faults_in(page, [look_in_turn(turns[path], language)], leave_out):
            found[path] = wrong

    assert len(paths) > 1
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_made_checked_and_imported_in_the_browser(
    sign_in: SignIn, portal: str, language: str
) -> None:
    page = sign_in("secretariat")
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


def test_the_length_of_a_short_text_is_counted_while_it_is_typed(sign_in: SignIn) -> None:
    page = sign_in("secretariat")
    page.goto("/admin/cases/case/")
    follow(page, "#content a[href*='/change/']")

    page.fill("[name=short_title_zh_hans]", "海" * 21)

    output = page.locator("output[for=id_short_title_zh_hans]")
    assert output.inner_text() == "21 / 20"
    assert "is-wrong" in (output.get_attribute("class") or "")


def test_two_languages_stand_side_by_side_or_one_below_the_other(sign_in: SignIn) -> None:
    page = sign_in("secretariat")
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
