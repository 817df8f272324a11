"""The questions reports on commitments, and the evidence for them, are asked."""

from datetime import date
from typing import Self

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, Q

from partnership.accounts.models import User
from partnership.documents.models import Picture
from partnership.network.choices import READERS
from partnership.network.commitment_choices import ReportState

Person = User | AnonymousUser


class CommitmentReportQuerySet(models.QuerySet):
    def accepted(self) -> Self:
        return self.filter(state=ReportState.ACCEPTED)

    def waiting(self) -> Self:
        """For the secretariat, the oldest first."""
        return self.filter(state=ReportState.GIVEN).order_by("given_on", "pk")

    def open(self) -> Self:
        """Not accepted yet, the latest period first."""
        return self.exclude(state=ReportState.ACCEPTED).order_by("-period_to")

    def visible_to(self, user: Person) -> Self:
        """Staff sees all, the owner's people their own, everybody what was accepted."""
        accepted = Q(state=ReportState.ACCEPTED)
        if not user.is_authenticated:
            return self.filter(accepted)
        if user.has_role(*READERS):
            return self
        own = apps.get_model("partnership", "Commitment").objects.of(user)
        return self.filter(accepted | Q(commitment__in=own.values("pk")))

    def overlapping(self, first: date, last: date) -> Self:
        """About a period that shares a day with the one from `first` to `last`."""
        return self.filter(period_from__lte=last, period_to__gte=first)


class CommitmentEvidenceQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def withdrawn(self) -> Self:
        return self.filter(withdrawn_on__isnull=False)

    def waiting(self) -> Self:
        """Added to what is agreed, outside of a report, and not looked at yet. Of a proposal they are
        looked at with it."""
        return self.standing().filter(
            report__isnull=True, accepted_on__isnull=True, commitment__agreed_on__isnull=False
        )

    def accepted(self) -> Self:
        """Of what was agreed, by itself or with the report it belongs to."""
        return self.filter(_accepted_evidence())

    def public(self) -> Self:
        """Accepted; a picture only while its rights are in order."""
        return self.filter(_public_evidence())

    def pictures(self) -> Self:
        """With what is a picture as `picture`."""
        return self.filter(file__picture__isnull=False).annotate(picture=F("file__picture"))

    def documents(self) -> Self:
        """What is fetched rather than looked at; of withdrawn pictures the row alone is left."""
        return self.filter(Q(file__picture__isnull=True) | Q(withdrawn_on__isnull=False))

    def visible_to(self, user: Person) -> Self:
        """Staff sees all, the owner's people their own, everybody what is public."""
        if not user.is_authenticated:
            return self.public()
        if user.has_role(*READERS):
            return self
        own = apps.get_model("partnership", "Commitment").objects.of(user)
        return self.filter(_public_evidence() | Q(commitment__in=own.values("pk")))


def _accepted_evidence() -> Q:
    by_itself = Q(report__isnull=True, accepted_on__isnull=False)
    is_accepted = by_itself | Q(report__state=ReportState.ACCEPTED)
    return is_accepted & Q(commitment__agreed_on__isnull=False)


def _public_evidence() -> Q:
    is_clear = Q(file__picture__isnull=True) | Q(
        file__picture__in=Picture.objects.clear().values("pk")
    )
    return _accepted_evidence() & is_clear
