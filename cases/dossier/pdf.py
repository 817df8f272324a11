"""A case as PDF, set by Typst from the dossier."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases import addresses
from cases.dossier.case import Dossier
from cases.dossier.charts import charts_of
from cases.dossier.citing import citations_of
from cases.dossier.counted import Counted, counted
from cases.dossier.facts import Fact, kind_facts, main_facts
from cases.dossier.parts import BACKGROUND, LESSONS, MEASURES, RESULTS, Passage
from cases.dossier.reading import read
from cases.dossier.rows import Block, Indicator, Source, Sum, paragraphs
from partnership.core import languages, partial_dates, publication_version
from partnership.core.charts import Chart, Point
from partnership.core.charts.data import shown
from partnership.core.charts.svg import description
from partnership.core.publishing import make_pdf
from partnership.documents import storage
from partnership.documents.addresses import SHARED
from partnership.documents.on_page import PictureOnPage

KEPT_FOR: Final = 7 * 24 * 3600  # seconds; another version gets another name
SHOWS: Final = ("documents", "events", "reference")  # whose pictures, titles and places it shows
_one_at_a_time = Lock()  # setting takes a second of a processor: a process sets one at a time


def pdf_of(key: int, version: int, language: str | None = None) -> bytes:
    """Return the PDF of the case with primary key `key`, from the cache where it is there."""
    wanted = language or languages.current()
    shown_version = publication_version.for_parts()
    if shown_version is None:  # nothing may be kept
        return _made(key, wanted)
    name = f"case-pdf:{key}:{version}:{wanted}:{shown_version.of(*SHOWS)}"
    name += f":{timezone.localdate()}"  # a consent to a picture may end with the day
    kept: bytes | None = cache.get(name)
    if kept is None:
        kept = _made(key, wanted)
        cache.set(name, kept, KEPT_FOR)
    return kept


def _made(key: int, language: str) -> bytes:
    with _one_at_a_time:
        dossier = read(key, language)
        pictures = _files(dossier)
        data = data_of(dossier, pictures)
        return make_pdf("case", data, dated=dossier.updated_at, pictures=pictures)


def data_of(dossier: Dossier, pictures: Mapping[str, Path] | None = None) -> dict[str, Any]:
    """Return what the template `case.typ` prints: texts only, all of them ready to read."""
    return {
        "language": "zh" if dossier.language == languages.CHINESE else "en",
        "title": dossier.title,
        "short_title": dossier.short_title,
        "summary": dossier.summary,
        "line": _line(dossier),
        "mark": _("Demo data") if dossier.is_demo else "",
        "address": addresses.permanent(dossier.number, dossier.language, version=dossier.edition),
        "portal": _("China-ASEAN Marine Plastic Reduction Partnership"),
        "facts": [_fact(fact) for fact in (*main_facts(dossier), *kind_facts(dossier))],
        "pictures": [
            _picture(each) for each in dossier.pictures if _name(each) in (pictures or {})
        ],
        "parts": _parts(dossier),
        "charts": [_chart(chart) for chart in charts_of(dossier.indicators)],
        "figures": [_counted(item) for item in counted(dossier.indicators)],
        "sums": [_sum(row) for row in dossier.sums],
        "sources": [_source(source, dossier.language) for source in dossier.sources],
        "citations": [
            {"standard": citation.standard, "text": citation.text}
            for citation in citations_of(dossier)
        ],
        "words": _words(),
    }


def _files(dossier: Dossier) -> dict[str, Path]:
    """Return the pictures' files; one whose file is gone is left out."""
    files = {_name(each): storage.folder(each.token) / SHARED for each in dossier.pictures}
    return {name: path for name, path in files.items() if path.is_file()}


def _name(picture: PictureOnPage) -> str:
    return f"picture-{picture.token}.jpg"


def _picture(picture: PictureOnPage) -> dict[str, str]:
    licence = f"{picture.made_by} · {picture.licence_label}".removeprefix(" · ")
    return {
        "name": _name(picture),
        "alt": picture.alt,
        "caption": picture.caption,
        "licence": licence,
    }


def _line(dossier: Dossier) -> str:
    """Number, version, date and grade in one line."""
    parts = [
        dossier.number,
        _("version %s") % dossier.edition,
        partial_dates.display(timezone.localdate(dossier.updated_at).isoformat()),
        _("Evidence grade %(grade)s") % {"grade": dossier.evidence_grade},
    ]
    return " · ".join(parts[: 4 if dossier.evidence_grade else 3])


def _fact(fact: Fact) -> dict[str, str]:
    noted = [
        pgettext("value with a note", "%(value)s (%(note)s)")
        % {"value": value.text, "note": value.note}
        if value.note
        else value.text
        for value in fact.values
    ]
    has_notes = any(value.note for value in fact.values)
    separator = "\n" if has_notes else pgettext("between items", ", ")
    return {"term": fact.term, "value": separator.join(noted)}


def _parts(dossier: Dossier) -> list[dict[str, Any]]:
    """The four parts; `blocks` and `passages` are empty where a part has none."""
    return [
        {"title": str(BACKGROUND), "text": paragraphs(dossier.background)},
        {"title": str(MEASURES), "blocks": [_block(block) for block in dossier.blocks]},
        {"title": str(RESULTS), "text": paragraphs(dossier.results), "has_figures": True},
        {"title": str(LESSONS), "passages": [_passage(each) for each in dossier.lessons]},
    ]


def _block(block: Block) -> dict[str, Any]:
    return {
        "title": block.title,
        "text": paragraphs(block.done),
        "notes": [{"term": str(note.label), "value": note.text} for note in block.notes],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "title": str(passage.label),
        "text": paragraphs(passage.text),
        "is_failure": passage.is_failure,
    }


def _chart(chart: Chart) -> dict[str, Any]:
    """Bars of one series; `share` is the length in hundredths of the longest."""
    longest = max(map(abs, chart.values)) or 1
    bars = [
        {"label": point.label, "value": shown(point.value), "share": _share(point, longest)}
        for point in chart.series[0].points
    ]
    return {
        "title": chart.title,
        "unit": chart.unit,
        "bars": bars,
        "description": description(chart),
        "notes": [*chart.notes, chart.source],
    }


def _share(point: Point, longest: float) -> float:
    return round(100 * abs(point.value or 0) / longest, 2)


def _counted(item: Counted) -> dict[str, Any]:
    """`notes` stand below the name or, where the figures differ in them, beside each period."""
    return {
        "name": item.name,
        "notes": _filled([item.definition, _method(item.method)]),
        "rows": [_figure(row, item) for row in item.rows],
    }


def _figure(row: Indicator, item: Counted) -> dict[str, Any]:
    baseline = _("Baseline %(value)s") % {"value": row.baseline} if row.baseline else ""
    as_of = _("as of %(date)s") % {"date": row.as_of_note} if row.as_of_note else ""
    definition = "" if item.definition else row.definition
    return {
        "value": " ".join(_filled([row.qualifier_label, row.figure, row.unit])),
        "baseline": " ".join(_filled([baseline, row.baseline_note])),
        "period": row.period,
        "notes": _filled([as_of, definition, "" if item.method else _method(row.method)]),
        "evidence": f"[{row.source}] {row.grade}" if row.source else "",
    }


def _method(text: str) -> str:
    return _("Method: %(method)s") % {"method": text} if text else ""


def _filled(texts: list[str]) -> list[str]:
    return [text for text in texts if text]


def _sum(row: Sum) -> dict[str, str]:
    return {
        "what": row.kind_label,
        "note": "\n".join(filter(None, [row.funding_label, row.note])),
        "amount": f"{row.figure} {row.currency_label}",
        "year": str(row.year or "–"),
        "source": f"[{row.source}]" if row.source else "",
    }


def _source(source: Source, readers: str) -> dict[str, str]:
    head = ". ".join(
        filter(None, [source.author, source.title, source.container, source.publisher])
    )
    tail = [source.type_label, source.issued_text, source.language_label, source.grade]
    return {
        "text": head,
        "lang": source.language,
        "translation": source.gloss(readers),
        "translation_lang": source.translation_tag[:2],
        "about": " · ".join(filter(None, tail)),
        "url": source.url,
    }


def _words() -> dict[str, str]:
    """The headings of tables and lists."""
    return {
        "figures": _("Figures"),
        "counted": _("What was counted"),
        "value": _("Value"),
        "period": _("Period"),
        "evidence": _("Evidence"),
        "money": _("Money"),
        "what_for": _("What for"),
        "amount": _("Amount"),
        "year": _("Year"),
        "source": _("Source"),
        "sources": _("Sources"),
        "cite": _("Cite this case"),
    }
