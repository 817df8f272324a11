"""From what somebody typed to entries in the order of their worth."""

from partnership.search.asking.ranking import Narrowing, Search
from partnership.search.asking.understanding import Question, understood

__all__ = ["Narrowing", "Question", "Search", "understood"]
