"""Which cases came from a roundtable dialogue; the page of a case shows the dialogue among its facts."""

from collections.abc import Collection
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cases.addresses import case_url
from cases.models import Case
from partnership.core import languages
from roundtables.results import Result, Source, register


def of_dialogue(event_id: int, language: str) -> list[Result]:
    """Return the public cases that came from a dialogue, the latest first."""
    rows: Any = Case.objects.published().filter(dialogues=event_id).latest_first()
    title, slug = (languages.column(name, language) for name in ("title", "slug"))
    return [
        Result(called, case_url(number, name, language), number, is_demo)
        for number, called, name, is_demo in rows.values_list("number", title, slug, "is_demo")
    ]


def number_of(events: Collection[int]) -> dict[int, int]:
    """Return how many public cases came from each of these dialogues."""
    rows: Any = Case.objects.published().order_by().filter(dialogues__in=events)
    counted = rows.values("dialogues").annotate(number=Count("pk", distinct=True))
    return dict(counted.filter(dialogues__in=events).values_list("dialogues", "number"))


def desk(event_id: int) -> str:
    """Return where the admin lists the public cases that came from a dialogue."""
    return f"{reverse('admin:cases_case_changelist')}?dialogues={event_id}&state=public"


register(Source("case", _("Cases"), of_dialogue, rank=30, count=number_of, desk=desk))
