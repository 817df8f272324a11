"""A city's survey on its whole way: the workbook fetched, filled in with faults, every fault read with
its cell and cure, corrected, submitted, returned with a question, answered, approved, and in the
city's report: numbers, trend, charts, map, the same in both languages, on the page and in its files.

Two people work on it, each in a browser of their own; the pages of the way are looked at as all
others are.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import Page, expect

from tests.browser import addresses, errands, server
from tests.browser.chromium import Guard
from tests.browser.conftest import PATIENCE, Enter
from tests.browser.moving import follow
from tests.browser.test_submission import Look, deed, submit

SURVEYS, COUNTS, FIRST = "2 调查 Surveys", "3 垃圾计数 Counts", 3
WHO = {
    "zh-hans": ("member.zh", "CN_XIA_001-A", "cn-xiamen"),
    "en": ("member.en", "VN_DAN_001-A", "vn-da-nang"),
}
SAID = {
    "zh-hans": {
        "faults": "3处",
        "M007": "请只填数字",
        "M010": "不是有效日期",
        "text": "请说明断面的起点。",
        "reason": "前一天大浪带走了不少垃圾。",  # so few items are out of the ordinary there
        "submitted": "已全部提交",
        "cure": "2024-05-03",
        "trend": "每100 m每年",
        "few": "数据过少",
    },
    "en": {
        "faults": "3 things to correct",
        "M007": "Write the number alone",
        "M010": "is not a valid date",
        "text": "Please say where the transect begins.",
        "reason": "The sea took much away the day before.",
        "submitted": "All of them are submitted",
        "cure": "2024-05-03",
        "trend": "items per 100 m and year",
        "few": "Too few data",
    },
}
GOOD = {
    "survey_code": "S-1",
    "surveyed_on": "2026-05-03",
    "replicate_no": "1",
    "survey_type": "monitoring",
    "length_m": "100",
    "width_m": "30",
    "lower_size_mm": "25",
    "last_cleaned_on": "2026-04-01",
    "nothing_found": "否",
    "leader": "A. Person",
    "people": "4",
}
FOUND = {"J7": 12, "J27": 30}
NUMBER = re.compile(r"[−-]?\d+(?:,\d{3})*(?:\.\d+)?")
CHARTS = ("over-time", "boxes", "shares", "ranked", "columns", "sized-dots")  # the last is the map
MAKE_REPORTS = "from monitoring.tasks import make_reports; make_reports()"
READ_FILES = "from monitoring.tasks import read_uploads; read_uploads()"


def fetch(page: Page, language: str, folder: Path) -> Path:
    """Download the workbook as its page offers it."""
    page.goto(f"/{language}/monitoring/workbook/")
    with page.expect_download() as download:
        page.click("main a[href$='beach-survey.xlsx']")
    path = folder / "surveys.xlsx"
    download.value.save_as(path)
    return path


def fill_in(path: Path, counts: dict[str, Any], **values: str) -> dict[str, str]:
    """Write one survey below the headings; return the letter of each column by its name."""
    book = load_workbook(path)
    names = {cell.value: get_column_letter(cell.column) for cell in book[SURVEYS][2] if cell.value}
    for title in (SURVEYS, COUNTS):
        book[title].delete_rows(FIRST)
    for name, value in {**GOOD, **values}.items():
        book[SURVEYS][f"{names[name]}{FIRST}"] = value
    for row, (code, count) in enumerate(counts.items(), start=FIRST):
        for letter, value in zip("ABC", ("S-1", code, count), strict=True):
            book[COUNTS][f"{letter}{row}"] = value
    book.save(path)
    return names


def upload(page: Page, language: str, path: Path) -> None:
    """Send a file and let a worker read it."""
    page.goto(f"/{language}/monitoring/workbook/")
    page.set_input_files("[name=file]", path)
    follow(page, "main form:has([name=file]) button[type=submit]")
    read(page)


def read(page: Page) -> None:
    errands.run(READ_FILES)
    page.reload()


def expect_faults(page: Page, language: str, cells: dict[str, str]) -> None:
    """Every fault stands there with its cell and what to do; `cells` are codes of rules by cell."""
    expect(page.locator("#findings")).to_contain_text(SAID[language]["faults"])
    rows = page.locator("main tbody tr")
    expect(rows).to_have_count(len(cells))
    for cell, code in cells.items():
        row = rows.filter(has=page.locator("th", has_text=cell))
        expect(row).to_contain_text(SAID[language][code])
        expect(row).to_contain_text(code)
    first = next(iter(cells))
    expect(rows.filter(has=page.locator("th", has_text=first))).to_contain_text(
        SAID[language]["cure"]
    )


def comments_in(page: Page, folder: Path) -> set[str]:
    """Download the marked copy; return at which cells it has comments."""
    with page.expect_download() as download:
        page.click("main a[href$='marked.xlsx']")
    path = folder / "marked.xlsx"
    download.value.save_as(path)
    sheets = load_workbook(path).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    return {cell.coordinate for cell in cells if cell.comment}


def numbers(page: Page) -> Counter[str]:
    """Return the numbers of a page and of the tables behind its charts; citations say days in words."""
    text = page.evaluate("""() => {
        const main = document.querySelector('main').cloneNode(true);
        main.querySelectorAll('svg, script, [aria-labelledby=cite]').forEach(each => each.remove());
        main.querySelectorAll('th, td, dt, dd, p, li').forEach(each => each.append(' '));
        return main.textContent;
    }""")
    return Counter(NUMBER.findall(text))


def expect_report(page: Page, said: dict[str, str], reason: str) -> None:
    """Numbers, trend, charts with their units, the map, and what the city answered about its outlier."""
    expect(page.locator("main dl").first).to_contain_text("61")
    trend = page.locator("section[aria-labelledby=trend]")
    expect(trend).to_contain_text(said["trend"])
    expect(trend.locator("p").first).not_to_contain_text(said["few"])
    for kind in CHARTS:
        expect(page.locator(f"svg.chart-{kind}").first).to_be_visible()
    charts = page.locator("section[aria-labelledby=charts]")
    row = charts.locator("tr", has_text="2026-05-03").first
    expect(row.locator("td", has_text=re.compile("^42$"))).to_have_count(1)
    expect(page.locator("section[aria-labelledby=quality]")).to_contain_text(reason)


def files_of(page: Page, folder: Path) -> tuple[str, Counter[float]]:
    """Download both files of a report; return how the first begins, and the numbers of the second."""
    found = []
    for ending in ("pdf", "xlsx"):
        with page.expect_download() as download:
            page.click(f"main a[download][href*='{ending}']")
        found.append(folder / f"report.{ending}")
        download.value.save_as(found[-1])
    sheets = load_workbook(found[1]).worksheets
    cells = (cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    return found[0].read_bytes()[:5].decode(), Counter(
        float(cell) for cell in cells if isinstance(cell, int | float)
    )


def ask(desk: Page, key: str, number: str, text: str) -> None:
    """Ask about the length of the transect and return the survey."""
    deed(desk, number, "take")
    desk.goto(f"/zh-hans/submissions/{key}/review/")
    desk.locator("[id='effort.length_m'] summary").click()
    desk.locator("[id='effort.length_m'] textarea").fill(text)
    follow(desk, "[id='effort.length_m'] button[type=submit]")
    deed(desk, number, "return", message=text)


@pytest.mark.parametrize("language", addresses.LANGUAGES)
def test_a_survey_goes_its_whole_way(
    page: Page, enter: Enter, guard: Guard, language: str, tmp_path: Path
) -> None:
    who, transect, place = WHO[language]
    page.set_default_timeout(PATIENCE)
    city, desk, said = enter(who), enter("secretariat"), SAID[language]
    look, reader = Look(city), Look(page)

    path = fetch(city, language, tmp_path)
    look.at("workbook")
    names = fill_in(
        path,
        {**FOUND, "J27": "30 pcs"},
        transect=transect,
        surveyed_on="2026-02-30",
        length_m="100 m",
    )
    upload(city, language, path)
    cells = {f"{names['surveyed_on']}3": "M010", f"{names['length_m']}3": "M007", "C4": "M007"}
    expect_faults(city, language, cells)
    look.at("faults")
    assert comments_in(city, tmp_path) == set(cells)

    fill_in(fetch(city, language, tmp_path), FOUND, transect=transect, reason=said["reason"])
    upload(city, language, path)
    look.at("taken in")
    link = city.locator("main li a[href*='/submissions/']")
    key = str(link.get_attribute("href")).rstrip("/").rsplit("/", 1)[1]
    follow(city, "main button[name=deed][value=submit]")
    read(city)
    expect(city.locator("main")).to_contain_text(said["submitted"])
    look.at("submitted")

    number = str(server.rows("SELECT id FROM review_submission WHERE key = %s", key)[0][0])
    ask(desk, key, number, said["text"])
    city.goto(f"/{language}/desk/")
    city.click(f"a[href$='{key}/edit/']")
    city.locator("[name^=answer-]").fill(said["text"])
    look.at("returned")
    submit(city)
    deed(desk, number, "take")
    deed(desk, number, "accept")
    errands.command("compute_results")

    page.goto(f"/{language}/monitoring/cities/{place}/")
    expect(page.locator(".key-figures")).to_contain_text(
        "61"
    )  # surveys, of which sixty are the demo's
    reader.at("results of the city")
    expect(page.locator("section[aria-labelledby=trend] p").nth(1)).not_to_contain_text(said["few"])
    expect(page.locator(".dot-map")).to_be_visible()
    page.goto(f"/{language}/monitoring/cities/{place}/?first=2026&last=2026")
    errands.command("compute_results")
    page.reload()
    expect(page.locator(".key-figures")).to_contain_text("42")  # of this survey alone
    reader.at("results of one year")

    city.goto(f"/{language}/monitoring/reports/new/")
    for name, value in (("area", place), ("first", "2021"), ("last", "2026")):
        city.select_option(f"[name={name}]", value)
    follow(city, "main form.form button[type=submit]")
    look.at("report under way")
    errands.run(MAKE_REPORTS)
    follow(city, "#made a.button[href*='/monitoring/reports/MR-']")
    report, told, files = city.url, [], []
    for seen in addresses.LANGUAGES:
        page.goto(report.replace(f"/{language}/", f"/{seen}/"))
        expect_report(page, SAID[seen], said["reason"])
        told.append(numbers(page))
        files.append(files_of(page, tmp_path))
        reader.at(f"report in {seen}")
    assert told[0] == told[1]
    assert files[0] == files[1]
    assert files[0][0] == "%PDF-"
    assert look.found == {}
    assert reader.found == {}
