"""A report says the same numbers on both pages, in both PDFs and in both workbooks."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook
from pypdf import PdfReader

from monitoring.actions import make_report
from monitoring.choices import Matrix
from monitoring.models import MonitoringReport, SamplingUnit, Survey
from monitoring.reporting.document import Frozen, Table, rounded, span
from monitoring.reporting.papers import data_of
from monitoring.reporting.sections import head_of, sections_of
from monitoring.reporting.words import p_value
from monitoring.tasks import make_reports
from monitoring.templatetags.reports_of_monitoring import report_table
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.publishing import missing_glyphs
from partnership.reference.choices import Material
from tests.conftest import person
from tests.factories.monitoring import (
    MicroSampleFactory,
    SamplingUnitFactory,
    SeaSurveyFactory,
    SurveyFactory,
    SurveySiteFactory,
)
from tests.factories.reference import LitterItemFactory
from tests.factories.waste import WasteProfileFactory

pytestmark = pytest.mark.django_db

NUMBER = re.compile(r"[−-]?\d+(?:,\d{3})*(?:\.\d+)?")
LANGUAGES = ("zh-hans", "en")


@pytest.fixture
def unit() -> SamplingUnit:
    """A site of six years with an outlier, beside one that nobody has surveyed."""
    unit: SamplingUnit = SamplingUnitFactory(width_m=20)
    SurveySiteFactory(place=unit.site.place)
    bottle = LitterItemFactory(code="J7")
    can = LitterItemFactory(item_list=bottle.item_list, code="J175", material=Material.METAL)
    for year in range(2020, 2026):
        for month, extra in ((2, 0), (5, 7), (8, 31)):
            count = 9_000 if (year, month) == (2023, 8) else 400 - 31 * (year - 2020) + extra
            SurveyFactory(
                unit=unit,
                surveyed_on=date(year, month, 11),
                item_list=bottle.item_list,
                width_m=20,
                weight_kg="12.345",
                nothing_found=False,
                counts={bottle: count, can: 17},
            )
    SurveyFactory(unit=unit, surveyed_on=date(2024, 12, 1), length_m=8)
    WasteProfileFactory(place=unit.site.place, told={"generated": "45678.9"}, told__unit="t/d")
    MicroSampleFactory(
        place=unit.site.place,
        matrix=Matrix.SURFACE_WATER,
        counts={"size": {"300-500": 5, "500-1000": 2}, "polymer": {"pe": 7}},
    )
    return unit


API = "/api/v1/monitoring-reports/"


@pytest.fixture
def report(unit: SamplingUnit) -> MonitoringReport:
    return make_report(unit.site.place, 2020, 2025, by=None)


def address(name: str, *arguments: str, language: str = "en") -> str:
    with override(language):
        return reverse(f"monitoring:{name}", args=arguments)


def numbers(text: str) -> Counter[str]:
    return Counter(NUMBER.findall(text))


def texts(frozen: Frozen) -> Iterator[str]:
    """Yield every text of the document but the citations, whose dates are words in English."""
    yield from (fact["value"] for fact in head_of(frozen))
    for section in sections_of(frozen):
        yield from section.texts
        for table in section.tables:
            yield from cells(table)
        for chart in section.charts:
            yield from chart.remarks
            for row in chart.rows:
                yield from row


def cells(table: Table) -> Iterator[str]:
    yield from table.headings
    for row in table.rows:
        yield from row


def document(report: MonitoringReport, language: str) -> Counter[str]:
    with override(language):
        return sum((numbers(text) for text in texts(Frozen.of(report))), Counter())


def main_of(page: str) -> str:
    """Return what a page shows, without its citations."""
    main = page[page.index("<main") : page.index('aria-labelledby="cite"')]
    return re.sub(r"<[^>]+>", " ", re.sub(r"<(svg|script).*?</\1>", " ", main, flags=re.DOTALL))


def test_the_numbers_are_the_same_in_every_form(client: Client, report: MonitoringReport) -> None:
    expected = document(report, "en")
    assert expected["9,017"] >= 2  # the outlier: in the chart's table and on the quality page
    assert document(report, "zh-hans") == expected

    pages = [
        numbers(
            main_of(client.get(address("report", report.number, language=each)).content.decode())
        )
        for each in LANGUAGES
    ]
    assert pages[0] == pages[1]
    assert expected - pages[0] == Counter()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_the_same_numbers(
    client: Client, report: MonitoringReport, language: str
) -> None:
    content = client.get(address("report-xlsx", report.number, language=language)).content
    book = load_workbook(io.BytesIO(content))
    written: Counter[str] = Counter()
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for cell in row:
                shown = rounded(cell, 10) if isinstance(cell, int | float) else str(cell or "")
                written += numbers(shown)

    assert document(report, language) - written == Counter()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_has_the_same_numbers_and_every_glyph(
    client: Client, report: MonitoringReport, language: str
) -> None:
    answer = client.get(address("report-pdf", report.number, language=language))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in reader.pages)

    assert set(document(report, language)) - set(numbers(text)) == set()
    with override(language):
        assert missing_glyphs(data_of(Frozen.of(report))) == []


def test_the_page_says_what_a_reader_has_to_know(client: Client, report: MonitoringReport) -> None:
    page = client.get(address("report", report.number)).content.decode()

    assert "Demo data" in page
    assert "not surveyed" in page
    assert "18 of 40 surveys needed" in page
    assert "A decrease" in page
    assert "10 m or shorter" in page
    assert "MR-2025-" in page
    assert "GB/T 7714" in page
    assert client.get(address("report", "MR-2000-NONE-1")).status_code == 404


def test_outliers_are_told_with_what_the_city_says_of_them(
    client: Client, unit: SamplingUnit
) -> None:
    unasked = make_report(None, 2020, 2025, by=None)
    storm, cleaned = date(2023, 8, 11), date(2024, 2, 11)
    for day, reason in ((storm, "三天前有风暴"), (cleaned, "Cleaned 9 days before")):
        Survey.objects.filter(surveyed_on=day).update(reason=reason)
    report = make_report(None, 2020, 2025, by=None)
    by_day = {each["on"]: each for each in report.content["answers"]}
    by_day[storm.isoformat()]["language"] = "zh-hans"  # as the submission says it

    def tables(report: MonitoringReport) -> list[Table]:
        with override("en"):
            section = next(each for each in sections_of(Frozen.of(report)) if each.key == "quality")
            return section.tables

    _plan, outliers, others, *_more = tables(report)
    assert outliers.rows[0][1:] == ["2023-08-11", "9,017", "三天前有风暴", "Chinese"]
    assert [row[1:] for row in others.rows] == [["2024-02-11", "Cleaned 9 days before", "–"]]
    assert '<td lang="zh-Hans">三天前有风暴</td>' in report_table(outliers, "quality", 2)
    _plan, outliers, others, *_more = tables(unasked)
    assert outliers.rows[0][3] == "No answer was given."
    assert (others.rows, others.note) == ([], "No other survey needed a reason.")
    page = client.get(address("report", report.number)).content.decode()
    assert "Cleaned 9 days before" in page
    before = {name: unasked.content[name] for name in unasked.content if name != "answers"}
    whole = len(tables(unasked))
    assert len(tables(_changed(unasked, before))) == whole - 2


def test_reasons_for_surveys_at_sea_are_quoted_with_their_language(
    client: Client, unit: SamplingUnit
) -> None:
    SeaSurveyFactory(site=unit.site, surveyed_on=date(2024, 5, 3), reason="航迹在远海")
    SeaSurveyFactory(site=unit.site, surveyed_on=date(2024, 5, 4), reason="")
    SeaSurveyFactory(
        site=unit.site, surveyed_on=date(2024, 5, 5), reason="No monitoring", survey_type="research"
    )
    report = make_report(None, 2020, 2025, by=None)
    report.content["sea_answers"][0]["language"] = "zh-hans"  # as the submission says it

    def quoted(report: MonitoringReport) -> list[Table]:
        with override("en"):
            section = next(each for each in sections_of(Frozen.of(report)) if each.key == "quality")
            return [each for each in section.tables if each.title.startswith("Surveys at sea")]

    [table] = quoted(report)
    assert [row[1:] for row in table.rows] == [
        ["floating litter, seen from a ship", "2024-05-03", "航迹在远海", "Chinese"]
    ]
    assert '<td lang="zh-Hans">航迹在远海</td>' in report_table(table, "quality", 4)
    assert "No monitoring" not in str(report.content)
    page = client.get(address("report", report.number)).content.decode()
    assert "航迹在远海" in page
    before = {name: report.content[name] for name in report.content if name != "sea_answers"}
    assert quoted(_changed(report, before)) == []


def test_reasons_for_samples_are_quoted_beside_their_city(unit: SamplingUnit) -> None:
    told = MicroSampleFactory(
        place=unit.site.place, sampled_on=date(2024, 5, 3), reason="One blank was lost"
    )
    MicroSampleFactory(place=unit.site.place, sampled_on=date(2019, 5, 3), reason="Before")
    report = make_report(None, 2020, 2025, by=None)

    with override("en"):
        section = next(each for each in sections_of(Frozen.of(report)) if each.key == "quality")
        [table] = [each for each in section.tables if each.title.startswith("Samples of micro")]
    assert table.rows == [
        [unit.site.place.name_en, "surface water", "2024-05-03", "One blank was lost", "–"]
    ]
    assert str(told.reason) in str(report.content)
    assert "Before" not in str(report.content["sample_answers"])


def _changed(report: MonitoringReport, content: dict[str, Any]) -> MonitoringReport:
    """Return a report as it was frozen with other content."""
    report.content = content
    return report


def test_figures_and_sites_stand_with_their_intervals(report: MonitoringReport) -> None:
    with override("en"):
        figures, trend = (
            next(each for each in sections_of(Frozen.of(report)) if each.key == key)
            for key in ("figures", "trend")
        )
    whole, sites, _classes = figures.tables
    told = {row[0]: row[3] for row in whole.rows}
    for name in ("Mean", "Mean density", "Mean weight", "Plastic among all items"):
        assert " – " in told[name], name
    surveyed, bare = sorted(sites.rows, key=lambda row: row[1] == "not surveyed")
    assert (surveyed[1], " – " in surveyed[3]) == ("18", True)
    assert bare[1:] == ["not surveyed", "–", "–", "–", "–"]
    area = trend.tables[0].rows[0]
    assert " – " in area[4]
    found = Frozen.of(report).result.trend
    assert area[5:] == [p_value(found.p), p_value(found.p_two_sided)]
    assert "in a straight line" in trend.texts[1]


def test_a_region_has_no_series_and_an_old_version_leads_to_the_new(
    client: Client, report: MonitoringReport, unit: SamplingUnit
) -> None:
    whole = make_report(None, 2025, 2025, by=None)
    page = client.get(address("report", whole.number)).content.decode()
    assert "China and ASEAN" in page
    assert "Too few data" in page
    assert "chart-over-time" not in page

    SurveyFactory(unit=unit, surveyed_on=date(2025, 11, 1), item_list=LitterItemFactory().item_list)
    later = make_report(unit.site.place, 2020, 2025, by=None)

    old = client.get(address("report", report.number)).content.decode()
    assert f'<a href="{address("report", later.number)}">{later.number}</a>' in old


def test_small_probabilities_and_unknown_ends_are_said() -> None:
    assert p_value(0.0001) == "< 0.001"
    assert p_value(None) == "–"
    assert span(1.25, None) == "–"
    assert span(-1.25, 1) == "−1.2 – 1"


def test_the_list_is_narrowed_and_says_when_nothing_is_there(
    client: Client, report: MonitoringReport
) -> None:
    make_report(None, 2024, 2025, by=None)
    place = report.place
    assert place is not None

    assert client.get(address("reports")).content.decode().count("MR-2025-") == 4
    of_city = client.get(address("reports"), {"area": place.code}).content.decode()
    assert report.number in of_city
    assert "MR-2025-REGION-1" not in of_city
    of_region = client.get(address("reports"), {"area": "region", "year": "2025"}).content.decode()
    assert "MR-2025-REGION-1" in of_region
    assert report.number not in of_region
    strange = client.get(address("reports"), {"area": "mars"}).content.decode()
    assert "left out" in strange


def test_the_api_gives_the_frozen_figures(client: Client, report: MonitoringReport) -> None:
    make_report(None, 2024, 2025, by=None)
    city = report.place.code  # type: ignore[union-attr]

    found = client.get(API).json()
    [row] = client.get(API, {"city": city, "year": report.last_day.year}).json()["results"]

    assert found["count"] == 2
    assert {each["city"] for each in found["results"]} == {city, None}
    assert row["number"] == report.number
    assert row["result"]["per_100_m"] == report.content["result"]["per_100_m"]
    assert "series" not in row["result"]
    assert row["pages"]["en"].endswith(f"/en/monitoring/reports/{report.number}/")
    assert client.get(API, {"year": "1999"}).json()["count"] == 0
    assert client.get(API, {"city": "nowhere"}).status_code == 400


def test_an_empty_list_says_so(client: Client) -> None:
    assert "No report has been made yet" in client.get(address("reports")).content.decode()


@pytest.mark.parametrize("name", ["reports", "admin", "api"])
def test_lists_ask_the_same_number_of_questions_for_more_rows(
    client: Client, report: MonitoringReport, name: str
) -> None:
    path = API if name == "api" else address("reports")
    if name == "admin":
        client.force_login(person("Watcher", "en", Role.SECRETARIAT))
        path = reverse("admin:monitoring_monitoringreport_changelist")
    client.get(path)
    counts = set()
    for wanted in (1, 3, 50):
        missing = range(MonitoringReport.objects.count(), wanted)
        MonitoringReport.objects.bulk_create(_copy(report, number) for number in missing)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(path).status_code == 200
        counts.add(len(asked))

    assert len(counts) == 1


def _copy(report: MonitoringReport, number: int) -> MonitoringReport:
    fields = {
        field.attname: getattr(report, field.attname)
        for field in MonitoringReport._meta.concrete_fields
        if not field.primary_key
    }
    changed = {"number": f"{report.number}{number}", "version_no": number + 1}
    return MonitoringReport(**{**fields, **changed})


def test_the_secretariat_makes_a_report_by_the_page(client: Client, unit: SamplingUnit) -> None:
    editor: User = person("Editor", "en", Role.SECRETARIAT)
    path = address("new-report")
    client.force_login(person("Nobody", "en"))
    assert client.get(path).status_code == 403
    client.force_login(editor)

    assert "the whole region" in client.get(path).content.decode()
    wrong = client.post(path, {"area": "region", "first": "2025", "last": "2024"})
    assert "lies before the first" in wrong.content.decode()
    asked = client.post(path, {"area": unit.site.place.code, "first": "2020", "last": "2025"})
    assert asked.status_code == 302
    make_reports()
    made = MonitoringReport.objects.get()
    assert made.number in client.get(asked["Location"]).content.decode()
    again = client.post(path, {"area": unit.site.place.code, "first": "2020", "last": "2025"})
    make_reports()
    assert "Nothing has changed since report" in client.get(again["Location"]).content.decode()
