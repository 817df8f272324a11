"""Subjects of the glossary, and things to be found, for tests."""

from datetime import UTC, datetime
from typing import Any

from partnership.core.languages import CHINESE, ENGLISH
from partnership.search.models import Concept, Term
from partnership.search.sources import Found, Texts


def subject(code: str, zh: str, en: str, **facts: Any) -> Concept:
    """Return a subject with its words, those of each language parted by |, binding ones after !."""
    concept = Concept.objects.create(code=code, **facts)
    words = [(CHINESE, text) for text in zh.split("|") if text]
    words += [(ENGLISH, text) for text in en.split("|") if text]
    for order, (language, text) in enumerate(words):
        Term.objects.create(
            concept=concept,
            language=language,
            text=text.removeprefix("!"),
            order=order,
            is_binding=text.startswith("!"),
        )
    return concept


def found(number: int, zh: str = "", en: str = "", body: str = "", **facts: Any) -> Found:
    """Return a thing with a title in either language, and a Chinese body."""
    texts = {CHINESE: Texts(zh, "", body), ENGLISH: Texts(en)}
    languages = tuple(language for language in (CHINESE, ENGLISH) if texts[language].title)
    defaults = {"languages": languages, "public_since": datetime(2026, 1, 1, tzinfo=UTC)}
    return Found(number, texts, {CHINESE: "/zh-hans/x/", ENGLISH: "/en/x/"}, **(defaults | facts))
