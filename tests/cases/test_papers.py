"""A case on paper: print view and PDF."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from cases import actions
from cases.models import Case
from partnership.core import languages
from partnership.core.publication_version import Version, remembered
from tests.factories.cases import (
    PUBLISHER,
    IndicatorFactory,
    MoneyFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Case:
    """A case with a series, a baseline, money and a source in a third language."""
    case = ReadyCaseFactory(
        title_en="Nets *come* #home",
        title_zh_hans="渔网回家",
        background_en="First.\n\nSecond.",
        success_factors_en="Trust.",
        did_not_work_en="Floats came back.",
        is_demo=True,
    )
    vietnamese = SourceFactory(
        case=case,
        key="s2",
        order=1,
        title="Nhựa đại dương",
        language="vi",
        url="https://example.org/",
    )
    for order, year in enumerate(("2021", "2022", "2023")):
        IndicatorFactory(
            case=case, order=order, source=vietnamese, as_of=year, value=1000 * order, series="s"
        )
    MoneyFactory(case=case, source=vietnamese)
    for language in languages.LANGUAGES:
        actions.publish_case(case, language, by=PUBLISHER)
    case.refresh_from_db()
    return case


def pdf_of(client: Client, case: Case, language: str = "en") -> PdfReader:
    answer = client.get(f"/{language}/cases/{case.number}.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def elements(reader: PdfReader) -> Iterator[Any]:
    """Yield the elements of the document's structure in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        node = node.get_object()
        if not hasattr(node, "get"):
            return
        if "/S" in node:
            yield node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if hasattr(kid, "get_object"):
                yield from walk(kid)

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"])


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_pdf_says_what_the_page_says(client: Client, case: Case) -> None:
    text = text_of(pdf_of(client, case))

    for words in (
        "Nets *come* #home",
        "Demo data",
        "First.",
        "Second.",
        "What was done.",
        "2,000 t",
        "Calendar year 2025",
        "100 CNY",
        "Floats came back.",
        "Nhựa đại dương",
        "https://example.org/",
        "version 1",
    ):
        assert words in text, words


def test_the_pdf_has_title_and_language(client: Client, case: Case) -> None:
    english, chinese = pdf_of(client, case), pdf_of(client, case, "zh-hans")

    assert english.metadata is not None
    assert chinese.metadata is not None
    assert english.metadata.title == "Nets *come* #home"
    assert chinese.metadata.title == "渔网回家"
    assert english.trailer["/Root"]["/Lang"] == "en-GB"
    assert chinese.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "举措" in text_of(chinese)


def test_the_pdf_can_be_read_aloud(client: Client, case: Case) -> None:
    found = list(elements(pdf_of(client, case)))
    levels = [int(each["/S"][2:]) for each in found if re.fullmatch(r"/H\d", each["/S"])]
    figures = [each for each in found if each["/S"] == "/Figure"]
    foreign = {each["/Lang"] for each in found if "/Lang" in each}

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert any(each["/S"] == "/TH" for each in found)
    assert figures
    assert all("Litter removed" in figure["/Alt"] for figure in figures)
    assert any(str(tag).startswith("vi") for tag in foreign)


def test_the_pdf_is_set_once_per_version_of_case_and_names(
    client: Client, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pdf(names: str) -> bytes:
        with remembered(Version({"reference": names})):
            return client.get(f"/en/cases/{case.number}.pdf").content

    first = pdf("a")
    with monkeypatch.context() as patched:
        patched.setattr("cases.dossier.pdf.make_pdf", lambda *_args, **_kwargs: b"set again")
        assert pdf("a") == first
        assert pdf("b") == b"set again"
        actions.settle_edit(case)
        assert pdf("a") == b"set again"


def test_the_print_view_shows_all_and_has_no_navigation(client: Client, case: Case) -> None:
    html = client.get(f"/en/cases/{case.number}/print/").content.decode()

    for words in ("First.", "What was done.", "Floats came back.", "Nhựa đại dương", "Demo data"):
        assert words in html
    assert "<nav" not in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver/en/cases/{case.number}/' in html


@pytest.mark.parametrize("suffix", [".pdf", "/print/"])
def test_there_is_no_paper_without_full_text(client: Client, suffix: str) -> None:
    chinese = PublishedCaseFactory(languages=[languages.CHINESE])
    draft = ReadyCaseFactory()

    assert client.get(f"/en/cases/{chinese.number}{suffix}").status_code == 404
    assert client.get(f"/zh-hans/cases/{draft.number}{suffix}").status_code == 404
