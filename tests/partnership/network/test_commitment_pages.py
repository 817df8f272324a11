"""The register of commitments, the page of one, downloads and the interface for programs."""

import csv
import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnership.core.spreadsheets import BOM
from partnership.documents.models import Picture
from partnership.documents.shown import on_public_pages
from partnership.network import pieces
from partnership.network.choices import OrganisationType, Standing
from partnership.network.commitment_choices import CommitmentKind, Direction
from partnership.network.models import Commitment
from partnership.network.pieces import Piece
from partnership.portal import sitemaps
from partnership.search.indexing.sweeping import sweep
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
    completed,
    days_ago,
)
from tests.factories.files import CSV, PictureFactory, stored
from tests.factories.network import ListedOrganisationFactory, OrganisationFactory
from tests.factories.reference import CityFactory, ProvinceFactory

pytestmark = pytest.mark.django_db

REGISTER = "/en/commitments/"
API = "/api/v1/commitments/"


def shown(client: Client, path: str = REGISTER) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(html: str) -> set[int]:
    return {
        int(number)
        for number in re.findall(r'card__title"><a href="/[^/]+/commitments/(\d+)/', html)
    }


def page_of(commitment: Commitment, language: str = "en") -> str:
    return f"/{language}/commitments/{commitment.pk}/"


def test_it_shows_what_was_agreed_and_nothing_else(client: Client) -> None:
    agreed, proposal = CommitmentFactory(), ProposalFactory()

    assert numbers(shown(client)) == {agreed.pk}
    assert client.get(page_of(proposal)).status_code == 404
    assert client.get(f"{API}{proposal.pk}/").status_code == 404


def test_an_empty_register_says_so(client: Client) -> None:
    assert "No commitment is agreed yet" in shown(client)


def test_it_narrows_by_everything_it_offers(client: Client) -> None:
    city = CityFactory()
    owner = ListedOrganisationFactory(slug="bank", place=city)
    wanted = CommitmentFactory(
        organisation=owner, kind=CommitmentKind.FINANCE, due_on="2020-05-01", title_en="Mangroves"
    )
    other = CommitmentFactory()

    for query in (
        f"country={city.country.code}",
        f"city={city.code}",
        "organisation=bank",
        "kind=finance",
        "light=red",
        "pace=late",
        "year=2020",
    ):
        assert numbers(shown(client, f"{REGISTER}?{query}")) == {wanted.pk}, query
    assert numbers(shown(client, f"{REGISTER}?state=agreed")) == {wanted.pk, other.pk}
    assert numbers(shown(client, f"{REGISTER}?pace=on-time")) == {other.pk}
    assert "Nothing matches these filters" in shown(client, f"{REGISTER}?state=completed")


def test_it_is_searched_in_both_languages(client: Client) -> None:
    wanted = CommitmentFactory(title_zh_hans="修复红树林", title_en="Restore mangroves")
    CommitmentFactory()
    sweep()

    assert numbers(shown(client, f"{REGISTER}?q=mangroves")) == {wanted.pk}
    assert numbers(shown(client, "/zh-hans/commitments/?q=红树林")) == {wanted.pk}
    assert numbers(shown(client, f"{REGISTER}?q=%3F")) == set()
    assert page_of(wanted) in shown(client, "/en/search/?q=mangroves&kind=commitment")


def test_it_says_what_of_an_address_it_did_not_understand(client: Client) -> None:
    CommitmentFactory()

    assert "Not known under “Light” and left out: “blue”" in shown(client, f"{REGISTER}?light=blue")


def test_key_figures_lead_to_what_they_count(client: Client) -> None:
    late = CommitmentFactory(due_on=days_ago(1))
    CommitmentFactory()

    html = shown(client)

    assert 'href="/en/commitments/?pace=late"' in html
    assert len(numbers(shown(client, f"{REGISTER}?pace=late"))) == 1
    assert "pace=under-review" not in html

    ReportFactory(
        commitment=late, value=40, state="given", period_to=days_ago(1), given_on=days_ago(0)
    )

    html = shown(client)
    assert 'href="/en/commitments/?pace=under-review"' in html
    for pace, number in (("under-review", 1), ("late", 0), ("on-time", 1)):
        assert len(numbers(shown(client, f"{REGISTER}?pace={pace}"))) == number, pace
    assert "A report is with the secretariat" in shown(client, f"{REGISTER}{late.pk}/")


STAT = re.compile(r'stat__value">(\d+)</dd>\s*<dd class="meta">[^<]*<a href="([^"]+)"')


def test_no_key_figure_leads_to_demo_data_beside_the_facts_it_counts(client: Client) -> None:
    for is_demo in (False, True, True):
        CommitmentFactory(is_demo=is_demo)
        CommitmentFactory(is_demo=is_demo, due_on=days_ago(1))
        completed(is_demo=is_demo)

    figures = STAT.findall(shown(client))

    assert [int(value) for value, _address in figures] == [3, 2, 1, 1]
    for value, address in figures:
        found = numbers(shown(client, address.replace("&amp;", "&")))
        assert len(found) == int(value), address
        assert not Commitment.objects.filter(pk__in=found, is_demo=True).exists()
    assert len(numbers(shown(client, f"{REGISTER}?data=demo"))) == 6
    assert client.get(f"{API}?data=demo").json()["count"] == 6


def test_without_demo_data_nobody_is_asked_about_it(client: Client) -> None:
    CommitmentFactory()

    assert "data=facts" not in shown(client)
    assert 'name="data"' not in shown(client)


@pytest.mark.parametrize(
    "path",
    [
        REGISTER,
        f"{REGISTER}table.csv",
        f"{REGISTER}table.xlsx",
        API,
        "/en/organisations/bank/",
    ],
)
def test_it_asks_the_same_number_of_queries_for_1_3_and_50_rows(client: Client, path: str) -> None:
    owner = ListedOrganisationFactory(slug="bank", place=CityFactory())
    ReportFactory(commitment__organisation=owner)
    client.get(path)
    asked = []
    for more in (0, 2, 47):
        Commitment.objects.bulk_create(CommitmentFactory.build_batch(more, organisation=owner))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        asked.append(len(queries))

    assert len(set(asked)) == 1, asked


def test_the_tables_hold_what_is_narrowed_in_the_readers_language(client: Client) -> None:
    late = completed(due_on=days_ago(9), title_en="=Late")
    CommitmentFactory()

    text = client.get(f"{REGISTER}table.csv?pace=late").content.decode()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    book = client.get("/zh-hans/commitments/table.xlsx?pace=late")
    with ZipFile(io.BytesIO(book.content)) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()

    assert [(row["Commitment"], row["Light"], row["Last figure"]) for row in rows] == [
        ("'=Late", "green light", "40.0")
    ]
    assert late.title_zh_hans in sheet
    assert "=Late" not in sheet
    assert client.get(f"{REGISTER}table.pdf").status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_page_shows_figures_reports_and_documents(client: Client, language: str) -> None:
    commitment = completed(is_demo=True)
    report = commitment.reports.get()
    ReportFactory(commitment=commitment, given_on=days_ago(400), value=15)
    hidden = ReportFactory(
        commitment=commitment,
        given_on=days_ago(800),
        state="given",
        text_zh_hans="未",
        text_en="Not",
    )
    EvidenceFactory(commitment=commitment, report=hidden)

    html = shown(client, page_of(commitment, language))

    assert {"zh-hans": "已完成。", "en": "Completed."}[language] in html
    assert {"zh-hans": "演示数据", "en": "Demo data"}[language] in html
    assert report.text_en in html or report.text_zh_hans in html
    assert html.count("/evidence/") == 1
    assert "<svg" in html
    assert ">Not<" not in html
    assert f"{page_of(commitment, language)}reports.csv" in html


def test_a_text_that_is_missing_is_shown_in_the_other_language_and_marked(client: Client) -> None:
    report = ReportFactory(text_en="", text_zh_hans="只有中文。")

    assert '<div class="prose" lang="zh-Hans"><p>只有中文。' in shown(
        client, page_of(report.commitment)
    )


def test_figures_below_a_target_downwards_are_a_share_of_the_way(client: Client) -> None:
    commitment = CommitmentFactory(direction=Direction.DOWN, baseline=100, target=20)
    ReportFactory(commitment=commitment, value=60)

    assert "Now at 60, from 100 to a target of 20 km: 50% of the way" in shown(
        client, page_of(commitment)
    )


def test_the_figures_can_be_had_as_csv(client: Client) -> None:
    report = ReportFactory(value=20, commitment__agreed_on=days_ago(300))
    commitment = report.commitment

    text = client.get(f"{page_of(commitment)}reports.csv").content.decode()

    assert text.removeprefix(BOM).splitlines() == [
        "Date,Series,Value (km)",
        f"{commitment.agreed_on},Reported,10.0",
        f"{report.period_to},Reported,20.0",
        f"{commitment.due_on},Target on the due date,40.0",
    ]


def test_the_drawing_sets_reports_apart_by_the_time_between_them(client: Client) -> None:
    commitment = CommitmentFactory(agreed_on="2022-01-01", due_on="2025-12-31")
    for day in ("2022-03-31", "2024-12-31"):
        ReportFactory(commitment=commitment, given_on=day, period_to=date.fromisoformat(day))

    page = shown(client, page_of(commitment))

    [path] = re.findall(r'class="chart-path chart-series-1" d="M([^"]+)"', page)
    first, second, third = (float(point.split()[0]) for point in path.split("L"))
    assert (third - second) / (second - first) == pytest.approx(1006 / 89, rel=0.01)


def test_documents_are_handed_out_until_they_are_withdrawn(client: Client) -> None:
    evidence = EvidenceFactory(file=stored(CSV, "a.csv"))
    address = reverse("network:evidence", args=[evidence.commitment_id, evidence.pk])

    assert b"".join(client.get(address).streaming_content) == CSV  # type: ignore[attr-defined]
    evidence.file.state = "quarantined"
    evidence.file.save()
    assert client.get(address).status_code == 404
    assert "The file is still being checked." in shown(client, page_of(evidence.commitment))
    evidence.withdrawn_on, evidence.reason = days_ago(0), "Wrong."
    evidence.save()

    assert "the document is no longer handed out" in shown(client, page_of(evidence.commitment))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Document “List” was public on this portal and was withdrawn on"),
        ("zh-hans", "文件“名单”曾在本门户公开，已于"),
    ],
)
def test_the_address_of_a_withdrawn_document_says_so_and_nothing_more(
    client: Client, language: str, words: str
) -> None:
    gone = {"withdrawn_on": days_ago(0), "reason": "SECRET REASON"}
    texts = {"title_zh_hans": "名单", "title_en": "List"}
    shown_once, never_shown = (
        EvidenceFactory(**gone, **texts, **more) for more in ({}, {"accepted_on": None})
    )

    answer = client.get(f"{page_of(shown_once.commitment, language)}evidence/{shown_once.pk}/")

    assert answer.status_code == 410
    assert words in answer.content.decode()
    assert "SECRET REASON" not in answer.content.decode()
    hidden = f"{page_of(never_shown.commitment, language)}evidence/{never_shown.pk}/"
    assert client.get(hidden).status_code == 404


@pytest.mark.parametrize(
    ("language", "alt"), [("en", "A net on a beach"), ("zh-hans", "海滩上的网")]
)
def test_pictures_are_shown_while_their_rights_are_in_order(
    client: Client, language: str, alt: str
) -> None:
    commitment, proposal = CommitmentFactory(), ProposalFactory()
    clear, unclear, unseen = (
        PictureFactory(file=stored()),
        PictureFactory(file=stored(), licence=""),
        PictureFactory(file=stored()),
    )
    commitment.pictures.set([clear, unclear])
    proposal.pictures.set([unseen])

    page = shown(client, page_of(commitment, language))

    assert page.count(f'alt="{alt}"') == 1
    assert "The portal" in page
    assert set(Picture.objects.filter(on_public_pages())) == {clear, unclear}


def test_organisations_and_provinces_show_their_own(client: Client) -> None:
    city = CityFactory(parent=ProvinceFactory(programme_focus=True))
    owner = ListedOrganisationFactory(
        slug="city", place=city, type=OrganisationType.CITY_GOVERNMENT
    )
    own, other = CommitmentFactory(organisation=owner), CommitmentFactory()

    assert numbers(shown(client, "/en/organisations/city/")) == {own.pk}
    assert numbers(shown(client, f"/en/provinces/{city.parent.code}/")) == {own.pk}
    assert other.pk not in numbers(shown(client, "/en/organisations/city/"))


def test_an_owner_that_has_closed_or_is_not_listed_keeps_its_name_without_a_link(
    client: Client,
) -> None:
    closed = OrganisationFactory(standing=Standing.CLOSED, name_en="Former Bureau")
    html = shown(client, page_of(CommitmentFactory(organisation=closed)))

    assert "Former Bureau" in html
    assert "/organisations/body" not in html


def test_a_renamed_owner_is_shown_under_its_new_name(client: Client) -> None:
    commitment = CommitmentFactory(organisation__name_en="Old Bureau")
    commitment.organisation.name_en = "New Bureau"
    commitment.organisation.save()

    assert "New Bureau" in shown(client, page_of(commitment))


def test_apps_above_show_pieces_on_the_page(client: Client) -> None:
    piece = Piece("network/lights.html", lambda commitment: {} if commitment.is_demo else None)
    pieces.register(piece, piece)
    try:
        with_piece = shown(client, page_of(CommitmentFactory(is_demo=True)))
        without = shown(client, page_of(CommitmentFactory()))
    finally:
        pieces.unregister(piece)

    assert with_piece.count("What the lights mean") == 2
    assert without.count("What the lights mean") == 1


def test_sitemaps_name_it_in_both_languages() -> None:
    commitment = CommitmentFactory()

    for language in ("zh-hans", "en"):
        addresses = [entry.address for entry in sitemaps.entries(language)]
        assert any(each.endswith(page_of(commitment, language)) for each in addresses)


def test_programs_read_the_register(client: Client) -> None:
    report = ReportFactory(commitment__organisation__place=CityFactory())
    commitment = report.commitment
    country = commitment.organisation.place.country.code

    found = client.get(f"{API}?country={country}&light=green&year={commitment.due_on.year}").json()
    whole = client.get(f"{API}{commitment.pk}/").json()

    row = found["results"][0]
    assert (row["number"], row["light"], row["finding"]) == (commitment.pk, "green", "reported")
    assert row["title"] == {"zh-hans": commitment.title_zh_hans, "en": commitment.title_en}
    assert float(whole["reports"][0]["value"]) == 20
    assert whole["description"]["en"] == "Description."
    assert whole["earlier_owners"] == []


@pytest.mark.parametrize(
    "query", ["country=XX", "city=XX", "year=soon", "light=blue", "colour=red"]
)
def test_programs_are_told_what_was_not_understood(client: Client, query: str) -> None:
    assert client.get(f"{API}?{query}").status_code == 400
