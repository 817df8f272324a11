from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases import bench
from cases.models import Case
from partnership.accounts.models import User
from tests.factories.cases import (
    CaseFactory,
    CasePlaceFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.reference import CityFactory, CountryFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_a_stranger_sees_public_cases_only() -> None:
    CaseFactory()
    public = PublishedCaseFactory()

    assert list(Case.objects.visible_to(AnonymousUser())) == [public]


def test_members_and_reviewers_see_public_cases_only(wang: User, chen: User) -> None:
    CaseFactory()
    public = PublishedCaseFactory()

    assert list(Case.objects.visible_to(wang)) == [public]
    assert list(Case.objects.visible_to(chen)) == [public]


def test_staff_see_drafts_too(lin: User, zhao: User, guo: User) -> None:
    CaseFactory()
    PublishedCaseFactory()

    assert [Case.objects.visible_to(user).count() for user in (lin, zhao, guo)] == [2, 2, 2]


def test_it_finds_cases_by_any_of_the_themes_once() -> None:
    first, second = ThemeFactory.create_batch(2)
    both = CaseFactory(themes=[first, second])
    CaseFactory(themes=[ThemeFactory()])

    assert list(Case.objects.with_theme(first.code, second.code)) == [both]


def test_it_finds_cases_in_a_place_and_in_what_lies_within_it() -> None:
    country = CountryFactory()
    province = ProvinceFactory(parent=country)
    city = CityFactory(parent=province)
    cases = [CasePlaceFactory(case=CaseFactory(), place=p).case for p in (country, province, city)]
    CasePlaceFactory(case=cases[2], place=province, order=1)
    CasePlaceFactory(case=CaseFactory())

    def found(*codes: str) -> list[Case]:
        return list(Case.objects.in_place(*codes).in_number_order())

    assert found(country.code) == cases
    assert found(province.code) == cases[1:]
    assert found(city.code) == cases[2:]
    assert found(country.code, city.code) == cases


QUESTIONS = [
    ("in_hierarchy_step", {"hierarchy_step": "reuse"}, ("reuse", "recycling")),
    ("with_waste_stream", {"waste_streams": ["bags", "foam"]}, ("foam", "organic")),
    ("with_instrument", {"instruments": ["economic"]}, ("economic", "technology")),
    ("with_business_model", {"business_model": "charge-levy"}, ("charge-levy",)),
    ("for_sdg_target", {"sdg_targets": ["14.1"]}, ("12.5", "14.1")),
    ("at_scale", {"scale": "national"}, ("national",)),
    ("in_phase", {"phase": "completed"}, ("completed",)),
    ("started_in", {"started": "2021-06-24"}, ("2020", "2021")),
    ("with_evidence_grade", {"evidence_grade": "A"}, ("A", "B")),
]


@pytest.mark.parametrize(("question", "fields", "values"), QUESTIONS)
def test_it_finds_cases_by_their_kind(question: str, fields: dict, values: tuple) -> None:
    wanted = CaseFactory(**fields)
    CaseFactory(started="2019", waste_streams=["mixed"], scale="city")

    assert list(getattr(Case.objects, question)(*values)) == [wanted]


def test_it_finds_cases_with_full_text_in_a_language() -> None:
    chinese = PublishedCaseFactory(languages=["zh-hans"])
    english = PublishedCaseFactory(languages=["en"])
    both = PublishedCaseFactory()

    assert set(Case.objects.in_language("en")) == {english, both}
    assert set(Case.objects.in_language("zh-hans")) == {chinese, both}
    assert set(Case.objects.in_language("en", "zh-hans")) == {chinese, english, both}


def test_it_sorts_numbers_by_year_and_running_number() -> None:
    for number in ("CN-AS-2026-1000", "CN-AS-2025-002", "CN-AS-2026-999", "CN-AS-2024-1001"):
        CaseFactory(number=number)

    numbers = Case.objects.in_number_order().values_list("number", flat=True)

    assert list(numbers) == [
        "CN-AS-2024-1001", "CN-AS-2025-002", "CN-AS-2026-999", "CN-AS-2026-1000",
    ]  # fmt: skip


def test_it_fetches_everything_a_page_shows_at_once() -> None:
    PublishedCaseFactory.create_batch(2)
    cases = list(Case.objects.with_rows())

    with CaptureQueriesContext(
        connection,
    ) as queries:
        for case in cases:
            [place.place.country.name for place in case.places.all()]
            [*case.themes.all(), *case.blocks.all(), *case.partners.all(), *case.sources.all()]
            [row.source for row in (*case.sums.all(), *case.indicators.all())]

    assert len(queries) == 0


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("number", [1, 3, 50])
def test_cards_take_two_queries_however_many_they_are(language: str, number: int) -> None:
    PublishedCaseFactory()
    bench.make(number - 1)

    with CaptureQueriesContext(connection) as queries:
        cards = Case.objects.published().latest_first().cards(language)

    assert len(cards) == number
    assert len(queries) == 2


def test_a_card_speaks_the_language_asked_for() -> None:
    theme = ThemeFactory(name_zh_hans="海上环卫", name_en="Marine sanitation")
    case = PublishedCaseFactory(themes=[theme], languages=["zh-hans"])
    place = case.places.get()
    CasePlaceFactory(case=case, order=1, place=place.place.country, site_en="Wharf")

    (card,) = Case.objects.cards("en")

    assert (card.title, card.short_title, card.summary, card.slug) == (
        case.title_en, "Beach", "Summary.", case.slug_en,
    )  # fmt: skip
    assert (card.text_language, card.text_tag, card.published) == ("en", "en", ("zh-hans",))
    assert [theme.name for theme in card.themes] == ["Marine sanitation"]
    assert [(spot.code, spot.name, spot.site, spot.country.code) for spot in card.places] == [
        (place.place.code, place.place.name_en, "", place.place.country.code),
        (place.place.country.code, place.place.country.name_en, "Wharf", place.place.country.code),
    ]


def test_a_card_of_a_draft_shows_the_other_language_and_says_so() -> None:
    CaseFactory(title_en="")

    (card,) = Case.objects.cards("en")

    assert card.title.startswith("海滩行动")
    assert (card.slug, card.text_language, card.text_tag) == ("", "zh-hans", "zh-Hans")
    assert (card.places, card.themes, card.published, card.public_since) == ((), (), (), None)


def test_cards_keep_the_order_and_the_slice_of_the_list() -> None:
    now = timezone.now()
    cases = [ReadyCaseFactory() for _ in range(3)]
    for age, case in enumerate(cases):
        moment = now - timedelta(days=age)
        Case.objects.filter(pk=case.pk).update(
            public_since=moment, published_en_at=moment, edition=1
        )

    cards = Case.objects.published().latest_first()[1:3].cards()

    assert [card.number for card in cards] == [case.number for case in cases[1:]]
