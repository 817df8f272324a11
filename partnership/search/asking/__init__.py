"""From what somebody typed to entries in the order of their worth."""

from partnership.search.asking.ranking import Narrowing, Search
from partnership.search.asking.things import keys_of_things
from partnership.search.asking.understanding import Question, understood

__all__ = ["Narrowing", "Question", "Search", "keys_of_things", "understood"]
