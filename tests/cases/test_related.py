import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from cases import bench
from cases.dossier.page import Reading
from cases.models import Case
from cases.related import Related
from tests.factories.cases import CaseFactory, CasePlaceFactory, PublishedCaseFactory
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def related_to(key: int, language: str = "zh-hans") -> list[Related]:
    return Reading(key, language).related


def reasons(case: Case, language: str = "en") -> dict[str, list[tuple[str, list[str]]]]:
    with override(language):
        return {
            related.number: [
                (str(reason.kind), [str(name) for name in reason.names])
                for reason in related.reasons
            ]
            for related in related_to(case.pk, language)
        }


def test_it_puts_first_what_shares_most_and_says_what() -> None:
    theme = ThemeFactory(name_en="Mangroves")
    province = ProvinceFactory()
    here, near = CityFactory(parent=province), CityFactory(parent=province)
    kind = {"hierarchy_step": "cleanup", "instruments": [], "waste_streams": []}
    case = PublishedCaseFactory(themes=[theme], place=here, **kind)
    same_theme = PublishedCaseFactory(
        themes=[theme], **kind | {"hierarchy_step": "reuse", "waste_streams": ["bags"]}
    )
    same_place = PublishedCaseFactory(place=here, **kind)
    same_country = PublishedCaseFactory(place=near, **kind)
    PublishedCaseFactory(**kind)
    CaseFactory(themes=[theme])

    assert reasons(case) == {
        same_place.number: [
            ("Same place", [here.name_en]),
            ("Same step of the waste hierarchy", ["Clean-up"]),
        ],
        same_country.number: [
            ("Same country", [province.country.name_en]),
            ("Same step of the waste hierarchy", ["Clean-up"]),
        ],
        same_theme.number: [("Same theme", ["Mangroves"])],
    }


def test_it_counts_waste_streams_and_instruments() -> None:
    theme = ThemeFactory()
    kind = {"waste_streams": ["bags", "foam"], "instruments": ["economic"], "themes": [theme]}
    case = PublishedCaseFactory(hierarchy_step="reuse", **kind)
    PublishedCaseFactory(hierarchy_step="cleanup", **kind)

    (related,) = related_to(case.pk, "en")

    assert [reason.points for reason in related.reasons] == [4, 2, 1]
    assert related.points == 7


def test_it_speaks_chinese() -> None:
    theme = ThemeFactory(name_zh_hans="红树林")
    case = PublishedCaseFactory(themes=[theme], instruments=[], waste_streams=[])
    other = PublishedCaseFactory(
        themes=[theme], instruments=[], waste_streams=[], hierarchy_step="reuse"
    )

    assert reasons(case, "zh-hans") == {other.number: [("主题相同", ["红树林"])]}


def test_it_shows_a_place_once_though_a_case_has_it_twice() -> None:
    city = CityFactory()
    case, other = PublishedCaseFactory.create_batch(2, place=city, hierarchy_step="reuse")
    CasePlaceFactory(case=case, place=city, order=1)

    assert reasons(case)[other.number][0] == ("Same place", [city.name_en])


def test_a_case_alone_has_nothing_to_read_next() -> None:
    assert related_to(PublishedCaseFactory().pk) == []


@pytest.mark.parametrize("copies", [1, 50])
def test_it_takes_the_same_queries_however_many_are_alike(copies: int) -> None:
    case = PublishedCaseFactory()
    bench.make(copies)
    related_to(case.pk)  # the names of places and themes are kept for a minute

    with CaptureQueriesContext(connection) as queries:
        related = related_to(case.pk)

    assert len(related) == min(copies, 3)
    assert len(queries) == 2
