"""Rows of pages are written by Python, without the template engine's escaping: whatever people
type must come out as text."""

from html import escape
from itertools import count

import pytest
from django.db import models
from django.test import Client

from cases.models import Case
from partnership.core.partial_dates import PartialDateField
from tests.factories.cases import (
    BlockFactory,
    CasePlaceFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    PublishedCaseFactory,
    SourceFactory,
)
from tests.factories.reference import CityFactory, ThemeFactory

pytestmark = pytest.mark.django_db

CODES = {"number", "key", "language", "source_language", "currency", "code", "kind"}
LONG = 20  # characters; shorter columns hold codes
ELSEWHERE = {"full_name_en", "description_en", "short_title_en"}  # not among the page's words
numbered = count(1)


def spoilt(row: models.Model) -> set[str]:
    """Put markup into every text column of a row that people write; return what was put there."""
    columns = [
        field.attname
        for field in row._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, PartialDateField | models.SlugField | models.URLField)
        and not field.choices
        and (field.max_length or LONG) >= LONG
        and field.attname not in CODES
        and not field.attname.startswith("zero_waste")
        and not field.attname.startswith(("slug", "sort_key"))
        and field.editable
    ]
    texts = {column: f'<b a="{column}{next(numbered)}">&' for column in columns}
    models.QuerySet(type(row)).filter(pk=row.pk).update(**texts)
    return {
        text for column, text in texts.items() if column.endswith("_en") and column not in ELSEWHERE
    }


@pytest.fixture
def hostile(settings: pytest.FixtureRequest) -> tuple[Case, set[str]]:
    """A public case with every kind of row, and its texts in English."""
    settings.PAGE_CACHE = settings.FRAGMENT_CACHE = False
    city, theme = CityFactory(), ThemeFactory()
    case = PublishedCaseFactory(themes=[theme], place=city, evidence_grade="B", started="2020")
    source = SourceFactory(case=case, key="s9", order=9)
    rows = [
        *(
            BlockFactory(case=case, order=9),
            IndicatorFactory(case=case, source=source, baseline_value=1, order=9),
        ),
        *(MoneyFactory(case=case, source=source, order=9), PartnerFactory(case=case, order=9)),
        *(source, city, city.country, theme, case),
        CasePlaceFactory(case=case, place=city, order=9),
    ]
    texts = set().union(*map(spoilt, rows))
    return case, texts


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "<b a=" not in html
    return html


def test_the_page_of_a_case_shows_every_text_as_text(
    client: Client, hostile: tuple[Case, set[str]]
) -> None:
    case, texts = hostile

    html = shown(client, f"/en/cases/{case.number}/{case.slug_en}/")

    missing = {text for text in texts if escape(text) not in html}
    assert len(texts) > 25
    assert missing == set()


def test_lists_and_related_cases_show_texts_as_text(
    client: Client, hostile: tuple[Case, set[str]]
) -> None:
    case, _texts = hostile
    other = PublishedCaseFactory(
        themes=case.themes.all(), place=case.places.first().place, hierarchy_step="reuse"
    )

    listed = shown(client, "/en/cases/")
    related = shown(client, f"/en/cases/{other.number}/{other.slug_en}/")

    case.refresh_from_db()
    assert escape(case.title_en) in listed
    assert escape(case.summary_en) in listed
    assert escape(case.title_en) in related
