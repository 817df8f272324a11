"""What the database knows of the surveys in a file, asked once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

from django.db.models import QuerySet

from monitoring.choices import FORM_LIST
from monitoring.models import SamplingUnit, Survey, SurveySite
from monitoring.surveying.history import History, history_of
from monitoring.surveying.sheet import Counted, counted_items
from partnership.accounts.models import User
from partnership.network.models import Organisation
from partnership.reference.models import ItemList, LitterItem
from partnership.review.choices import State
from partnership.review.models import Submission

ENDED: Final = (State.DECLINED, State.WITHDRAWN)
Key = tuple[int, str, str]  # transect, day and replicate number as the form has them


@dataclass
class Known:
    """Transects in use by how people write them, items, and what was surveyed already."""

    own: dict[str, SamplingUnit]
    items: dict[str, Counted]
    item_list: ItemList
    days: Iterable[date] = field(default_factory=list)

    @classmethod
    def to(cls, user: User) -> Self:
        """Return what is known to somebody who hands surveys in."""
        return cls(
            {str(unit): unit for unit in transects_of(user)},
            {item.code: item for item in counted_items()},
            ItemList.objects.get(code=FORM_LIST),
        )

    @cached_property
    def foreign(self) -> set[str]:
        """Transects in use that others survey."""
        rows = SamplingUnit.objects.filter(replaced_by__isnull=True)
        found = rows.values_list("site__code", "code")
        return {f"{site}-{code}" for site, code in found} - set(self.own)

    @cached_property
    def groups(self) -> set[str]:
        """Codes that are there for totals only."""
        rows = LitterItem.objects.filter(item_list=self.item_list, is_recordable=False)
        return set(rows.values_list("code", flat=True))

    @cached_property
    def submissions(self) -> dict[Key, list[Submission]]:
        """What was begun or handed in of the own transects on these days, and not closed."""
        return submissions_of(self.own.values(), self.days)

    @cached_property
    def history(self) -> History:
        """What was found before at the own sites."""
        return history_of({unit.site_id for unit in self.own.values()})

    @cached_property
    def approved(self) -> dict[Key, int | None]:
        """Approved surveys of the own transects on these days, with their submission."""
        rows = Survey.objects.approved().filter(
            unit__in=self.own.values(), surveyed_on__in=self.days
        )
        columns = rows.values_list("unit_id", "surveyed_on", "replicate_no", "handed_in_id")
        return {
            (unit, day.isoformat(), str(number)): handed_in
            for unit, day, number, handed_in in columns
        }


def transects_of(user: User) -> list[SamplingUnit]:
    """Return the transects in use that `user` hands surveys in for, in order."""
    rows = SamplingUnit.objects.filter(
        site__in=SurveySite.objects.surveyed_by(user), replaced_by__isnull=True
    )
    return list(rows.select_related("site").order_by("site__code", "code"))


def organisations_of(user: User) -> QuerySet[Organisation]:
    """Return the organisations for which `user` hands surveys in."""
    sites = SurveySite.objects.surveyed_by(user).values("organisation")
    rows: QuerySet[Organisation] = Organisation.objects.filter(pk__in=sites).order_by("pk")
    return rows


def submissions_of(
    units: Iterable[SamplingUnit], days: Iterable[date]
) -> dict[Key, list[Submission]]:
    """Return what was begun of these transects on these days, oldest first."""
    rows = Submission.objects.filter(
        of_survey__unit__in=list(units),
        answers__effort__surveyed_on__in=[day.isoformat() for day in days],
    )
    found: dict[Key, list[Submission]] = defaultdict(list)
    begun: Any = rows.exclude(state__in=ENDED).select_related("of_survey").order_by("pk")
    for submission in begun:
        found[key_of(submission.of_survey.unit_id, submission.answers)].append(submission)
    return found


def key_of(unit: int, answers: dict[str, Any]) -> Key:
    effort = answers.get("effort", {})
    return unit, str(effort.get("surveyed_on", "")), str(effort.get("replicate_no", ""))
