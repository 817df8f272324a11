"""The questions commitments are asked."""

from datetime import date, timedelta
from typing import Final, Self

from django.apps import apps
from django.db import models
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from partnership.core import languages
from partnership.network.choices import READERS, Standing
from partnership.network.commitment_choices import (
    AGREED_ONCE,
    DAYS_OF,
    LIGHTS,
    REPORT_DUE_AFTER,
    RUNNING,
    SILENT_AFTER,
    CommitmentState,
    Data,
    Direction,
    Finding,
)
from partnership.network.commitment_report_querysets import (
    CommitmentEvidenceQuerySet,
    CommitmentReportQuerySet,
    Person,
)
from partnership.reference.sort_keys import SORT_KEYS

ASKED_BEFORE: Final = 30  # days before a report is due
ASKED_AGAIN_AFTER: Final = 30  # days
LATE, ON_TIME = "late", "on-time"  # as `with_timing` says it
MOST_ASKED: Final = 4  # times for one report, then the light alone speaks

REACHES: Final = Q(commitment__direction=Direction.UP, value__gte=F("commitment__target")) | Q(
    commitment__direction=Direction.DOWN, value__lte=F("commitment__target")
)  # of a report: its figure reaches the target
IF_REACHED: Final = Case(When(REACHES, then=True), default=False, output_field=BooleanField())
WORSE: Final = Q(direction=Direction.UP, last_value__lt=F("baseline")) | Q(
    direction=Direction.DOWN, last_value__gt=F("baseline")
)


class CommitmentQuerySet(models.QuerySet):
    """Public is what was agreed once, and stays so."""

    def public(self) -> Self:
        return self.filter(agreed_on__isnull=False)

    def visible_to(self, user: Person) -> Self:
        """Staff sees all, the owner's people their own, everybody what is public."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(*READERS):
            return self
        return self.filter(Q(agreed_on__isnull=False) | Q(pk__in=self.of(user).values("pk")))

    def of(self, user: Person) -> Self:
        """Of the organisations `user` speaks for."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            organisation__standing=Standing.PARTNER,
            organisation__memberships__user=user.pk,
            organisation__memberships__withdrawn_at__isnull=True,
        )

    def running(self) -> Self:
        """Agreed, neither completed nor dropped."""
        return self.filter(state__in=RUNNING)

    def orphaned(self) -> Self:
        """Running, but the owner no longer takes part."""
        return self.running().filter(organisation__standing=Standing.CLOSED)

    def made_of(self, data: str) -> Self:
        """Facts alone, or demo data alone."""
        return self.filter(is_demo=data == Data.DEMO)

    def in_place(self, *codes: str) -> Self:
        """Whose owner sits in one of the places or in a place within it."""
        return self.filter(
            Q(organisation__place__code__in=codes)
            | Q(organisation__place__province__code__in=codes)
            | Q(organisation__place__country__code__in=codes)
        )

    def with_last_report(self) -> Self:
        """Add value and day of the latest accepted report as `last_value` and `last_given_on`, and
        as `has_reached` whether that value reaches the target: without a report nothing does."""
        reports = _reports().accepted().filter(commitment=OuterRef("pk")).order_by("-period_to")
        compared = reports.annotate(reaches=IF_REACHED)
        return self.annotate(
            last_value=Subquery(reports.values("value")[:1]),
            last_given_on=Subquery(reports.values("given_on")[:1]),
            has_reached=Coalesce(Subquery(compared.values("reaches")[:1]), False),
        )

    def with_light(self, today: date | None = None) -> Self:
        """Add why the light is what it is as `finding`: the one rule, from accepted reports,
        dates, the state and, once completed, the evidence everybody sees. Nobody is called silent or
        overdue for what a report says that waits for its review."""
        today = today or timezone.localdate()
        evidence = _evidence().filter(commitment=OuterRef("pk"))
        is_gone = Q(Exists(evidence), ~Exists(evidence.standing().public()))
        last = Coalesce("last_given_on", "agreed_on")
        waits = Exists(_waiting())
        is_old = Q(heard_on__lte=_before(today, REPORT_DUE_AFTER))
        is_silent = Q(heard_on__lte=_before(today, SILENT_AFTER)) & ~waits
        is_overdue = Q(due_on__lt=today, has_reached=False)
        found = [
            (Q(state=CommitmentState.PROPOSED), Finding.PROPOSED),
            (Q(state=CommitmentState.DROPPED), Finding.DROPPED),
            (Q(is_gone, state=CommitmentState.COMPLETED), Finding.EVIDENCE_GONE),
            (Q(state=CommitmentState.COMPLETED), Finding.COMPLETED),
            (Q(last_given_on__isnull=True) & is_silent, Finding.NEVER),
            (is_silent, Finding.SILENT),
            (is_overdue & ~Exists(_waiting().filter(REACHES)), Finding.OVERDUE),
            ((is_old | is_overdue) & waits, Finding.WAITING),
            (is_old, Finding.DUE),
            (WORSE, Finding.WORSE),
            (Q(state=CommitmentState.DELAYED), Finding.DELAYED),
            (Q(last_given_on__isnull=False), Finding.REPORTED),
        ]
        whens = [When(condition, then=Value(finding.value)) for condition, finding in found]
        return (
            self.with_last_report()
            .annotate(heard_on=last)
            .annotate(finding=Case(*whens, default=Value(Finding.FRESH.value)))
        )

    def reached(self) -> Self:
        """Of `with_last_report`: whose last figure reaches the target."""
        return self.filter(has_reached=True)

    def lit(self, *colours: str) -> Self:
        """Of `with_light`: those whose light has one of `colours`."""
        return self.filter(
            finding__in=[finding.value for finding, light in LIGHTS.items() if light in colours]
        )

    def late(self, today: date | None = None) -> Self:
        """Of `with_last_report`: past the due date without the target, or with it only in a period that
        ends after. On which day somebody reports, accepts or completes does not count, so whether
        one is late is open while a report waits that shows the target in time."""
        return self.filter(_late(today or timezone.localdate()))

    def on_time(self, today: date | None = None) -> Self:
        """Of `with_last_report`: agreed, not dropped, not late, and not open whether it is."""
        past = _past_without_target(today or timezone.localdate())
        kept = self.public().exclude(state=CommitmentState.DROPPED)
        return kept.exclude(past | _reached_after())

    def with_timing(self, today: date | None = None) -> Self:
        """Of `with_last_report`: add as `timing` whether `late` or `on_time` chooses it, empty for neither;
        what both go by is looked at once."""
        day = today or timezone.localdate()
        past = _past_without_target(day)
        whens = [
            (_reached_after(), LATE),
            (past & Exists(_waiting_in_time()), ""),
            (past, LATE),
            (Q(state=CommitmentState.DROPPED), ""),
        ]
        found = [When(condition, then=Value(timing)) for condition, timing in whens]
        return self.public().annotate(timing=Case(*found, default=Value(ON_TIME)))

    def undecided(self, today: date | None = None) -> Self:
        """Of `with_last_report`: late, unless a report that waits for its review is accepted."""
        past = _past_without_target(today or timezone.localdate())
        return self.filter(past & Exists(_waiting_in_time()))

    def to_ask(self, today: date) -> Self:
        """Of `with_light`: whose owner is to be asked for a report today.

        First a month before the report is due by the rhythm of the commitment, or when the due date
        has passed since the last one; then monthly, a few times. Nobody is asked while a report waits for its review.
        """
        is_due = Q(pk__in=[])
        for rhythm, days in DAYS_OF.items():
            heard = _before(today, days - ASKED_BEFORE)
            is_due |= Q(report_every=rhythm, heard_on__lte=heard)
        has_passed = Q(due_on__lte=today, heard_on__lt=F("due_on"))
        asked_long_ago = Q(asked_on__lte=_before(today, ASKED_AGAIN_AFTER))
        return self.running().filter(
            is_due | has_passed,
            Q(asked_on__isnull=True) | asked_long_ago,
            ~Exists(_waiting()),
            times_asked__lt=MOST_ASKED,
            organisation__standing=Standing.PARTNER,
        )

    def in_order(self) -> Self:
        """The next due first; what is completed or dropped behind what runs."""
        ended = Case(
            When(state=CommitmentState.COMPLETED, then=1),
            When(state=CommitmentState.DROPPED, then=2),
            default=0,
        )
        return self.order_by(ended, "due_on", "pk")

    def is_mixed(self) -> bool:
        """There are facts among them and demo data."""
        return len(set(self.order_by().values_list("is_demo", flat=True).distinct())) > 1

    def countries(self) -> set[str]:
        """Return the codes of the countries their owners sit in."""
        placed = self.order_by().filter(organisation__place__isnull=False)
        return set(placed.values_list("organisation__place__country__code", flat=True).distinct())

    def cities(self) -> set[str]:
        """Return the codes of the places their owners sit in."""
        placed = self.order_by().filter(organisation__place__isnull=False)
        return set(placed.values_list("organisation__place__code", flat=True).distinct())

    def years(self) -> list[int]:
        """Return the years in which they are due, in order."""
        due = self.order_by("due_on__year").values_list("due_on__year", flat=True)
        return list(due.distinct())

    def owners(self) -> dict[str, str]:
        """Return the owners' names by their short names, in the reader's order."""
        language = languages.current()
        name = f"organisation__{languages.column('name', language)}"
        ordered = self.order_by(f"organisation__{SORT_KEYS[language]}", "organisation__slug")
        return dict(ordered.values_list("organisation__slug", name).distinct())


def _before(today: date, days: int) -> date:
    return today - timedelta(days=days)


def _late(today: date) -> Q:
    """True or false, never unknown."""
    unreached = _past_without_target(today) & ~Exists(_waiting_in_time())
    return unreached | _reached_after()


def _reached_after() -> Q:
    """The first period whose figure reaches the target ended after the due date."""
    reaching = _reports().accepted().filter(REACHES, commitment=OuterRef("pk"))
    return Q(Exists(reaching), ~Exists(_in_time(reaching)), state__in=AGREED_ONCE)


def _past_without_target(today: date) -> Q:
    return Q(state__in=RUNNING, due_on__lt=today, has_reached=False)


def _waiting() -> CommitmentReportQuerySet:
    """Reports of the outer commitment that the secretariat has not reviewed yet."""
    return _reports().waiting().filter(commitment=OuterRef("pk"))


def _waiting_in_time() -> CommitmentReportQuerySet:
    """Of these, one whose period ended by the due date with the target reached."""
    return _in_time(_waiting().filter(REACHES))


def _in_time(reports: CommitmentReportQuerySet) -> CommitmentReportQuerySet:
    return reports.filter(period_to__lte=OuterRef("due_on"))


def _reports() -> CommitmentReportQuerySet:
    rows: CommitmentReportQuerySet = apps.get_model("partnership", "CommitmentReport").objects.all()
    return rows


def _evidence() -> CommitmentEvidenceQuerySet:
    model = apps.get_model("partnership", "CommitmentEvidence")
    rows: CommitmentEvidenceQuerySet = model.objects.all()
    return rows
