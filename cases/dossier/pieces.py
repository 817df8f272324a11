"""What the templates about a case put together: finished pieces of HTML, and a few words.

Page, print view and the preview of a draft use the same templates and the same pieces.
"""

from collections.abc import Hashable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cases.addresses import view_url
from cases.dossier import citing
from cases.dossier.case import Dossier
from cases.dossier.charts import charts_of
from cases.dossier.contents import contents_of
from cases.dossier.counted import counted
from cases.dossier.facts import byline, kind_facts, main_facts
from cases.dossier.places import map_of as places_of
from cases.markup.facts import fact_rows, heading_rows, item_rows, link_rows
from cases.markup.figures import figure_rows, sum_rows
from cases.markup.pictures import figures_html, lead_figure
from cases.markup.sources import source_rows
from cases.markup.texts import block_rows, lesson_rows
from partnership.core import languages
from partnership.core.charts.figure import figure
from partnership.core.citations.markup import citation_rows
from partnership.core.markup import filled, prose
from partnership.maps.figure import map_html
from partnership.reference.choices import Grade

Pieces = dict[str, object]


def values_of(dossier: Dossier) -> dict[str, Hashable]:
    """Return what the templates ask about and what there are few of."""
    return {
        "case.language": dossier.language,
        "case.has_full_text": dossier.has_full_text,
        "case.is_demo": dossier.is_demo,
        "case.evidence_grade": dossier.evidence_grade,
        "case.phase_label": dossier.phase_label,
        "grades": tuple(Grade),
        "other_language_tag": languages.tag(languages.other(dossier.language)),
    }


def titles_of(dossier: Dossier) -> Pieces:
    return {
        "case.number": dossier.number,
        "case.title": dossier.title,
        "case.summary": dossier.summary,
        "byline": item_rows(byline(dossier)),
    }


def pieces_of(dossier: Dossier) -> Pieces:
    """Return what stands below the title; texts only where the case is public in the language."""
    lead = dossier.lead_picture
    return {
        "main_facts": fact_rows(main_facts(dossier)),
        "kind_facts": fact_rows(kind_facts(dossier)),
        "contents": heading_rows(contents_of(dossier)),
        "lead_picture": lead_figure(lead) if lead else "",
        "newer_source": _newer_source(dossier) if dossier.source_changed_at else "",
        "places": _places(dossier),
        "citations": citation_rows(citing.citations_of(dossier)),
        "citation_files": link_rows(citing.citation_files_of(dossier)),
        "share_url": citing.share_url(dossier),
        "report_url": citing.report_url(dossier),
        "counterpart_url": dossier.url(languages.other(dossier.language)),
        **_views(dossier),
        **(_text(dossier) if dossier.has_full_text else _names_alone(dossier)),
    }


def _text(dossier: Dossier) -> Pieces:
    return {
        "background": prose(dossier.background) if dossier.background else "",
        "blocks": block_rows(dossier.blocks),
        "results": prose(dossier.results),
        "charts": _charts(dossier),
        "figures": figure_rows(counted(dossier.indicators)),
        "sums": sum_rows(dossier.sums),
        "lessons": lesson_rows(dossier.lessons),
        "more_pictures": figures_html(dossier.more_pictures),
        "sources": source_rows(dossier.sources),
    }


def _names_alone(dossier: Dossier) -> Pieces:
    return {"figure_names": item_rows(dossier.figure_names)}


def _charts(dossier: Dossier) -> SafeString:
    charts = enumerate(charts_of(dossier.indicators), start=1)
    return SafeString("".join([figure(chart, f"chart-{number}") for number, chart in charts]))


def _places(dossier: Dossier) -> SafeString:
    """Return the places as dots and list; outside the map's region as a list alone."""
    places = places_of(dossier.places)
    if places.inside:
        return map_html(places, "case-map")
    return filled("<ul>{}</ul>", item_rows([point.name for point in places.points]))


def _newer_source(dossier: Dossier) -> SafeString:
    """Say that the text in the other language is newer than this one."""
    other = languages.other(dossier.language)
    context = {
        "changed_at": dossier.source_changed_at,
        "language": dossier.language,
        "url": dossier.url(other),
        "tag": languages.tag(other),
    }
    return render_to_string("partials/newer_source.html", context)


def _views(dossier: Dossier) -> Pieces:
    """Return the addresses of the other views of the case that there are."""
    names = []
    if dossier.language in dossier.published:
        names += ["pdf", "print"]
    if set(dossier.published) == set(languages.LANGUAGES):
        names.append("side-by-side")
    return {f"{name.replace('-', '_')}_url": view_url(name, dossier.number) for name in names}
