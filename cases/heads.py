"""What the address of a case must know before anything is read: a small, indexed query."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.http import Http404

from cases.addresses import case_url
from cases.models import Case
from partnership.core import languages
from partnership.core.models.publication import publication_field

COLUMNS = (
    "pk",
    "number",
    "version",
    "updated_at",
    *(languages.column("slug", code) for code in languages.LANGUAGES),
    *(publication_field(code) for code in languages.LANGUAGES),
)


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A public case: its key, its version, its short name and publication per language."""

    pk: int
    number: str
    version: int
    updated_at: datetime
    slugs: dict[str, str]
    published: tuple[str, ...]

    @classmethod
    def of_public(cls, number: str) -> Self:
        """Return the head of a public case; a stranger gets 404 for every other number."""
        rows = Case.objects.published().filter(number=number)
        found = rows.order_by().values_list(*COLUMNS).first()
        if found is None:
            raise Http404
        key, number, version, updated, *rest = found
        slugs, dates = rest[: len(languages.LANGUAGES)], rest[len(languages.LANGUAGES) :]
        return cls(
            pk=key,
            number=number,
            version=version,
            updated_at=updated,
            slugs=dict(zip(languages.LANGUAGES, slugs, strict=True)),
            published=tuple(
                code for code, at in zip(languages.LANGUAGES, dates, strict=True) if at
            ),
        )

    def url(self, language: str | None = None) -> str:
        wanted = language or languages.current()
        return case_url(self.number, self.slugs[wanted], wanted)
