"""The questions about the tests of a training."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Avg, Count

if TYPE_CHECKING:
    from partnership.events.models import Event


@dataclass(frozen=True, slots=True)
class Gain:
    """Mean marks of those who took the test both times."""

    people: int
    before: float
    after: float

    @property
    def points(self) -> float:
        return self.after - self.before


class ScoreQuerySet(models.QuerySet):
    """Marks of participants."""

    def of_event(self, event: "Event") -> Self:
        return self.filter(registration__event=event)

    def gain(self) -> Gain | None:
        """Compare before and after, of those who have both; None where nobody has."""
        both = self.filter(before__isnull=False, after__isnull=False)
        found = both.aggregate(people=Count("pk"), before=Avg("before"), after=Avg("after"))
        return Gain(**found) if found["people"] else None
