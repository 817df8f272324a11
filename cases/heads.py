"""What the address of a case must know before anything is read: a small, indexed query."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from django.db.models import F, QuerySet
from django.db.models.functions import JSONObject

from cases.addresses import case_url
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core import languages, publication_version
from partnership.core.gone import missing
from partnership.core.models.publication import publication_field
from partnership.core.prepared import Prepared, with_any


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A public case: its key, its versions, its short name and publication per language.

    `version` changes with everything that is kept about the case, `edition` is the one readers
    are told."""

    pk: int
    number: str
    version: int
    edition: int
    slugs: dict[str, str]
    published: tuple[str, ...]

    @classmethod
    def of_public(cls, number: str) -> Self:
        """Return the head of a public case; a stranger gets 410 for the number of one that was
        withdrawn, and 404 for every other."""
        found = _question().ask([number])
        if not found:
            raise missing(Case.objects.withdrawn().filter(number=number), number)
        (row,) = found
        publication_version.learn(row.pop("marks"))
        since = row.pop("since")
        return cls(**row, published=tuple(code for code in languages.LANGUAGES if since[code]))

    def url(self, language: str | None = None) -> str:
        wanted = language or languages.current()
        return case_url(self.number, self.slugs[wanted], wanted)


@cache
def _question() -> Prepared:
    cases: QuerySet[Any] = with_any("number", CaseQuerySet(Case).published()).order_by()
    head = JSONObject(
        **{name: F(name) for name in ("pk", "number", "version", "edition")},
        slugs=JSONObject(
            **{code: F(languages.column("slug", code)) for code in languages.LANGUAGES}
        ),
        since=JSONObject(**{code: F(publication_field(code)) for code in languages.LANGUAGES}),
        marks=publication_version.MARKS,
    )
    return Prepared(cases.values_list(head))
