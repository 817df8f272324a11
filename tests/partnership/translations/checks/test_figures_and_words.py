"""Figures and words that one of two texts lacks."""

import pytest

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.glossary import loading
from partnership.search.models import Concept
from partnership.translations import checks, terms
from partnership.translations.checks.figures import differing_figures
from partnership.translations.checks.glossary import TermPair, missing_terms
from tests.factories.search import subject

PAIRS = (
    TermPair(("净滩",), ("beach clean-up", "beach cleanup"), ("clean-up", "清理")),
    TermPair(("海洋垃圾",), ("marine litter",)),
    TermPair(("海漂垃圾", "漂浮垃圾"), ("floating marine litter", "floating litter")),
    TermPair(("无废城市",), ("zero-waste city",)),
)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("清理50.8万吨", "508,000 t removed"),
        ("投资1.3亿元", "130 million yuan invested"),
        ("减少５０％", "down by 50 per cent"),
        ("2021年6月24日", "on 24 June 2021"),
        ("共1,234艘", "1234 boats"),
        ("三艘船", "three boats"),
    ],
)
def test_the_same_figure_in_another_dress_is_no_finding(source: str, text: str) -> None:
    assert differing_figures(source, text, ENGLISH) == []
    assert differing_figures(text, source, CHINESE) == []


def test_a_figure_that_is_missing_is_named() -> None:
    (found,) = differing_figures("清理50.8万吨", "litter removed", ENGLISH)

    assert (found.code, found.details, found.start) == ("figure-missing", {"figure": "508000"}, 0)


@pytest.mark.parametrize(
    ("source", "text", "language", "place"),
    [
        ("许多船", "in all 1,700 boats", ENGLISH, "in all 1,700 boats"),
        ("many boats", "共有５０.８万艘船", CHINESE, "共有５０.８万艘船"),
    ],
)
def test_a_figure_that_was_added_is_shown_with_its_place(
    source: str, text: str, language: str, place: str
) -> None:
    (found,) = differing_figures(source, text, language)

    assert (found.code, found.excerpt) == ("figure-added", place)


def test_a_figure_of_an_index_has_no_place() -> None:
    found = differing_figures("面积", "an area of three m² and 21st", ENGLISH)

    assert [each.code for each in found] == ["figure-added"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("组织净滩。", "A beach clean-up was held."),
        ("组织净滩。", "Beach cleanups were held."),
        ("2013年净滩季", "The clean-up season of 2013"),  # the short form will do
        ("清理海漂垃圾。", "Floating marine litter is removed."),
        ("清理海漂垃圾。", "They remove floating litter."),
        ("建设“无废城市”。", "Zero-waste cities are built."),
        ("建设“无废城市”。", "Zero waste cities are built."),
        ("降低成本。", "It became cheaper."),  # no binding word
    ],
)
def test_a_word_with_its_counterpart_is_no_finding(source: str, text: str) -> None:
    assert missing_terms(source, text, ENGLISH, PAIRS) == []


@pytest.mark.parametrize(
    ("source", "text", "word", "term"),
    [
        ("组织净滩，净滩之后", "A walk on the beach.", "净滩", "beach clean-up"),
        ("清理海漂垃圾。", "They remove marine debris.", "海漂垃圾", "floating marine litter"),
        ("清理海洋垃圾。", "They remove marine debris.", "海洋垃圾", "marine litter"),
        ("建设无废城市。", "A waste-free city.", "无废城市", "zero-waste city"),
    ],
)
def test_a_word_without_its_counterpart_is_named_once(
    source: str, text: str, word: str, term: str
) -> None:
    (found,) = missing_terms(source, text, ENGLISH, PAIRS)

    assert found.details == {"word": word, "term": term}


def test_the_longest_word_counts() -> None:
    """海漂垃圾 is not 海洋垃圾, though floating marine litter holds marine litter."""
    found = missing_terms("Floating marine litter is removed.", "清理海洋垃圾。", CHINESE, PAIRS)

    assert [each.details["term"] for each in found] == ["海漂垃圾"]


def test_english_words_are_looked_for_in_chinese() -> None:
    assert missing_terms("A beach clean-up.", "组织海滩清理。", CHINESE, PAIRS) == []
    (found,) = missing_terms("A beach clean-up.", "组织活动。", CHINESE, PAIRS)
    assert found.details == {"word": "beach clean up", "term": "净滩"}


def test_nothing_is_asked_without_words() -> None:
    assert missing_terms("组织净滩。", "A walk.", ENGLISH, ()) == []


@pytest.mark.django_db
def test_the_binding_words_of_the_glossary_are_what_is_asked_for() -> None:
    cleanup = subject(
        "beach-cleanup", "!净滩|清滩", "!beach clean-up|shore clean", short_forms="清理| "
    )
    subject("litter", "垃圾", "litter")
    subject("one-sided", "!减塑", "plastic reduction")

    assert terms.pairs() == (TermPair(("净滩",), ("beach clean-up",), ("清理",)),)
    Concept.objects.filter(pk=cleanup.pk).update(short_forms="")
    assert terms.pairs() == (TermPair(("净滩",), ("beach clean-up",)),)
    subject("zero-waste-city", "!无废城市", "!zero-waste city", is_active=False)
    assert len(terms.pairs()) == 1


@pytest.mark.django_db
def test_the_file_of_the_glossary_binds_the_words_of_the_programme() -> None:
    loading.load_glossary()
    words = {word for pair in terms.pairs() for word in (*pair.chinese, *pair.english)}

    assert {
        "净滩",
        "海漂垃圾",
        "无废城市",
        "海上环卫",
        "beach clean-up",
        "zero-waste city",
    } <= words
    assert not {"成本", "垃圾", "marine debris"} & words


@pytest.mark.django_db
def test_all_checks_speak_together() -> None:
    subject("beach-cleanup", "!净滩", "!beach clean-up")

    found = checks.findings("2025年组织净滩3次。", "A walk in 2025 , thrice.", ENGLISH)

    assert [each.code for each in found] == ["figure-missing", "term-missing", "blank-before"]
    assert checks.findings("组织净滩。", " ", ENGLISH) == []
    assert [each.code for each in checks.findings("", "A walk , at sea.", ENGLISH)] == [
        "blank-before"
    ]
    assert [each.code for each in checks.findings_of_source("组织 净滩", ENGLISH)] == [
        "blank-in-chinese"
    ]
