"""The sheet of a survey at sea: effort by its protocol, counts as on beaches, team."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from monitoring.choices import SeaMethod
from monitoring.sea.forms import effort_form
from monitoring.surveying import checks
from monitoring.surveying.sheet import TEAM, count_parts
from partnership.core import coordinates
from partnership.review.sheets import Part, Problem, Sheet
from partnership.review.sheets.sheet import Cleaned


def sheet(method: SeaMethod, language: str) -> Sheet:
    """Return the form of a survey by `method`, written in `language`."""
    effort = Part("effort", _("What was surveyed"), effort_form(method))
    return Sheet(language, (effort, *count_parts(), TEAM), problems)


def problems(cleaned: Cleaned) -> Iterator[Problem]:
    """Yield what the parts say against each other."""
    effort = cleaned["effort"]
    yield from checks.finds(cleaned, effort)
    for end, label in (("start", _("Position at the start")), ("end", _("Position at the end"))):
        position = effort[f"{end}_latitude"], effort[f"{end}_longitude"]
        for name, sentence in coordinates.faults(*position):
            yield Problem(f"effort.{end}_{name}", label, str(sentence))
