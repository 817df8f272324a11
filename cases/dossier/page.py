"""The page of a case in pieces, each kept as long as what it shows is the same."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from cases.addresses import view_url
from cases.choices import Grade
from cases.dossier import citing
from cases.dossier.case import Dossier
from cases.dossier.charts import charts_of
from cases.dossier.contents import contents_of
from cases.dossier.counted import counted
from cases.dossier.facts import byline, kind_facts, main_facts
from cases.dossier.metadata import meta_of
from cases.dossier.places import map_of
from cases.dossier.reading import read
from cases.heads import CaseHead
from cases.related import related_to
from partnership.core import languages
from partnership.core.fragments import kept
from partnership.core.page_meta import PageMeta


@dataclass(frozen=True)
class CaseText:
    """A case in one language: head metadata, and top and text as HTML."""

    meta: PageMeta | None
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
        shows=["documents", "partnership", "reference", "translations"],
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
    """Return what the templates about a case need; the preview of a draft uses it as well."""
    return {
        "case": dossier,
        "meta": meta_of(dossier),
        "byline": byline(dossier),
        "main_facts": main_facts(dossier),
        "kind_facts": kind_facts(dossier),
        "figures": counted(dossier.indicators),
        "charts": charts_of(dossier.indicators) if dossier.has_full_text else [],
        "map": map_of(dossier.places),
        "grades": list(Grade),
        "contents": contents_of(dossier),
        "citations": citing.citations_of(dossier),
        "citation_files": citing.citation_files_of(dossier),
        "views": _views(dossier),
        "share_url": citing.share_url(dossier),
        "report_url": citing.report_url(dossier),
        "counterpart_url": dossier.url(languages.other(dossier.language)),
        "other_language_tag": languages.tag(languages.other(dossier.language)),
    }


def _text(key: int) -> CaseText:
    context = context_of(read(key))
    return CaseText(
        meta=context["meta"],
        header=render_to_string("cases/detail/header.html", context),
        main=render_to_string("cases/detail/main.html", context),
    )


def _related(key: int) -> SafeString:
    return render_to_string("cases/detail/related.html", {"related": related_to(key)})


def _views(dossier: Dossier) -> dict[str, str]:
    """Return the other views of the case that there are."""
    names = []
    if dossier.language in dossier.published:
        names += ["pdf", "print"]
    if set(dossier.published) == set(languages.LANGUAGES):
        names.append("side-by-side")
    return {name.replace("-", "_"): view_url(name, dossier.number) for name in names}
