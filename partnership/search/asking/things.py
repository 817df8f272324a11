"""What a text finds among the things of one kind, for lists that narrow themselves."""

from partnership.core import languages
from partnership.search.asking.ranking import Narrowing, Search, object_ids
from partnership.search.asking.understanding import understood


def keys_of_things(kind: str, text: str) -> list[int]:
    """Return the keys of the things of a kind that `text` finds, in no order; raises TookTooLong."""
    question = understood(text)
    if question.is_empty:
        return []
    return object_ids(Search(question.asked, Narrowing(kinds=(kind,)), languages.current()).all())
