"""Maps in a browser: an addition to a drawing and a list, for mouse, keyboard and screen reader."""

import json

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.chromium import Guard
from tests.browser.inspection import LOOKS, faults_in

CASES = {"en": "/en/cases/map/", "zh-hans": "/zh-hans/cases/map/"}
POINTS = "**/cases/map/points/"


def opened(page: Page, path: str) -> None:
    """Open a page and wait until its map can be moved."""
    page.goto(path)
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.wait_for_selector("[data-map][data-ready]", timeout=20_000)


@pytest.mark.parametrize("language", CASES)
def test_a_moving_map_has_no_fault_axe_can_see_in_any_look(page: Page, language: str) -> None:
    opened(page, CASES[language])
    page.locator(".map-point").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map-bubble")).to_be_visible()

    assert faults_in(page, LOOKS) == {}


@pytest.mark.parametrize("path", ["/en/", "/zh-hans/organisations/", "/en/cases/CN-AS-2026-004/"])
def test_every_page_with_a_map_makes_it_move(page: Page, path: str) -> None:
    opened(page, path)

    expect(page.locator(".map-live")).to_be_visible()
    expect(page.locator(".dot-map-drawing")).to_be_hidden()
    assert page.locator(".map-land").count() == 1


def test_circles_say_in_words_what_they_are(page: Page) -> None:
    opened(page, CASES["zh-hans"])
    circle = page.locator(".map-cluster").first

    assert circle.get_attribute("role") == "button"
    assert "个相邻地点" in circle.inner_text()
    assert "放大" in page.locator(".leaflet-control-zoom-in").get_attribute("aria-label")


def test_the_keyboard_reaches_circles_and_points_and_comes_back(page: Page) -> None:
    opened(page, CASES["en"])
    icons = page.locator(".map-live .leaflet-marker-icon")
    before = icons.all_inner_texts()
    page.locator(".map-live").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('.leaflet-marker-icon')")
    page.locator(".map-cluster").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert icons.all_inner_texts() != before

    point = page.locator(".map-point").first
    name = point.get_attribute("title")
    point.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('.map-bubble') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".map-bubble")).to_have_count(0)
    assert page.evaluate("() => document.activeElement.title") == name


def test_a_bubble_leads_to_a_case(page: Page) -> None:
    opened(page, CASES["en"])
    page.fill(".map-filter input", "Xiamen")
    expect(page.locator(".map-filter output")).to_contain_text("places")
    page.locator(".map-point").first.click()
    page.locator(".map-bubble a").first.click()

    page.wait_for_url("**/en/cases/CN-AS-*/**")


def test_the_filter_narrows_list_and_map_alike(page: Page) -> None:
    opened(page, CASES["en"])
    page.fill(".map-filter input", "viet nam")
    expect(page.locator(".map-filter output")).to_contain_text(" of ")

    assert page.locator(".dot-map-list h3:visible").all_inner_texts() == ["Viet Nam"]
    opened(page, "/en/")
    opened(page, f"{CASES['en']}#place=viet%20nam")
    expect(page.locator(".map-filter output")).to_contain_text(" of ")
    assert page.locator(".dot-map-list h3:visible").all_inner_texts() == ["Viet Nam"]
    page.fill(".map-filter input", "nowhere at all")
    expect(page.locator(".map-filter output")).to_have_text("No place is called that")
    assert page.locator(".dot-map-list li:visible").count() == 0
    page.fill(".map-filter input", "")
    expect(page.locator(".dot-map-list li").first).to_be_visible()


def test_print_and_readers_without_scripts_get_drawing_and_list(
    page: Page, browser: Browser, portal: str
) -> None:
    opened(page, CASES["en"])
    page.emulate_media(media="print")
    expect(page.locator(".dot-map-drawing")).to_be_visible()
    expect(page.locator(".map-live")).to_be_hidden()

    context = browser.new_context(base_url=portal, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(CASES["en"])
    expect(plain.locator(".dot-map-drawing")).to_be_visible()
    expect(plain.locator(".map-live")).to_be_hidden()
    expect(plain.locator(".map-filter")).to_be_hidden()
    assert plain.locator(".dot-map-list a").count() > 20
    context.close()


def test_a_map_that_does_not_arrive_leaves_drawing_and_list(page: Page, guard: Guard) -> None:
    page.route("**/land*.json", lambda route: route.abort())
    page.goto(CASES["en"])
    page.locator("[data-map]").scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    guard.errors.clear()

    expect(page.locator(".dot-map-drawing")).to_be_visible()
    expect(page.locator(".map-live")).to_be_hidden()


LAYER = {
    "id": "approved-1",
    "name": "Standard map",
    "attribution": "Maker",
    "review": "GS(2024)0650号",
    "tiles": [],
    "subdomains": "",
    "picture": "/static/img/share.png",
    "bounds": [-12, 70, 55, 145],
    "projection": "EPSG:4326",
    "maxZoom": 8,
}


def with_second_layer(route: Route) -> None:
    given = json.loads(route.fetch().body())
    given["layers"].append(LAYER)
    route.fulfill(json=given)


def test_an_approved_map_bears_its_number_at_the_lower_left(page: Page) -> None:
    page.route("**/maps/settings/", with_second_layer)
    opened(page, CASES["en"])
    assert page.locator(".map-review").count() == 0
    page.locator(".map-live select").select_option("approved-1")

    number = page.locator(".leaflet-bottom.leaflet-left .map-review")
    expect(number).to_have_text("Map review number: GS(2024)0650号")
    whole, box = page.locator(".map-live").bounding_box(), number.bounding_box()
    assert whole is not None
    assert box is not None
    assert box["x"] - whole["x"] < 12
    assert whole["y"] + whole["height"] - box["y"] - box["height"] < 12
    assert page.locator(".map-land").count() == 0
    expect(page.locator(".map-own-base")).to_be_hidden()
    for scheme in ("light", "dark"):
        assert faults_in(page, [(scheme, 1280)]) == {}


UNDER_BUTTONS = """() => {
    const box = (each) => each.getBoundingClientRect();
    const buttons = [...document.querySelectorAll(".leaflet-top .leaflet-control")].map(box);
    return [...document.querySelectorAll(".map-live .leaflet-marker-icon")].map(box).filter((one) =>
        buttons.some((other) => one.left < other.right && one.right > other.left
            && one.top < other.bottom && one.bottom > other.top)).length;
}"""


def test_on_a_phone_no_circle_lies_under_the_buttons(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.route("**/maps/settings/", with_second_layer)
    opened(page, CASES["zh-hans"])

    assert page.locator(".map-live select").is_visible()
    assert page.locator(".map-live .leaflet-marker-icon").count() > 3
    assert page.evaluate(UNDER_BUTTONS) == 0


def test_five_thousand_points_are_there_soon(page: Page) -> None:
    rows = [
        [20 + number % 71 * 0.3, 100 + number // 71 * 0.4, f"Place {number}", "", "", 1, [], []]
        for number in range(5000)
    ]
    page.route(POINTS, lambda route: route.fulfill(json=rows))
    opened(page, CASES["en"])

    assert int(page.locator("[data-map]").get_attribute("data-ready") or 0) < 8_000  # busy machines
    assert page.locator(".map-cluster").count() > 5
