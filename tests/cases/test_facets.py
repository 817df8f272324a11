import random
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from cases import choices, facets, filters
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.search.collections import Index
from partnership.search.collections.facets import narrowed
from partnership.search.facets import Group, Selection
from tests.factories.cases import CaseFactory, CasePlaceFactory, PublishedCaseFactory
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def groups(
    cases: CaseQuerySet,
    selection: Selection,
    language: str = "en",
    only: Iterable[str] = facets.FACETS,
) -> list[Group]:
    """Return the facets of some cases as a list shows them."""
    index = Index.of(cases, facets.FACETS)
    counted = index.counts(selection, only, index.everything)
    return [
        facets.FACETS[name].group(counted[name], selection.get(name, ()), language) for name in only
    ]


def some(random_: random.Random, values: list[str]) -> list[str]:
    return random_.sample(values, random_.randint(0, 3))


@pytest.fixture
def collection() -> None:
    """Twelve cases of all kinds, some of them in two places of one country."""
    random_ = random.Random(7)  # noqa: S311
    themes = ThemeFactory.create_batch(3)
    provinces = ProvinceFactory.create_batch(2)
    cities = [CityFactory(parent=random_.choice(provinces)) for _ in range(3)]
    for _ in range(12):
        case = CaseFactory(
            hierarchy_step=random_.choice(choices.HierarchyStep.values[:3]),
            waste_streams=some(random_, choices.WasteStream.values[:4]),
            instruments=some(random_, choices.Instrument.values[:4]),
            sdg_targets=some(random_, ["12.5", "14.1", "11.6"]),
            business_model=random_.choice(["", "none"]),
            scale=random_.choice(choices.Scale.values[:2]),
            phase=random_.choice(choices.Phase.values[:2]),
            started=random_.choice(["", "2020", "2021-06", "2021"]),
            evidence_grade=random_.choice(["A", "B", ""]),
            themes=random_.sample(themes, random_.randint(0, 2)),
        )
        for order, place in enumerate(random_.sample([*provinces, *cities], 2)):
            CasePlaceFactory(case=case, place=place, order=order)
    PublishedCaseFactory(languages=["en"], themes=[themes[0]], place=cities[0])
    PublishedCaseFactory(themes=[themes[1]], place=cities[1])


def selections() -> Iterator[dict[str, tuple[str, ...]]]:
    """Nothing, then random choices in up to three facets."""
    random_ = random.Random(11)  # noqa: S311
    everything = groups(Case.objects.all(), {})
    yield {}
    for _ in range(12):
        chosen = random_.sample([group for group in everything if group.options], 3)
        yield {
            group.name: tuple(
                {random_.choice(group.options).value for _ in range(random_.randint(1, 2))}
            )
            for group in chosen[: random_.randint(1, 3)]
        }


def test_every_count_equals_the_list_it_promises(collection: None) -> None:
    compared = 0
    for selection in selections():
        for group in groups(Case.objects.all(), selection):
            for option in group.options:
                promised = narrowed(
                    Case.objects.all(), facets.FACETS, {**selection, group.name: (option.value,)}
                )
                assert option.count == promised.count(), (selection, group.name, option)
                compared += 1

    assert compared > 200


def test_it_shows_a_chosen_value_that_leads_nowhere() -> None:
    CaseFactory(scale="city", phase="pilot")

    (group,) = groups(
        Case.objects.all(), {"scale": ("national",), "phase": ("pilot",)}, "en", only=["scale"]
    )

    assert [(o.value, o.label, o.count, o.is_selected) for o in group.options] == [
        ("city", "City", 1, False),
        ("national", "National", 0, True),
    ]


def test_it_names_values_in_the_language_asked_for() -> None:
    theme = ThemeFactory(name_zh_hans="红树林", name_en="Mangroves")
    CaseFactory(themes=[theme], hierarchy_step="reuse", started="2021")

    labels = {
        language: [
            group.options[0].label
            for group in groups(Case.objects.all(), {}, language, only=["theme", "step", "year"])
        ]
        for language in ("zh-hans", "en")
    }

    assert labels == {
        "zh-hans": ["红树林", "重复使用", "2021"],
        "en": ["Mangroves", "Reuse", "2021"],
    }


def test_it_shows_the_latest_year_first(collection: None) -> None:
    (group,) = groups(Case.objects.all(), {}, only=["year"])

    assert all(later.value > earlier.value for later, earlier in pairwise(group.options))


@pytest.mark.parametrize("more", [0, 20])
def test_it_asks_once_for_all_facets_however_many_cases_there_are(
    collection: None, more: int
) -> None:
    CaseFactory.create_batch(more)

    with CaptureQueriesContext(connection) as queries:
        groups(Case.objects.all(), {"scale": ("city",)})

    assert len(queries) == 2  # the second one names places and themes


def test_it_reads_the_selection_of_an_address() -> None:
    theme, city = ThemeFactory(), CityFactory()
    parameters = QueryDict(
        f"theme={theme.code}&theme=none&scale=city&scale=city&scale=site&scale=&year=2021&year=x"
        f"&city={city.code}&country=XX&sdg=14.1&sdg=14.9&language=en&language=fr&page=2"
    )

    asked = filters.read(parameters)

    assert asked.selection == {
        "city": (city.code,),
        "theme": (theme.code,),
        "scale": ("city", "site"),
        "year": ("2021",),
        "sdg": ("14.1",),
        "language": ("en",),
    }
    assert asked.unknown == [
        ("country", "XX"),
        ("theme", "none"),
        ("year", "x"),
        ("sdg", "14.9"),
        ("language", "fr"),
    ]


def test_it_reads_no_more_values_than_our_pages_ask_for() -> None:
    parameters = QueryDict("&".join(f"year={year}" for year in range(2000, 2050)))

    assert len(filters.read(parameters).selection["year"]) == filters.MOST_VALUES
