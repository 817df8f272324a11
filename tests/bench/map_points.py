"""How soon a map with many points is there: `python -m tests.bench.map_points --address URL`.

The points are made up and put in place of the case map's own; everything else comes from the
portal at the address. Every round is a fresh visitor without anything kept.
"""

import argparse
import gzip
import json
import random
import statistics
from typing import NamedTuple

from playwright.sync_api import Browser, Route, sync_playwright

from tests.browser.chromium import ARGUMENTS, chromium

PATH = "/en/cases/map/"
SEED = 20_260_601


def made_up(number: int) -> str:
    """Return points over the region as the portal would answer them, each with one thing there."""
    chance = random.Random(SEED)  # noqa: S311 - the same points every time
    rows = []
    for index in range(number):
        place = [round(chance.uniform(-10, 42), 4), round(chance.uniform(94, 141), 4)]
        item = [f"Survey of beach litter number {index}", f"/en/cases/CN-AS-2026-{index:04}/"]
        rows.append([*place, f"Survey site {index}", "", "", 1, [item], [index]])
    return json.dumps(rows, separators=(",", ":"))


class Round(NamedTuple):
    """Milliseconds of one visit. `whole` begins with asking for the page, `own` with the map's
    script; `busy` is what the page's main thread worked, which other programs do not disturb."""

    whole: int
    own: int
    busy: int


def visit(browser: Browser, address: str, text: str) -> Round:
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def answer(route: Route) -> None:
        route.fulfill(body=text, content_type="application/json")

    page.route("**/cases/map/points/", answer)
    page.goto(PATH)
    page.wait_for_selector("[data-map][data-ready]", timeout=60_000)
    whole = page.evaluate("() => Math.round(performance.now())")
    own = int(page.locator("[data-map]").get_attribute("data-ready") or 0)
    metrics = {
        each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]
    }
    context.close()
    return Round(whole, own, round(metrics["TaskDuration"] * 1000))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True, help="of a running portal (make run)")
    parser.add_argument("--points", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    text = made_up(asked.points)
    packed = len(gzip.compress(text.encode(), 6))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        rounds = [visit(browser, asked.address, text) for _round in range(asked.rounds)]
        browser.close()
    middle = Round(*(round(statistics.median(each)) for each in zip(*rounds, strict=True)))
    print(f"{asked.points:,} points: {len(text):,} bytes, {packed:,} compressed")  # noqa: T201
    print(  # noqa: T201
        f"median of {asked.rounds}: the map stands {middle.own} ms after its script begins and "
        f"{middle.whole} ms after the page is asked for; the page's main thread works "
        f"{middle.busy} ms for everything"
    )


if __name__ == "__main__":
    main()
