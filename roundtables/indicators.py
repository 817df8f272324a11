"""What dialogues and projects say about the programme."""

from collections.abc import Collection, Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.choices import labels_in
from partnership.core.indicators import (
    AS_OF_TODAY,
    CALENDAR_YEAR,
    Axis,
    Indicator,
    Record,
    register,
)
from partnership.events.choices import Kind
from partnership.events.counting import event_record, held, with_events
from partnership.reference import names
from partnership.reference.breakdowns import BY_COUNTRY
from roundtables.choices import Stage
from roundtables.models import Project


def _dialogues() -> Iterator[Record]:
    for event, country in with_events(held(Kind.DIALOGUE), "place__country__code"):
        yield event_record(event, country)


def _stages(_found: Collection[str]) -> dict[str, str]:
    """Return all stages in the order of the way, those without a project too."""
    return dict(labels_in(languages.current(), Stage))


BY_STAGE: Final = Axis(pgettext_lazy("project", "Stage"), _stages)
BY_THEME: Final = Axis(
    pgettext_lazy("heading", "Theme"), lambda codes: names.names_of("theme", codes)
)


def _projects() -> Iterator[Record]:
    columns = ("slug", languages.column("title"), "stage", "theme__code", "is_demo")
    rows = languages.values_of(Project.objects.published().moved_last_first(), *columns)
    for slug, title, stage, theme, is_demo in rows:
        yield Record(
            key=slug,
            name=title,
            period=stage,
            address=("roundtables:project", slug),
            part=theme,
            is_demo=is_demo,
        )


register(
    Indicator(
        key="roundtables-held",
        name=_("Roundtable dialogues held"),
        unit=_("dialogues"),
        definition=_("Local roundtable dialogues of the partnership that took place."),
        period=CALENDAR_YEAR,
        method=_(
            "Public events of this kind noted as held, in the year of their first day by the clock "
            "of their place and under the country of their place."
        ),
        records=_dialogues,
        parts=BY_COUNTRY,
        rank=10,
    ),
    Indicator(
        key="projects-by-stage",
        name=_("Projects by stage"),
        unit=_("projects"),
        definition=_(
            "Research and cooperation projects on mangroves, biodiversity, climate action and "
            "ocean finance that grew from the work of the partnership."
        ),
        period=AS_OF_TODAY,
        method=_("Public projects, each at the stage it has reached and under its one theme."),
        records=_projects,
        axis=BY_STAGE,
        parts=BY_THEME,
        rank=40,
    ),
)
