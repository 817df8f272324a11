"""The table of contents of a case: only parts that are there."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases.dossier import parts
from cases.dossier.case import Dossier


class Heading(NamedTuple):
    """A part of the page: the id of its section and its name."""

    anchor: str
    label: str | Promise


def contents_of(dossier: Dossier) -> list[Heading]:
    texts: list[tuple[object, str, str | Promise]] = [
        (dossier.background, "background", parts.BACKGROUND),
        (dossier.blocks, "measures", parts.MEASURES),
        (dossier.results, "results", parts.RESULTS),
        (dossier.indicators, "figures", _("Figures")),
        (dossier.sums, "money", _("Money")),
        (dossier.lessons, "lessons", parts.LESSONS),
        (dossier.more_pictures, "pictures", _("Pictures")),
        (dossier.sources, "sources", _("Sources")),
    ]
    short = [(dossier.figure_names, "figures", _("What was counted"))]
    shown = texts if dossier.has_full_text else short
    always = [Heading("places", _("Places")), Heading("cite", _("Cite this case"))]
    return [*(Heading(anchor, label) for there, anchor, label in shown if there), *always]
