"""The questions about tests of trainings, sites and surveys."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Avg, Count, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest

from monitoring.choices import (
    APPROVED,
    SHORTEST_FOR_INDICATORS,
    UNDER_WAY,
    Compartment,
    SurveyType,
    UploadState,
)
from partnership.accounts.models import User
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.review.choices import State

if TYPE_CHECKING:
    from datetime import date

    from partnership.events.models import Event
    from partnership.reference.models import Place


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


class SurveySiteQuerySet(models.QuerySet):
    """Sites are public; what differs is who hands surveys of them in."""

    def surveyed_by(self, user: User | AnonymousUser) -> Self:
        """Whose surveys `user` may write: those of the organisations they write for."""
        organisations = Membership.objects.with_right(Right.DRAFT).of(user).values("organisation")
        return self.filter(organisation__in=organisations)

    def with_facts(self) -> Self:
        """Add how many approved surveys there are, on the beach and off it, and when the last one was.

        Those at sea are asked for apart: joined to both, the rows would multiply.
        """
        approved = approved_of("units__surveys__")
        sites: Any = self.model
        at_sea = sites.sea_surveys.rel.related_model.objects.approved()
        off_site = at_sea.filter(site=OuterRef("pk")).order_by().values("site")
        number = Subquery(off_site.annotate(number=Count("pk")).values("number"))
        last = Subquery(off_site.annotate(last=Max("surveyed_on")).values("last"))
        return self.annotate(
            survey_count=Count("units__surveys", filter=approved) + Coalesce(number, 0),
            last_survey=Greatest(Max("units__surveys__surveyed_on", filter=approved), last),
        )

    def in_order(self) -> Self:
        """Country by country as the list of places has them, then by code."""
        return self.order_by("place__country__position", "place__sort_key_en", "code")


class SurveyQuerySet(models.QuerySet):
    """Only what the secretariat accepted, and has not withdrawn since, counts anywhere."""

    def approved(self) -> Self:
        return self.filter(approved_of())

    def for_indicators(self) -> Self:
        """Approved monitoring on transects that are long enough."""
        return self.approved().filter(
            survey_type=SurveyType.MONITORING, length_m__gt=SHORTEST_FOR_INDICATORS
        )

    def on_beaches(self) -> Self:
        return self.filter(compartment=Compartment.BEACH)

    def latest_first(self) -> Self:
        return self.order_by("-surveyed_on", "unit", "replicate_no")


def approved_of(path: str = "") -> Q:
    """Return the condition that a survey at the end of `path` is approved; demo surveys that nobody
    handed in are."""
    return Q(**{f"{path}is_demo": True, f"{path}handed_in__isnull": True}) | Q(
        **{f"{path}handed_in__submission__state__in": APPROVED}
    )


class SeaSurveyQuerySet(models.QuerySet):
    """Surveys at sea count when the secretariat has accepted them, as those of beaches do."""

    def approved(self) -> Self:
        return self.filter(approved_of())

    def for_indicators(self) -> Self:
        return self.approved().filter(survey_type=SurveyType.MONITORING)

    def latest_first(self) -> Self:
        return self.order_by("-surveyed_on", "site__code", "method", "replicate_no")


class MicroSampleQuerySet(models.QuerySet):
    """Samples of microplastics count when the secretariat has accepted them, as surveys do."""

    def approved(self) -> Self:
        return self.filter(approved_of())

    def latest_first(self) -> Self:
        return self.order_by("-sampled_on", "-pk")


class UploadQuerySet(models.QuerySet):
    """Files with surveys are shown to nobody but who sent them."""

    def of(self, user: User) -> Self:
        """Those `user` has sent, the latest first."""
        return self.filter(sent_by=user).order_by("-pk")

    def in_brief(self) -> Self:
        """Without the file and what was found in it, which are large."""
        return self.defer("content", "findings", "taken")

    def under_way(self) -> Self:
        return self.filter(state__in=UNDER_WAY)

    def to_read(self, abandoned: datetime) -> Self:
        """Waiting, or without a sign of life since `abandoned`: its worker must have died."""
        left = Q(state=UploadState.RUNNING, beat_at__lt=abandoned)
        return self.filter(Q(state=UploadState.WAITING) | left).order_by("pk")


class MonitoringReportQuerySet(models.QuerySet):
    """Reports are public as soon as they are made: they say nothing that is not public already. They stay
    so until one is withdrawn."""

    def standing(self) -> Self:
        """Those that are not withdrawn: pages, files, lists, the API and the search know no others."""
        return self.filter(withdrawal__isnull=True)

    def latest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")

    def same_question(self, scope: str, place: "Place | None", period: "tuple[date, date]") -> Self:
        """The versions of a report on the same area and time."""
        first, last = period
        return self.filter(scope=scope, place=place, first_day=first, last_day=last)


class WasteProfileQuerySet(models.QuerySet):
    """Profiles count when the secretariat has accepted them, as surveys do."""

    def approved(self) -> Self:
        return self.filter(approved_of())


class WasteValueQuerySet(models.QuerySet):
    """Values count with their profile."""

    def approved(self) -> Self:
        return self.filter(approved_of("profile__"))

    def in_order(self) -> Self:
        """City by city as the list of places has them, then year by year."""
        places = ("profile__place__country__position", "profile__place__sort_key_en")
        return self.order_by(*places, "profile__place__code", "profile__year", "pk")


class AnnualReportQuerySet(models.QuerySet):
    """Reports are public once the secretariat has accepted them; those that nobody handed in are
    demo data."""

    def approved(self) -> Self:
        accepted = Q(handed_in__submission__state__in=APPROVED)
        return self.filter(Q(handed_in__isnull=True) | accepted)

    def latest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")

    def withdrawn(self) -> Self:
        """Those that were public and are not any more, with the moment of it as `withdrawn_at`."""
        of_them = self.filter(handed_in__submission__state=State.WITHDRAWN)
        return of_them.annotate(withdrawn_at=F("handed_in__submission__closed_at"))

    def same_question(self, place: "Place | None", period: "tuple[date, date]") -> Self:
        """Those around figures of the same city and time."""
        first, last = period
        return self.filter(
            computed__place=place, computed__first_day=first, computed__last_day=last
        )
