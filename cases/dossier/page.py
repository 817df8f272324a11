"""The page of a case in pieces, each kept as long as what it shows is the same."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from cases.dossier.case import Dossier
from cases.dossier.metadata import meta_of
from cases.dossier.pieces import pieces_of, titles_of, values_of
from cases.dossier.question import dossier_question
from cases.dossier.reading import dossier_of
from cases.heads import CaseHead
from cases.markup.related import related_cards
from cases.related import Likeness, Related, question
from partnership.core import languages
from partnership.core.fragments import kept
from partnership.core.page_meta import PageMeta
from partnership.core.prepared import Together
from partnership.core.shells import filled_shell
from partnership.reference.choices import Grade


@dataclass(frozen=True)
class CaseText:
    """A case in one language: head metadata, and top and text as HTML."""

    meta: PageMeta
    header: SafeString
    main: SafeString


@dataclass(frozen=True)
class CasePage:
    """What the frame puts together; `related` are the cases to read next as HTML."""

    text: CaseText
    related: SafeString


@dataclass
class Reading:
    """What the database holds for the page, asked for at once when the first piece needs it."""

    key: int
    language: str

    @cached_property
    def dossier(self) -> Dossier:
        (found,), _names = self._answers
        return dossier_of(found, self.language)

    @cached_property
    def related(self) -> list[Related]:
        _found, names = self._answers
        return self._likeness.called(names, self.language)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness.of(self.key)

    @cached_property
    def _answers(self) -> list[list[Any]]:
        return _both(self.language).ask([self.key], self._likeness.keys)


def page_of(head: CaseHead) -> CasePage:
    """Return the page of a public case in the active language.

    Its text is kept by its version, the names of places and themes, and the day, which the
    citation names.
    """
    language = languages.current()
    read = Reading(head.pk, language)
    name = f"{head.pk}:{head.version}:{timezone.localdate()}"
    text = kept(
        "case-text",
        language,
        name,
        lambda: _text(read.dossier),
        shows=["documents", "events", "partnership", "reference", "translations"],
    )
    related = kept(
        "case-related",
        language,
        str(head.pk),
        lambda: _related(read.related),
        shows=["cases", "documents", "reference"],
    )
    return CasePage(text, related)


def context_of(dossier: Dossier) -> dict[str, Any]:
    """Return what the templates about a case need when they are rendered as they stand, for the
    print view and the preview of a draft."""
    return {
        "case": dossier,
        "meta": meta_of(dossier) if dossier.published else None,
        "byline": titles_of(dossier)["byline"],
        "grades": tuple(Grade),
        "other_language_tag": languages.tag(languages.other(dossier.language)),
        **pieces_of(dossier),
    }


def _text(dossier: Dossier) -> CaseText:
    values = values_of(dossier)
    return CaseText(
        meta=meta_of(dossier),
        header=filled_shell("cases/detail/header.html", titles_of(dossier), values),
        main=filled_shell("cases/detail/main.html", pieces_of(dossier), values),
    )


def _related(related: list[Related]) -> SafeString:
    return filled_shell("cases/detail/related.html", {"related": related_cards(related)}, {})


@cache
def _both(language: str) -> Together:
    return Together(dossier_question(language), question(language))
