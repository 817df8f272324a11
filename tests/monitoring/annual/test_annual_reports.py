"""Annual city reports: texts of the city around figures nobody can change, through review."""

import io
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook
from pypdf import PdfReader

from monitoring.actions import keep_annual, make_report
from monitoring.annual.document import Annual
from monitoring.annual.papers import data_of
from monitoring.demo import annual as demo
from monitoring.errors import NothingFrozen
from monitoring.models import (
    AnnualReport,
    AnnualSubmission,
    MonitoringReport,
    SurveySite,
    WasteValue,
)
from monitoring.reporting.document import Frozen
from monitoring.reporting.freezing import thawed
from monitoring.reporting.gathering import content_of
from monitoring.reporting.sections import sections_of
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.publishing import missing_glyphs
from partnership.network.roles import MemberRole
from partnership.review import actions, policies, subjects
from partnership.review.choices import State
from partnership.review.models import Submission
from tests.conftest import person
from tests.factories.monitoring import SamplingUnitFactory, SurveyFactory, SurveySiteFactory
from tests.factories.network import MembershipFactory
from tests.factories.submissions import city_government, speaking
from tests.factories.waste import WasteProfileFactory

pytestmark = pytest.mark.django_db
KIND = "annual-report"
TEXTS = {
    "title": "Our year",
    "summary": "Less litter than the year before.",
    "done": "Four surveys.\nOne clean-up.",
    "reading": "The monsoon explains the third quarter.",
    "difficulties": "",
    "plans": "A further site.",
}


@pytest.fixture
def site(nguyen: User) -> SurveySite:
    """A site of the city Nguyen submits for, surveyed once in 2025."""
    own = speaking(nguyen).organisation
    unit = SamplingUnitFactory(site__organisation=own, site__place=own.place)
    SurveyFactory(unit=unit, surveyed_on=date(2025, 5, 1))
    site: SurveySite = unit.site
    return site


def begun(by: User, site: SurveySite, language: str = "en") -> Submission:
    kind = subjects.get(KIND)
    return actions.begin(kind, language, by=by, city_year=(site.place, 2025))


def handed_in(by: User, site: SurveySite, language: str = "en") -> Submission:
    draft = begun(by, site, language)
    about = {**draft.answers["about"], "title": TEXTS["title"], "summary": TEXTS["summary"]}
    narrative = {name: TEXTS[name] for name in ("done", "reading", "difficulties", "plans")}
    answers = {"about": about, "narrative": narrative}
    saved = actions.save_answers(draft, answers, by=by, revision=0)
    return actions.submit(saved, by=by, revision=saved.revision)


def accepted(by: User, desk: User, site: SurveySite, language: str = "en") -> AnnualReport:
    submission = actions.accept(actions.take(handed_in(by, site, language), by=desk), by=desk)
    report: AnnualReport = AnnualReport.objects.get(handed_in=submission.pk)
    return report


def address(name: str, *arguments: str, language: str = "en") -> str:
    with override(language):
        return reverse(f"monitoring:{name}", args=arguments)


def shown(client: Client, name: str, *arguments: str, language: str = "en") -> str:
    answer = client.get(address(name, *arguments, language=language))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_beginning_freezes_the_figures_of_the_year(nguyen: User, site: SurveySite) -> None:
    first = begun(nguyen, site)
    second = begun(nguyen, site)

    entries = AnnualSubmission.objects.order_by("pk")
    assert len({entry.computed_id for entry in entries}) == 1  # nothing had changed
    computed = MonitoringReport.objects.get()
    assert (computed.first_day, computed.last_day) == (date(2025, 1, 1), date(2025, 12, 31))
    assert computed.number in first.title
    assert str(entries[1]) == second.title


def test_a_drafter_writes_around_figures_somebody_else_has_frozen(site: SurveySite) -> None:
    drafter = person("Binh", "en", Role.MEMBER)
    MembershipFactory(user=drafter, organisation=site.organisation, role=MemberRole.DRAFTER)

    with pytest.raises(NothingFrozen):
        begun(drafter, site)
    made = make_report(site.place, 2025, 2025, by=None)

    draft = begun(drafter, site)
    assert draft.of_annual.computed == made
    assert draft.kind.may_write(drafter, draft)
    assert not draft.kind.may_submit(drafter, draft)


def test_only_who_writes_for_a_surveying_organisation_begins(wang: User, site: SurveySite) -> None:
    kind = subjects.get(KIND)

    assert not kind.may_begin(wang)
    assert not kind.is_offered(wang)
    SurveySiteFactory(organisation=speaking(wang).organisation)  # not surveyed yet
    assert kind.may_begin(wang)
    assert not kind.is_offered(wang)
    with pytest.raises(NotAllowed):
        begun(wang, site)


def test_nobody_judges_the_report_of_the_own_city(nguyen: User, lin: User) -> None:
    """Neither of the city that is written about nor of the organisation that writes."""
    site = SurveySiteFactory(organisation=speaking(nguyen).organisation)  # elsewhere
    SurveyFactory(unit__site=site, surveyed_on=date(2025, 5, 1))
    report = handed_in(nguyen, site)
    desk = person("Colleague", "en", Role.SECRETARIAT)
    MembershipFactory(
        user=desk, organisation=city_government(place=site.place), role=MemberRole.DRAFTER
    )

    neighbour = person("Neighbour", "en", Role.SECRETARIAT)
    MembershipFactory(
        user=neighbour, organisation=report.of_annual.organisation, role=MemberRole.DRAFTER
    )

    assert not policies.may_judge(desk, report)
    assert not policies.may_judge(neighbour, report)
    assert policies.may_judge(lin, report)
    assert list(report.kind.people_to_tell(report)) == [nguyen]


def test_texts_are_asked_for(nguyen: User, site: SurveySite) -> None:
    draft = begun(nguyen, site)

    missing = [problem.path for problem in draft.kind.problems(draft, draft.answers)]

    assert missing == [
        "about.title", "about.summary", "narrative.done", "narrative.reading", "narrative.plans",
    ]  # fmt: skip


def test_an_accepted_report_is_public_and_never_changes(
    client: Client, nguyen: User, lin: User, site: SurveySite
) -> None:
    report = accepted(nguyen, lin, site)
    submission = Submission.objects.get(pk=report.handed_in_id)

    computed = report.computed
    assert report.number == f"AR-2025-{site.place.code.upper()}-1"
    with override("en"):
        assert submission.kind.public_url(submission) == address("annual-report", report.number)
    page = shown(client, "annual-report", report.number)
    assert "The monsoon explains the third quarter." in page
    assert "<p>One clean-up.</p>" in page
    assert "What was difficult" not in page  # nothing was written
    assert page.index("What was done in the year") < page.index("Key figures")
    assert page.index("Key figures") < page.index("What is planned next")
    assert "GB/T 7714" in page
    assert report.number in shown(client, "annual-reports")
    assert address("annual-report", report.number) in shown(client, "report", computed.number)
    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualReport.objects.filter(pk=report.pk).update(title="Another")

    actions.withdraw(submission, by=lin, reason="Wrong year.")
    for name in ("annual-report", "annual-pdf", "annual-xlsx"):
        gone = client.get(address(name, report.number))
        assert gone.status_code == 410
        assert report.number in gone.content.decode()
    assert client.get(address("annual-report", "AR-2000-NONE-1")).status_code == 404
    assert submission.kind.public_url(submission) == ""
    assert "No annual report has been accepted yet" in shown(client, "annual-reports")


def test_a_report_in_the_other_language_says_so_and_marks_its_texts(
    client: Client, nguyen: User, lin: User, site: SurveySite
) -> None:
    report = accepted(nguyen, lin, site, language="en")

    page = shown(client, "annual-report", report.number, language="zh-hans")

    assert '<p lang="en">The monsoon explains the third quarter.</p>' in page
    assert "仅有英文" in page
    assert "仅有英文" in shown(client, "annual-reports", language="zh-hans")
    with override("zh-hans"):
        chinese = Annual.of(AnnualReport(computed=report.computed, language="zh-hans"))
        assert chinese.only_in == ""
    with override("en"):
        assert "in Chinese only" in chinese.only_in


def test_the_figures_are_those_of_the_frozen_report(
    nguyen: User, lin: User, site: SurveySite
) -> None:
    report = accepted(nguyen, lin, site)

    with override("en"):
        computed = sections_of(Frozen.of(report.computed))
        sections = Annual.of(report).sections

    assert [part for part in sections if part in computed] == computed


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_pdf_has_the_texts_and_every_glyph(
    client: Client, nguyen: User, lin: User, site: SurveySite, language: str
) -> None:
    report = accepted(nguyen, lin, site)

    answer = client.get(address("annual-pdf", report.number, language=language))

    assert answer["Content-Type"] == "application/pdf"
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert "monsoon" in text
    assert report.number in text
    with override(language):
        assert missing_glyphs(data_of(Annual.of(report))) == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_workbook_has_the_texts_and_the_tables_of_the_figures(
    client: Client, nguyen: User, lin: User, site: SurveySite, language: str
) -> None:
    report = accepted(nguyen, lin, site)

    answer = client.get(address("annual-xlsx", report.number, language=language))

    book = load_workbook(io.BytesIO(answer.content))
    cells = [
        [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
        for sheet in book.worksheets
    ]
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)
    assert report.number in cells[0]
    written = {str(cell) for sheet in cells for cell in sheet}
    assert TEXTS["reading"] in written
    with override(language):
        tables = [table for part in Annual.of(report).sections for table in part.tables]
        headings = {heading for table in tables for heading in table.headings}
        assert len(book.worksheets) == len(Annual.of(report).sections) + 1
    assert headings - {""} <= written


def test_the_list_is_narrowed_by_country_city_and_year(client: Client, site: SurveySite) -> None:
    SurveyFactory(unit=site.units.get(), surveyed_on=date(2024, 5, 1))
    other = SurveyFactory(surveyed_on=date(2025, 5, 1)).unit.site
    here, before, elsewhere = (
        keep_annual(make_report(place, year, year, by=None), TEXTS, "en", entry=None, by=None)
        for place, year in ((site.place, 2025), (site.place, 2024), (other.place, 2025))
    )

    def found(**query: str) -> set[str]:
        page = client.get(address("annual-reports"), query).content.decode()
        return {
            each.number for each in (here, before, elsewhere) if f"<td>{each.number}</td>" in page
        }

    every = {here.number, before.number, elsewhere.number}
    assert found() == every
    assert found(city=site.place.code) == {here.number, before.number}
    assert found(city=site.place.code, year="2024") == {before.number}
    assert found(year="2025") == {here.number, elsewhere.number}
    assert elsewhere.number in found(country=other.place.country.code)
    assert found(city="atlantis") == every
    strange = client.get(address("annual-reports"), {"city": "atlantis"}).content.decode()
    assert "left out" in strange
    empty = client.get(address("annual-reports"), {"city": other.place.code, "year": "2024"})
    assert "Nothing matches these filters" in empty.content.decode()


def test_the_waste_of_the_year_is_among_the_computed_parts(
    client: Client, nguyen: User, lin: User, site: SurveySite
) -> None:
    WasteProfileFactory(place=site.place, year=2025, told={"generated": 123_456})
    WasteProfileFactory(place=site.place, year=2024, told={"generated": 777_777})
    report = accepted(nguyen, lin, site)
    WasteValue.objects.update(value=1)  # a later profile changes nothing of what was frozen

    for language in ("zh-hans", "en"):
        page = shown(client, "annual-report", report.number, language=language)
        assert "123,456" in page
        assert "777,777" not in page
        assert '<td lang="en">All of it, weighed.</td>' in page


def test_real_figures_stand_beside_no_demo_waste(site: SurveySite) -> None:
    WasteProfileFactory(place=site.place, year=2025, told={"generated": 5})
    demo_report = make_report(site.place, 2025, 2025, by=None)
    result = thawed(demo_report.content["result"])

    assert len(demo_report.content["waste"]) == 1
    assert content_of(replace(result, is_demo=False), site.place)["waste"] == []
    assert make_report(None, 2025, 2025, by=None).content["waste"] == []


def test_later_figures_and_later_reports_are_said(
    client: Client, nguyen: User, lin: User, site: SurveySite
) -> None:
    first = accepted(nguyen, lin, site)
    waiting = handed_in(nguyen, site)
    SurveyFactory(unit=site.units.get(), surveyed_on=date(2025, 8, 1))
    newer = make_report(site.place, 2025, 2025, by=None)

    facts = [str(value) for _label, value in waiting.kind.facts(waiting)]
    assert any(newer.number in value for value in facts)
    second = accepted(nguyen, lin, site)

    page = shown(client, "annual-report", first.number)
    assert second.number.endswith("-2")
    assert address("annual-report", second.number) in page
    assert address("report", newer.number) in page
    latest = shown(client, "annual-report", second.number)
    assert "This one stays as it is" not in latest
    assert "computed anew since" not in latest


def test_accepted_anew_it_is_a_further_report(nguyen: User, lin: User, site: SurveySite) -> None:
    report = accepted(nguyen, lin, site)
    submission = Submission.objects.get(pk=report.handed_in_id)
    assert submission.state == State.ACCEPTED

    submission.kind.accept(submission, by=lin)

    numbers = AnnualReport.objects.latest_first().values_list("number", flat=True)
    assert [number[-2:] for number in numbers] == ["-2", "-1"]
    with override("en"):
        assert submission.kind.public_url(submission).endswith("-2/")


def test_the_form_is_begun_in_the_browser(client: Client, nguyen: User, site: SurveySite) -> None:
    client.force_login(nguyen)
    with override("en"):
        begin = reverse("review:begin", args=[KIND])
        offered = client.get(begin).content.decode()
        chosen = {"language": "en", "city_year": f"{site.place.code}:2025"}
        page = client.get(client.post(begin, chosen)["Location"]).content.decode()
        strange = client.post(begin, {"language": "en", "city_year": "nowhere:1999"})

    assert subjects.get(KIND).is_offered(nguyen)
    assert f"{site.place.name_en} 2025" in offered
    assert "Chosen when the report was begun" in page
    assert strange.status_code == 200
    assert Submission.objects.count() == 1
    assert "Write an annual report" in shown(client, "annual-reports")


def test_lists_ask_the_same_however_many_rows_there_are(
    client: Client, lin: User, site: SurveySite
) -> None:
    computed = make_report(site.place, 2025, 2025, by=None)
    client.force_login(lin)
    paths = [
        address("annual-reports"),
        reverse("admin:monitoring_annualreport_changelist"),
    ]
    counts: dict[str, set[int]] = {path: set() for path in paths}
    for more in (1, 2, 47):
        for _turn in range(more):
            keep_annual(computed, TEXTS, "en", entry=None, by=None)
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(path).status_code == 200
            counts[path].add(len(asked))

    assert [len(found) for found in counts.values()] == [1, 1]


def test_demo_reports_are_written_once_and_only_of_demo_surveys(site: SurveySite) -> None:
    assert demo.load() == 0  # the two cities are not there

    made = make_report(site.place, 2025, 2025, by=None)
    keep_annual(made, TEXTS, "en", entry=None, by=None)
    assert demo.load() == 0
    assert AnnualReport.objects.get().is_demo
    with pytest.raises(IntegrityError, match="monitoring_annualreport_written"):
        keep_annual(made, {**TEXTS, "plans": ""}, "en", entry=None, by=None)
