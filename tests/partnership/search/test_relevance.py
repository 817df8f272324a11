"""How well the search finds, with the portal's glossary and judged questions of its own."""

from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command

from partnership.reference.actions import load_reference
from partnership.reference.naming import DATA
from partnership.search.evaluation import further, judged, plain, run
from partnership.search.evaluation.distractors import distractors
from partnership.search.evaluation.figures import ROUNDS, measured
from partnership.search.evaluation.run import mixed, ours
from partnership.search.evaluation.scratch import PLAIN, TABLES, TEXTS
from partnership.search.glossary import book
from partnership.search.glossary.loading import load_glossary
from partnership.search.indexing import counting, writing
from tests.factories.search import subject

pytestmark = pytest.mark.django_db
FILE = Path(__file__).parent / "data" / "relevance.json"
DISTRACTORS = 300
LEAST = {
    "zh": 0.8,
    "en": 0.8,
    "syn": 0.8,
    "cross": 0.8,
    "place": 0.9,
    "acronym": 0.8,
    "typo": 0.6,
    "pinyin": 0.8,
    "mixed": 0.9,
    "nl": 0.55,
    "trad": 0.8,
    "norm": 0.9,
    "phrase": 0.9,
    "exclusion": 0.9,
    "unlisted": 0.8,
    "prefix": 0.8,
    "org": 0.9,
}


def test_measuring_prints_all_figures_beside_icontains(
    transactional_db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(further, "SAVES", 5)
    monkeypatch.setattr(further, "SAMPLES", 5)
    subject("beach-cleanup", "净滩", "beach cleanup")
    sized: list[tuple[str, ...]] = []

    def size_of(*tables: str) -> int:
        sized.append(tables)
        return 1

    monkeypatch.setattr(further, "size_of", size_of)

    call_command("search_eval", str(FILE), bulk=[0, 40])

    assert sized == [(TEXTS,), (PLAIN,), TABLES] * 2
    text = capsys.readouterr().out
    for figure in (
        "nDCG@10",
        "recall@10",
        "queries without a relevant hit",
        "p95 (ms)",
        "cross (7)",
        "search tables over the texts alone",
        "saves without VACUUM",
        "all filters and the total",
        "suggestions by initials",
        "snippet of a text",
        "From 68 to 108 documents",
    ):
        assert figure in text, figure


def test_both_searches_are_measured_alike(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = judged.read(FILE)
    asked: dict[str, list[str]] = {"ours": [], "plain": []}

    def noted(name: str, text: str) -> list[int]:
        asked[name].append(text)
        return []

    monkeypatch.setattr(run, "ours", lambda: partial(noted, "ours"))
    monkeypatch.setattr(plain, "search", lambda text, _number: noted("plain", text))
    monkeypatch.setattr(run, "further_figures", lambda *_given: further.Further())

    outcome = run.evaluate(content, 0)

    assert asked["ours"] == asked["plain"]
    assert len(asked["plain"]) == (1 + ROUNDS) * len(content.queries)
    assert len(outcome.ours.times) == len(outcome.plain.times) == ROUNDS * len(content.queries)


def test_questions_of_every_kind_find_what_answers_them() -> None:
    load_reference(DATA)
    load_glossary()
    content = judged.read(FILE)
    asked = [query.text for query in content.queries]
    texts = mixed(content.documents, distractors(DISTRACTORS, asked), DISTRACTORS)
    writing.write(judged.KIND, texts, book.current())
    counting.count()

    figures = measured(ours(), content.queries, 1)

    assert figures.mean_of("ndcg") >= 0.85
    assert figures.mean_of("recall") >= 0.85
    assert len(figures.without) <= 2, figures.without
    by_class = {name: round(figures.mean_of("ndcg", name), 2) for name in figures.ndcg}
    assert not {name: found for name, found in by_class.items() if found < LEAST[name]}
