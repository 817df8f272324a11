"""The page of results."""

import html
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnership.core import retention
from partnership.search import shelves
from partnership.search.asking import understood
from partnership.search.models import AskedText, SearchEntry
from partnership.search.results import Results, ResultsQuery
from partnership.search.snippets import Wanted, reasons, snippet
from partnership.search.suggestions import suggested
from tests.factories.cases import PublishedCaseFactory
from tests.factories.network import ListedOrganisationFactory
from tests.factories.reference import CityFactory, ThemeFactory
from tests.factories.search import found, subject
from tests.partnership.search.conftest import Index

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parents[3]
TEXTS = (
    "",
    "净滩",
    "净",
    "净滩 酒店",
    "beach cleanup",
    '"beach cleanup"',
    '"净滩" 酒店',
    "nowhere",
)
CHOICES = {
    "kind": ["case", "organisation"],
    "theme": ["a", "b"],
    "country": ["AA", "BB"],
    "year": ["2023", "2024"],
    "language": ["zh-hans", "en"],
}


def results(address: str) -> Results:
    return Results(ResultsQuery.of(QueryDict(address)))


def page(client: Client, address: str) -> str:
    return html.unescape(client.get(address).content.decode())


@pytest.fixture
def shelf(index: Index) -> None:
    """Forty things of all kinds, half of them about beach clean-ups."""
    subject("beach-cleanup", "净滩", "beach cleanup")
    subject("hotel", "酒店", "hotel")
    things = [
        found(
            number,
            f"{'净滩' if number % 2 else '年会'}{number}",
            "Hotel" if number % 3 else "Beach cleanup",
            body="会上提到净滩。" if number % 5 == 0 else "",
            themes=tuple(code for code in "ab" if number % (2 + ord(code) % 3)),
            countries=("AA",) if number % 4 else ("AA", "BB"),
            year=2023 + number % 2,
            languages=("zh-hans",) if number % 7 else ("zh-hans", "en"),
        )
        for number in range(40)
    ]
    index(*things[:25])
    index(*things[25:], kind="organisation")


@pytest.mark.usefixtures("shelf")
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.sampled_from(TEXTS),
    selection=st.fixed_dictionaries(
        {},
        optional={name: st.lists(st.sampled_from(v), unique=True) for name, v in CHOICES.items()},
    ),
)
def test_counts_always_equal_the_list(text: str, selection: dict[str, list[str]]) -> None:
    query = ResultsQuery(text, {name: tuple(values) for name, values in selection.items()})
    answer = Results(query)

    keys = answer.keys(0, 1_000)

    assert len(keys) == len(set(keys)) == answer.total
    for group in shelves.counts_of(answer.shelves, query.selection).items():
        for value, count in group[1].items():
            chosen = {**query.selection, group[0]: (value,)}
            assert len(Results(ResultsQuery(text, chosen)).keys(0, 1_000)) == count


@pytest.mark.usefixtures("shelf")
def test_pages_of_a_list_hold_every_result_once() -> None:
    keys = [key for number in (1, 2) for key in results(f"q=净滩&page={number}").page.object_list]

    assert len(keys) == len(set(keys)) == results("q=净滩").total > 20


def test_marks_are_right_in_chinese_and_texts_are_escaped(client: Client) -> None:
    subject("beach-cleanup", "净滩", "beach cleanup")
    PublishedCaseFactory(
        title_zh_hans="<b>净滩</b>行动", summary_zh_hans="志愿者开展净滩，清出垃圾。"
    )

    raw = client.get("/zh-hans/search/?q=净滩").content.decode()

    assert "&lt;b&gt;<mark>净滩</mark>&lt;/b&gt;行动" in raw
    assert "志愿者开展<mark>净滩</mark>，清出垃圾。" in raw


def test_a_result_in_other_words_says_by_which_it_was_found(client: Client) -> None:
    subject("ghost-gear", "废弃渔网", "derelict gear")
    PublishedCaseFactory(title_zh_hans="渔民回收废弃渔网", title_en="Fishers land derelict gear")

    text = page(client, "/en/search/?q=derelict+gears")

    assert "<mark>derelict gear</mark>" in text
    assert "<q>derelict gear</q>" in text


def test_a_result_that_only_its_labels_lead_to_says_which(client: Client, index: Index) -> None:
    subject("mangrove", "红树林", "mangrove")
    labels = ("红树林保护", "Mangrove conservation", "越南", "Viet Nam")
    index(found(1, "自然保护联盟", "Union for nature", labels=labels))

    assert "<q>红树林保护</q></p>" in page(client, "/zh-hans/search/?q=红树林")
    assert "<q>Mangrove conservation</q></p>" in page(client, "/en/search/?q=红树林")


def test_a_text_in_the_other_language_only_is_badged(client: Client) -> None:
    case = PublishedCaseFactory(title_en="Quiet bay")
    case.published_en_at = None
    case.save()

    assert "In Chinese only" in page(client, "/en/search/?q=quiet+bay")
    assert "In Chinese only" not in page(client, "/zh-hans/search/?q=quiet+bay")


def test_it_shows_what_a_misspelt_word_was_taken_for_and_the_way_back(client: Client) -> None:
    subject("microplastics", "微塑料", "microplastic")
    PublishedCaseFactory(title_zh_hans="海水微塑料采样")

    text = page(client, "/zh-hans/search/?q=微朔料")

    meant = '<strong lang="zh-Hans">微塑料</strong>'
    assert meant in text
    assert meant in page(client, "/en/search/?q=微朔料")
    assert "海水<mark>微塑料</mark>采样" in text
    assert re.search(r'href="\?[^"]*exact=1', text)
    assert meant not in page(client, "/zh-hans/search/?q=微朔料&exact=1")


def test_it_says_that_nothing_has_a_phrase_and_what_has_it_needs_no_reason(client: Client) -> None:
    subject("ghost-gear", "废弃渔网", "derelict gear")
    PublishedCaseFactory(title_zh_hans="渔民回收废弃渔网", title_en="Fishers land derelict gear")

    text = page(client, '/en/search/?q="derelict+gear"')

    assert "<mark>derelict gear</mark>" in text
    assert "Found by" not in text
    for address in ("/en/search/", "/en/cases/"):
        missing = page(client, f'{address}?q="land+derelict+nets"')
        assert "Nothing says exactly “land derelict nets”" in missing, address
        assert "Fishers land" in strip_tags(missing), address
        nothing = page(client, f'{address}?q="no+such+thing"')
        assert "These results" not in nothing, address


def test_filters_name_themes_and_kinds_in_the_language_of_the_page(client: Client) -> None:
    PublishedCaseFactory(themes=[ThemeFactory(code="reef", name_zh_hans="珊瑚", name_en="Corals")])
    ListedOrganisationFactory()

    assert "Corals" in page(client, "/en/search/")
    assert "珊瑚" in page(client, "/zh-hans/search/?theme=reef&kind=case")


def test_an_unknown_value_is_left_out_and_said(client: Client) -> None:
    assert "“moon”" in page(client, "/en/search/?kind=moon")


def test_what_is_searched_for_is_noted_once_a_day_and_names_nobody(client: Client) -> None:
    client.get("/en/search/?q=Mangroves")
    client.get("/en/search/?q=mangroves")
    for personal in ("li.xia@example.org", "138 0013 8000", "+86-010-82268221"):
        client.get("/en/search/", {"q": personal})

    row = AskedText.objects.get()
    assert (row.text, row.language, row.times, row.results) == ("mangroves", "en", 2, 0)
    assert {field.name for field in AskedText._meta.fields} == {
        "id",
        "day",
        "language",
        "text",
        "results",
        "times",
        "opened",
        "places",
    }


def test_whoever_is_led_to_a_city_did_not_ask_in_vain(client: Client) -> None:
    city = CityFactory(name_en="Hai Phong", name_zh_hans="海防")

    text = page(client, "/en/search/?q=Hai+Phong")

    assert f"/en/cities/{city.code}/" in text
    assert AskedText.objects.get().results == 1


def test_it_notes_at_which_place_a_result_was_opened(client: Client) -> None:
    PublishedCaseFactory(title_en="Quiet bay")
    [address] = re.findall(r'ping="([^"]+)"', page(client, "/en/search/?q=Quiet+bay"))
    browser = Client(enforce_csrf_checks=True)

    for sent in (address, "/en/search/opened/?q=quiet+bay&place=4", *[address] * 30):
        assert browser.post(sent).status_code == 204
    for refused in ("q=quiet+bay&place=0", "q=quiet+bay&place=12345", "q=other&place=1", ""):
        assert browser.post(f"/en/search/opened/?{refused}").status_code == 204

    row = AskedText.objects.get()
    assert (row.opened, row.places) == (20, 23)
    assert row.place == 23 / 20
    assert "ping=" not in page(client, "/en/search/?q=quiet+bay&kind=case")
    assert "ping=" not in page(client, "/en/search/")


def test_what_was_searched_for_is_forgotten_after_ninety_days(settings: LazySettings) -> None:
    today = timezone.localdate()
    for days in (90, 91):
        day = today - timezone.timedelta(days=days)
        AskedText.objects.create(day=day, language="en", text="reef", results=1, times=3)

    retention.run()

    assert [row.day for row in AskedText.objects.all()] == [today - timezone.timedelta(days=90)]
    assert settings.SEARCH_LOG_RETENTION_DAYS == 90


def test_the_log_of_the_reverse_proxy_leaves_out_what_was_asked() -> None:
    proxy = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    [logged] = re.findall(r"log_format (\w+) ([^;]+);", proxy)

    assert re.findall(r"access_log (?!off)([^;]+);", proxy) == [
        f"/var/log/nginx/access.log {logged[0]}"
    ]
    assert not re.search(r"\$(request|request_uri|args|query_string|http_referer)\b", logged[1])


def test_a_name_that_was_looked_for_on_one_day_is_forgotten_after_seven() -> None:
    today = timezone.localdate()
    asked = {"language": "zh-hans", "results": 0}
    for text, days in (("王小明", (7,)), ("李小红", (8,)), ("净滩", (8, 9))):
        for number in days:
            day = today - timezone.timedelta(days=number)
            AskedText.objects.create(day=day, text=text, **asked)
    AskedText.objects.create(day=today - timezone.timedelta(days=8), text="减塑", times=3, **asked)

    retention.run()

    assert sorted(row.text for row in AskedText.objects.all()) == sorted(
        ["王小明", "净滩", "净滩", "减塑"]
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *[(typed, "红树林") for typed in ("hsl", "hongshu", "红树", "红shu", "红树'li", "红sl")],
        ("mangr", "mangrove"),
    ],
)
def test_it_suggests_by_characters_pinyin_and_initials(
    typed: str, first: str, client: Client, index: Index
) -> None:
    subject("mangrove", "红树林", "mangrove")
    index(found(1, "红树林旁的渔村"))

    answer = client.get("/zh-hans/search/suggestions/", {"q": typed}).json()

    assert answer["suggestions"][0]["text"] == first
    assert answer["suggestions"][0]["lang"] == ("en" if first.isascii() else "zh-Hans")


def test_suggestions_come_from_an_index_however_many_there_are() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_suggestion "
            "(kind, language, text, normalised, pinyin, initials, weight) "
            "SELECT 'entry', 'en', key, key, key, left(key, 4), 1 "
            "FROM generate_series(1, 10000) AS number, md5(number::text) AS key; "
            "ANALYZE search_suggestion"
        )
        with CaptureQueriesContext(connection) as queries:
            suggested("hsl")
        cursor.execute(f"EXPLAIN {queries[0]['sql']}")
        plan = "\n".join(row[0] for row in cursor.fetchall())

    assert "Index" in plan
    assert "Seq Scan" not in plan


def test_it_suggests_other_words_of_a_subject_once_however_written(
    client: Client, index: Index
) -> None:
    subject("ghost-gear", "废弃渔具|幽灵渔具", "ghost gear|ghostnet|ghost-net")
    index(found(1, "幽灵岛"))

    def texts(typed: str) -> list[str]:
        answer = client.get("/en/search/suggestions/", {"q": typed}).json()
        return [line["text"] for line in answer["suggestions"]]

    assert texts("幽灵") == texts("youling") == ["幽灵渔具", "幽灵岛"]
    assert texts("ghost") == ["ghost gear", "ghostnet"]


def test_a_suggested_title_leads_to_the_thing(client: Client) -> None:
    case = PublishedCaseFactory(title_zh_hans="蓝鲸湾净滩")

    answer = client.get("/zh-hans/search/suggestions/", {"q": "蓝鲸"}).json()

    assert answer["suggestions"][0]["url"].startswith(f"/zh-hans/cases/{case.number}/")


@pytest.mark.parametrize("typed", ["", "a", " ", "'", "''", "%", "\\"])
def test_too_little_suggests_nothing(typed: str, client: Client, index: Index) -> None:
    index(found(1, "红树林"))

    assert client.get("/en/search/suggestions/", {"q": typed}).json() == {"suggestions": []}


def test_every_page_has_the_box(client: Client) -> None:
    for address in ("/en/", "/en/cases/", "/en/news/", "/en/search/", "/en/no-such-page/"):
        assert client.get(address).content.decode().count('role="search" data-sugg') == 1, address


def test_the_index_alone_answers_a_question_with_few_queries(
    client: Client, django_assert_max_num_queries: object
) -> None:
    subject("beach-cleanup", "净滩", "beach cleanup")
    for _number in range(3):
        PublishedCaseFactory(title_zh_hans="净滩")
    with override("zh-hans"), django_assert_max_num_queries(14):  # type: ignore[operator]
        client.get("/zh-hans/search/?q=净滩")
    assert SearchEntry.objects.count() == 3


def test_words_and_numbers_are_not_cut_in_two() -> None:
    book = understood("").book
    text = "The International effort near Qinzhou collected many kinds of litter. " * 8

    shown = strip_tags(snippet(text, Wanted(frozenset(), frozenset(), frozenset({"kind"}), book)))

    words = shown.strip("…").split()
    assert {words[0], words[-1]} <= set(text.split())


def test_words_that_were_asked_for_are_no_reason() -> None:
    subject("microplastics", "微塑料", "microplastic")
    book = understood("").book
    wanted = Wanted.of(understood("microplastcs 微塑料", book=book).asked.groups, book)

    assert reasons(["海水微塑料"], ["Microplastics"], wanted, ["wsl", "wsl"]) == ["微塑料"]
    assert reasons(["Sampling"], ["海水微塑料"], wanted, ["微塑料"]) == []
    assert reasons(["微塑料 采样"], [], wanted, ["微塑料 海水"]) == []
