"""The index, the glossary and the log of the search."""

from partnership.search.models.asked import AskedText
from partnership.search.models.concept import Concept, Term
from partnership.search.models.entry import SearchEntry, SearchText
from partnership.search.models.upkeep import ChangedRow, KnownWord, LexemeCount, Suggestion

__all__ = [
    "AskedText",
    "ChangedRow",
    "Concept",
    "KnownWord",
    "LexemeCount",
    "SearchEntry",
    "SearchText",
    "Suggestion",
    "Term",
]
