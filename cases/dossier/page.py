"""The page of a case in pieces, each kept as long as what it shows is the same."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.safestring import SafeString

from cases.choices import Grade
from cases.dossier.case import Dossier
from cases.dossier.metadata import meta_of
from cases.dossier.pieces import pieces_of, titles_of, values_of
from cases.dossier.reading import read
from cases.heads import CaseHead
from cases.markup.related import related_cards
from cases.related import related_to
from partnership.core import languages
from partnership.core.fragments import kept
from partnership.core.page_meta import PageMeta
from partnership.core.shells import filled_shell


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


def page_of(head: CaseHead) -> CasePage:
    """Return the page of a public case in the active language.

    Its text is kept by its version, the names of places and themes, and the day, which the
    citation names.
    """
    language = languages.current()
    name = f"{head.pk}:{head.version}:{timezone.localdate()}"
    text = kept(
        "case-text",
        language,
        name,
        lambda: _text(head.pk),
        shows=["documents", "events", "partnership", "reference", "translations"],
    )
    related = kept(
        "case-related",
        language,
        str(head.pk),
        lambda: _related(head.pk),
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


def _text(key: int) -> CaseText:
    dossier = read(key)
    values = values_of(dossier)
    return CaseText(
        meta=meta_of(dossier),
        header=filled_shell("cases/detail/header.html", titles_of(dossier), values),
        main=filled_shell("cases/detail/main.html", pieces_of(dossier), values),
    )


def _related(key: int) -> SafeString:
    return filled_shell(
        "cases/detail/related.html", {"related": related_cards(related_to(key))}, {}
    )
