"""What the database knows of the surveys in a file, asked once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final, Self

from django.db.models import QuerySet

from monitoring.choices import FORM_LIST
from monitoring.models import SurveySite
from monitoring.surveying.history import History
from monitoring.surveying.sheet import Counted, counted_items
from monitoring.workbook.layouts import Layout
from partnership.accounts.models import User
from partnership.network.models import Organisation
from partnership.reference.models import ItemList, LitterItem
from partnership.review.choices import State
from partnership.review.models import Submission

ENDED: Final = (State.DECLINED, State.WITHDRAWN)
Key = tuple[int, str, str]  # place, day and replicate number as the form has them


@dataclass
class Known:
    """Places of surveys by how people write them, items, and what was surveyed already."""

    layout: Layout
    own: dict[str, Any]
    items: dict[str, Counted]
    item_list: ItemList
    days: Iterable[date] = field(default_factory=list)

    @classmethod
    def to(cls, user: User, layout: Layout) -> Self:
        """Return what is known to somebody who hands surveys in."""
        return cls(
            layout,
            {layout.code_of(place): place for place in layout.places(user)},
            {item.code: item for item in counted_items()},
            ItemList.objects.get(code=FORM_LIST),
        )

    @cached_property
    def foreign(self) -> set[str]:
        """Places that others survey."""
        return self.layout.all_codes() - set(self.own)

    @cached_property
    def groups(self) -> set[str]:
        """Codes that are there for totals only."""
        rows = LitterItem.objects.filter(item_list=self.item_list, is_recordable=False)
        return set(rows.values_list("code", flat=True))

    @cached_property
    def submissions(self) -> dict[Key, list[Submission]]:
        """What was begun or handed in of the own places on these days, and not closed."""
        return submissions_of(self.layout, self.own.values(), self.days)

    @cached_property
    def history(self) -> History:
        """What was found before at the own sites."""
        return self.layout.history(self.own.values())

    @cached_property
    def approved(self) -> dict[Key, int | None]:
        """Approved surveys of the own places on these days, with their submission."""
        detail = self.layout.detail
        own = {f"{detail}__in": self.own.values(), "surveyed_on__in": self.days}
        columns = (detail, "surveyed_on", "replicate_no", "handed_in_id")
        return {
            (place, day.isoformat(), str(number)): handed_in
            for place, day, number, handed_in in self.layout.approved()
            .filter(**own)
            .values_list(*columns)
        }


def organisations_of(user: User) -> QuerySet[Organisation]:
    """Return the organisations for which `user` hands surveys in."""
    sites = SurveySite.objects.surveyed_by(user).values("organisation")
    rows: QuerySet[Organisation] = Organisation.objects.filter(pk__in=sites).order_by("pk")
    return rows


def submissions_of(
    layout: Layout, places: Iterable[Any], days: Iterable[date]
) -> dict[Key, list[Submission]]:
    """Return what was begun of these places on these days, oldest first."""
    rows = Submission.objects.filter(
        subject=layout.subject_key,
        answers__effort__surveyed_on__in=[day.isoformat() for day in days],
        **{f"{layout.entry}__{layout.detail}__in": list(places)},
    )
    found: dict[Key, list[Submission]] = defaultdict(list)
    begun: Any = rows.exclude(state__in=ENDED).select_related(layout.entry).order_by("pk")
    for submission in begun:
        place = getattr(getattr(submission, layout.entry), f"{layout.detail}_id")
        found[key_of(place, submission.answers)].append(submission)
    return found


def key_of(place: int, answers: dict[str, Any]) -> Key:
    effort = answers.get("effort", {})
    return place, str(effort.get("surveyed_on", "")), str(effort.get("replicate_no", ""))
