"""What an outcome document or a project still lacks: before it is public, before its next stage."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partnership.core import languages
from partnership.events.readiness import IN_BOTH, SHORT_TEXTS
from roundtables.choices import PartnerRole, Stage
from roundtables.models import Outcome, Project
from roundtables.models.written import Written

SECTION: Final = gettext_lazy("a section with its text")
LEAD: Final = gettext_lazy("an organisation that leads the project")
FUNDER: Final = gettext_lazy("an organisation that funds the project")
BUDGET: Final = gettext_lazy("the size of the budget")
BEGINNING: Final = gettext_lazy("the day on which the project began, today or earlier")
END: Final = gettext_lazy("the day on which the project ended, today or earlier")


def missing_in_outcome(outcome: Outcome, language: str) -> list[str]:
    """Readers of a language meet a whole document or none."""
    rows: tuple[tuple[QuerySet[Any, Any], str], ...] = (
        (outcome.sections.all(), "title"),
        (outcome.sections.all(), "text"),
        (outcome.annexes.all(), "title"),
    )
    lacking = [*_short_texts(outcome), *_in_rows(rows, language)]
    if not outcome.sections.exists():
        lacking.append(str(SECTION))
    return lacking


def missing_in_project(project: Project, language: str) -> list[str]:
    """The description in this language, and whatever its rows are called."""
    lacking = list(_short_texts(project))
    if not _text(project, "description", language):
        lacking.append(str(IN_BOTH[language]) % {"text": _("description")})
    rows: tuple[tuple[QuerySet[Any, Any], str], ...] = (
        (project.milestones.all(), "title"),
        (project.outputs.all(), "title"),
    )
    without_terms = project.outputs.filter(licence="")
    licences = (_("licence of “%(name)s”") % {"name": row} for row in without_terms)
    return [*lacking, *_in_rows(rows, language), *licences]


def missing_for_stage(project: Project, stage: str) -> list[str | Promise]:
    """Return what has to be known before the project is at `stage`."""
    roles = set(project.partners.values_list("role", flat=True))
    asked: dict[str, list[tuple[object, Promise]]] = {
        Stage.PROPOSAL: [(PartnerRole.LEAD in roles, LEAD), (project.budget_band, BUDGET)],
        Stage.FUNDED: [(PartnerRole.FUNDING in roles, FUNDER)],
        Stage.RUNNING: [(_has_come(project.starts_on), BEGINNING)],
        Stage.FINISHED: [(_has_come(project.ends_on), END)],
    }
    return [name for is_there, name in asked.get(stage, []) if not is_there]


def _has_come(day: date | None) -> bool:
    return day is not None and day <= timezone.localdate()


def _short_texts(written: Written) -> Iterator[str]:
    for code, phrase in IN_BOTH.items():
        for name, label in SHORT_TEXTS.items():
            if not _text(written, name, code):
                yield str(phrase) % {"text": label}


def _in_rows(rows: tuple[tuple[QuerySet[Any, Any], str], ...], language: str) -> Iterator[str]:
    for found, name in rows:
        for row in found.filter(**{languages.column(name, language): ""}):
            label = row._meta.get_field(name).verbose_name
            yield str(IN_BOTH[language]) % {
                "text": _("%(what)s of “%(name)s”") % {"what": label, "name": row}
            }


def _text(instance: Model, name: str, language: str) -> str:
    return (getattr(instance, languages.column(name, language)) or "").strip()
