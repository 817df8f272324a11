"""Texts as lists and pages show them: plain columns of one language, no translated objects."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, Self

from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.translations.notices import source_changed_at

if TYPE_CHECKING:
    from partnership.portal.querysets import TextQuerySet

PLAIN: Final = ("key", "date", "is_demo", "public_since", "updated_at")
TRANSLATED: Final = ("title", "summary")
FACTS: Final = ("kind", *PLAIN, *TRANSLATED)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a text in `language`; `published` names the languages with full text.

    `kind` is a kind of page, or `news`. `source_changed_at` is known to the text's own page only: the
    other language is newer.
    """

    kind: str
    key: str
    date: date
    is_demo: bool
    public_since: datetime
    updated_at: datetime
    title: str
    summary: str
    language: str
    published: tuple[str, ...]
    source_changed_at: datetime | None = None

    @classmethod
    def of_row(cls, row: tuple[Any, ...], language: str) -> Self:
        """Make one of a row of `columns(language)`."""
        facts, since = row[: len(FACTS)], row[len(FACTS) :]
        dates = zip(languages.LANGUAGES, since, strict=True)
        published = tuple(code for code, moment in dates if moment)
        return cls(**dict(zip(FACTS, facts, strict=True)), language=language, published=published)

    @property
    def is_elsewhere(self) -> bool:
        """The full text is public in the other language only."""
        return self.language not in self.published


def columns(language: str) -> list[str]:
    """Return what to select for headlines in `language`; `kind` comes before them."""
    texts = (languages.column(name, language) for name in TRANSLATED)
    return [*PLAIN, *texts, *(publication_field(code) for code in languages.LANGUAGES)]


def headlines_of(texts: "TextQuerySet", language: str) -> list[Headline]:
    """Return the headlines of `texts`, in their order, by one query."""
    rows = texts.values_list(texts.kind_of_text(), *columns(language))
    return [Headline.of_row(row, language) for row in rows]


def reading_of(texts: "TextQuerySet", key: str, language: str) -> tuple[Headline, str] | None:
    """Return a public text's headline and, when it is public in `language`, its body."""
    body = languages.column("body", language)
    rows = texts.filter(key=key).order_by()
    changed_at = source_changed_at(str(texts.model._meta.model_name), language)
    row = rows.values_list(body, changed_at, texts.kind_of_text(), *columns(language)).first()
    if row is None:
        return None
    text, changed, *rest = row
    headline = replace(Headline.of_row(tuple(rest), language), source_changed_at=changed)
    return headline, "" if headline.is_elsewhere else text
