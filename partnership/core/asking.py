"""What a visitor asks of a list, read tolerantly from the query string.

Nothing a visitor types is an error: what is not understood is left out, and a sentence says so.
"""

from collections.abc import Collection

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partnership.core.paging import shortened

LONGEST_TEXT = 200  # characters
MOST_SHOWN = 3  # values repeated in a sentence


class Asked:
    """Reads a query; `notices` are the sentences about what was left out, in order."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query
        self.notices: list[str] = []

    def choices(self, name: str, known: Collection[str], label: str | Promise) -> list[str]:
        """Return the values of the filter `name` that are `known`, each once.

        `label` is what readers call the filter.
        """
        given = (value.strip() for value in self.query.getlist(name))
        values = list(dict.fromkeys(value for value in given if value))
        unknown = [value for value in values if value not in known]
        if unknown:
            self._left_out(unknown, label)
        return [value for value in values if value in known]

    def choice(self, name: str, known: Collection[str], label: str | Promise) -> str:
        """Return the one value of the filter `name`, an empty text when it is not `known`."""
        return next(iter(self.choices(name, known, label)), "")

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        """Return what was typed into a text box, cut where it is too long."""
        words = " ".join(self.query.get(name, "").split())
        if len(words) <= longest:
            return words
        self.notices.append(
            _("The search text was too long; only its first %(count)d characters were used.")
            % {"count": longest}
        )
        return words[:longest].rstrip()

    def _left_out(self, values: list[str], label: str | Promise) -> None:
        shown = [_("“%(value)s”") % {"value": shortened(value)} for value in values[:MOST_SHOWN]]
        more = ["…"] if len(values) > MOST_SHOWN else []
        sentence = _("Not known under “%(filter)s” and left out: %(values)s")
        self.notices.append(sentence % {"filter": label, "values": " ".join(shown + more)})
