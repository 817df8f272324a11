"""The list of cases."""

import functools
import re
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases import actions, bench
from cases.listing import ListQuery, found_for
from cases.models import Case
from partnership.core import languages
from partnership.reference import names
from partnership.search.indexing import sweeping
from tests.factories.cases import (
    PUBLISHER,
    CaseFactory,
    CasePlaceFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
)
from tests.factories.reference import CityFactory, ProvinceFactory, ThemeFactory
from tests.factories.search import subject

pytestmark = pytest.mark.django_db

LIST = "/en/cases/"

TotalOf = Callable[..., int]


def shown(client: Client, query: str = "", language: str = "en") -> str:
    answer = client.get(f"/{language}/cases/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def numbers(html: str) -> list[str]:
    """Return the numbers of the cases in the list, in its order."""
    return re.findall(r'<h3[^>]*><a href="/[a-z-]+/cases/([^/]+)/', html)


def count(html: str) -> str:
    (text,) = re.findall(r'id="case-count"[^>]*>([^<]+)<', html)
    return text


def offered(html: str, name: str) -> dict[str, int]:
    """Return the values of a facet with the number beside each."""
    (box,) = re.findall(rf'<fieldset id="facet-{name}">(.*?)</fieldset>', html, re.DOTALL)
    found = re.findall(r'value="([^"]+)".*?class="count">(\d+)<', box, re.DOTALL)
    return {value: int(number) for value, number in found}


def notices(html: str) -> list[str]:
    return re.findall(r'class="notice.*?<p>([^<]+)', html, re.DOTALL)


def test_it_shows_public_cases_and_no_draft(client: Client) -> None:
    public, draft = PublishedCaseFactory(), ReadyCaseFactory()

    html = shown(client)

    assert numbers(html) == [public.number]
    assert f'href="/en/cases/{public.number}/{public.slug_en}/"' in html
    assert count(html) == "1 case"
    assert draft.title_en not in html


def test_languages_are_named_in_the_language_of_the_page(client: Client) -> None:
    PublishedCaseFactory()

    for language, expected in (("en", ["Chinese", "English"]), ("zh-hans", ["中文", "英文"])):
        (box,) = re.findall(
            r'id="facet-language">(.*?)</fieldset>', shown(client, "", language), re.S
        )
        assert re.findall(r"<span>([^<]+)</span>", box) == expected


def test_a_card_says_where_when_what_and_how_well_known(client: Client) -> None:
    city, theme = CityFactory(), ThemeFactory()
    case = PublishedCaseFactory(
        place=city, themes=[theme], started="2019-07", is_demo=True, languages=[languages.CHINESE]
    )
    card = re.search(r"<article.*?</article>", shown(client), re.DOTALL)

    assert card is not None
    for words in (case.title_en, "Summary.", city.name_en, ">2019<", theme.name_en):
        assert words in card[0]
    for words in ("Demo data", "Evidence grade B", "Chinese only"):
        assert words in card[0]


def test_several_values_of_a_facet_mean_any_and_several_facets_all(client: Client) -> None:
    here, there = CityFactory(), CityFactory()
    first = PublishedCaseFactory(place=here, hierarchy_step="reuse")
    second = PublishedCaseFactory(place=there, hierarchy_step="cleanup")
    PublishedCaseFactory(hierarchy_step="reuse")

    either = shown(client, f"?city={here.code}&city={there.code}&sort=number")
    both = shown(client, f"?city={here.code}&city={there.code}&step=cleanup")

    assert numbers(either) == [first.number, second.number]
    assert numbers(both) == [second.number]
    assert count(both) == "1 case matches your choice"


def test_every_number_beside_a_value_is_the_length_of_its_list(client: Client) -> None:
    provinces = ProvinceFactory.create_batch(2)
    themes = ThemeFactory.create_batch(2)
    for index in range(6):
        case = PublishedCaseFactory(
            place=provinces[index % 2],
            themes=[themes[index % 2]] if index % 3 else themes,
            hierarchy_step=["reuse", "cleanup", "recycling"][index % 3],
            started=str(2019 + index % 4),
            languages=[languages.CHINESE] if index == 4 else None,
        )
        CasePlaceFactory(case=case, order=1, place=CityFactory(parent=provinces[0]))

    for query in ("", f"?theme={themes[0].code}", "?step=reuse&step=cleanup&language=en"):
        html = shown(client, query)
        for name in ("country", "province", "city", "theme", "step", "year", "grade", "language"):
            kept = re.sub(rf"(?<=[?&]){name}=[^&]*&?", "", query or "?")
            for value, number in offered(html, name).items():
                narrower = shown(client, f"{kept}&{name}={value}")
                assert len(numbers(narrower)) == number, (query, name, value)


def test_a_text_finds_cases_by_words_places_and_number(client: Client) -> None:
    case = PublishedCaseFactory(
        number="CN-AS-2019-777", title_en="Nets come home", summary_zh_hans="渔网回收。"
    )
    PublishedCaseFactory()

    for text in ("nets COME", "渔网", case.number[-8:], " nets   come "):
        assert numbers(shown(client, f"?q={text}")) == [case.number], text


@pytest.mark.parametrize("text", ["%", "_", "'", '"; DROP', "\\", "😀", "&lt;", "（"])
def test_no_text_is_a_fault(client: Client, text: str) -> None:
    PublishedCaseFactory(title_en="Nothing special")

    html = client.get(LIST, {"q": text}).content.decode()

    assert count(html) == "0 cases match your choice"


def test_it_leaves_out_what_it_does_not_know_and_says_so(client: Client) -> None:
    case = PublishedCaseFactory(hierarchy_step="reuse")

    html = shown(client, "?step=reuse&step=nonsense&country=ZZ&sort=colour&unheard=of")

    assert numbers(html) == [case.number]
    assert len(notices(html)) == 3
    assert "nonsense" in notices(html)[1]


def test_it_cuts_an_endless_text_and_says_so(client: Client) -> None:
    PublishedCaseFactory()

    html = shown(client, f"?q={'a' * 10_000}&country={'b' * 10_000}")

    assert any("too long" in notice for notice in notices(html))
    assert len(html) < 100_000


@pytest.mark.parametrize("number", ["0", "-1", "abc", str(10**30), "2"])
def test_it_answers_every_page_number(client: Client, number: str) -> None:
    case = PublishedCaseFactory()

    html = shown(client, f"?page={number}")

    assert numbers(html) == [case.number]
    assert len(notices(html)) == 1


def test_pages_keep_the_filters(client: Client) -> None:
    PublishedCaseFactory(hierarchy_step="reuse")
    bench.make(25)

    first = shown(client, "?step=reuse")
    second = shown(client, "?step=reuse&page=2")

    assert (len(numbers(first)), len(numbers(second))) == (20, 6)
    assert 'href="?step=reuse&amp;page=2"' in first
    assert not set(numbers(first)) & set(numbers(second))


def test_it_orders_by_publication_title_or_number(client: Client) -> None:
    names_ = (("厦门", "Xiamen"), ("西安", "An island"), ("北海", "beach"))
    cases = [PublishedCaseFactory(title_zh_hans=zh, title_en=en) for zh, en in names_]
    one, two, three = (case.number for case in cases)

    assert numbers(shown(client)) == [three, two, one]
    assert numbers(shown(client, "?sort=number")) == [one, two, three]
    assert numbers(shown(client, "?sort=title")) == [two, three, one]
    assert numbers(shown(client, "?sort=title", "zh-hans")) == [three, two, one]


def test_each_filter_in_use_can_be_removed(client: Client) -> None:
    theme = ThemeFactory(name_en="Mangroves")
    PublishedCaseFactory(themes=[theme], hierarchy_step="reuse", title_en="Nets")

    html = shown(client, f"?theme={theme.code}&step=reuse&q=nets&sort=title")
    chips = re.search(r'<ul class="chips".*?</ul>', html, re.DOTALL)

    assert chips is not None
    assert re.findall(r'href="([^"]+)"', chips[0]) == [
        f"/en/cases/?step=reuse&amp;theme={theme.code}&amp;sort=title",
        "/en/cases/?q=nets&amp;step=reuse&amp;sort=title",
        f"/en/cases/?q=nets&amp;theme={theme.code}&amp;sort=title",
        "/en/cases/",
    ]


def test_an_empty_list_shows_ways_out_that_lead_somewhere(client: Client) -> None:
    theme = ThemeFactory()
    PublishedCaseFactory(themes=[theme], hierarchy_step="reuse")
    PublishedCaseFactory(hierarchy_step="cleanup")

    html = shown(client, f"?theme={theme.code}&step=cleanup&q=nothing-like-it")
    narrower = shown(client, f"?theme={theme.code}&step=cleanup")

    assert "No case matches all of this" in html
    assert "without" not in html
    ways = dict(re.findall(r'href="([^"]+)">without “[^”]+”: (\d+) case', narrower))
    assert ways == {f"/en/cases/?theme={theme.code}": "1", "/en/cases/?step=cleanup": "1"}


def test_it_works_as_a_plain_form(client: Client) -> None:
    PublishedCaseFactory(hierarchy_step="reuse")

    html = shown(client, "?step=reuse&sort=title")

    assert '<form id="case-filters" method="get" action="/en/cases/"' in html
    assert re.search(r'name="step" value="reuse"[^>]* checked', html)
    assert '<option value="title" selected>' in html
    assert html.count('form="case-filters"') >= 3
    assert "css/case_list.css" in html


def test_scripts_find_everything_they_replace(client: Client) -> None:
    PublishedCaseFactory()

    html = shown(client)
    (replaced,) = re.findall(r'hx-select-oob="([^"]+)"', html)

    for target in ["#results", *(part.split(":")[0] for part in replaced.split(","))]:
        assert html.count(f'id="{target[1:]}"') == 1, target


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("query", ["", "?step=reuse&country={country}"])
def test_it_asks_four_queries_at_most_however_many_rows(
    client: Client, language: str, query: str
) -> None:
    original = PublishedCaseFactory(hierarchy_step="reuse")
    query = query.format(country=original.places.get().place.country.code)
    found = set()
    for copies in (0, 2, 49):
        bench.make(copies)
        cache.clear()
        names.forget()
        with CaptureQueriesContext(connection) as queries:
            html = shown(client, query, language)
        assert len(numbers(html)) == min(copies + 1, 20)
        found.add(len(queries))

    assert len(found) == 1
    assert found.pop() <= 4


def test_four_facets_and_a_chinese_keyword_take_few_queries_however_many_rows(
    client: Client,
) -> None:
    place = CityFactory(parent=ProvinceFactory())
    case = PublishedCaseFactory(
        hierarchy_step="reuse", title_zh_hans="净滩", themes=[ThemeFactory()], place=place
    )
    query = f"?q=净滩&step=reuse&theme={case.themes.get().code}&city={place.code}&language=zh-hans"
    found = set()
    for copies in (0, 2, 49):
        bench.make(copies)
        sweeping.sweep()
        shown(client, query, "zh-hans")
        with CaptureQueriesContext(connection) as queries:
            html = shown(client, query, "zh-hans")
        assert len(numbers(html)) == min(copies + 1, 20)
        found.add(len(queries))

    assert len(found) == 1
    assert found.pop() <= 12


def test_a_text_puts_the_best_first_and_says_what_it_took_a_word_for(client: Client) -> None:
    subject("microplastics", "微塑料", "microplastic")
    about = PublishedCaseFactory(title_zh_hans="海水微塑料采样", title_en="Sampling")
    mentions = PublishedCaseFactory(summary_zh_hans="年会上谈到微塑料。")
    PublishedCaseFactory()

    html = shown(client, "?q=微朔料", "zh-hans")

    assert numbers(html) == [about.number, mentions.number]
    assert '<strong lang="zh-Hans">微塑料</strong>' in html
    assert numbers(shown(client, "?q=微朔料&sort=latest", "zh-hans")) == [
        mentions.number,
        about.number,
    ]
    assert numbers(shown(client, "?q=微朔料&exact=1", "zh-hans")) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.sampled_from(["净滩", "beach cleanup", "酒店 净滩", "nowhere"]),
    step=st.sampled_from(["", "reuse", "cleanup"]),
    year=st.sampled_from(["", "2023", "2024"]),
)
def test_counts_of_a_text_always_equal_the_list(
    total_of: TotalOf, text: str, step: str, year: str
) -> None:
    selection = {name: (value,) for name, value in (("step", step), ("year", year)) if value}
    answer = found_for(ListQuery(selection, text))

    assert answer.total == len(answer.page.paginator.object_list[:100])
    for name, counts in answer.counted.items():
        for value, count in counts.items():
            assert total_of(text, **{**selection, name: (value,)}) == count, (name, value)


@pytest.fixture
def total_of(_cases_of_all_kinds: None) -> TotalOf:
    """Tells how long a list is; each list is asked for once, since examples narrow to the same."""
    return functools.cache(lambda text, **selection: found_for(ListQuery(selection, text)).total)


@pytest.fixture
def _cases_of_all_kinds() -> None:
    subject("beach-cleanup", "净滩", "beach cleanup")
    subject("hotel", "酒店", "hotel")
    for number in range(8):
        PublishedCaseFactory(
            title_zh_hans=f"{'净滩' if number % 2 else '年会'}{number}",
            title_en="Hotel" if number % 3 else "Beach cleanup",
            hierarchy_step="reuse" if number % 4 else "cleanup",
            started=str(2023 + number % 2),
        )


def test_a_changed_case_gets_a_new_card(client: Client) -> None:
    case = PublishedCaseFactory()
    shown(client)

    Case.objects.filter(pk=case.pk).update(title_en="Renamed")
    actions.settle_edit(Case.objects.get(pk=case.pk))

    assert "Renamed" in shown(client)


def test_a_withdrawn_case_leaves_the_list_at_once(client: Client) -> None:
    case = PublishedCaseFactory()
    assert numbers(shown(client)) == [case.number]

    for code in languages.LANGUAGES:
        actions.withdraw_from_publication(case, code, by=PUBLISHER, reason="test")

    assert numbers(shown(client)) == []


def test_nothing_to_choose_from_is_no_fault(client: Client) -> None:
    CaseFactory()

    assert count(shown(client)) == "0 cases"
