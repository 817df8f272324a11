"""The questions submissions, versions, reviews and comments are asked."""

from datetime import date, datetime
from typing import Any, Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, Value, When

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.review import subjects
from partnership.review.choices import CLOSED, NEVER_SUBMITTED, READERS, WITH_AUTHOR, State, Step

Person = User | AnonymousUser


class SubmissionQuerySet(models.QuerySet):
    """A draft is its author's side's alone; what was submitted the secretariat reads too."""

    def visible_to(self, user: Person) -> Self:
        """What `user` may look at: their own side's, what they review, and as staff all that
        was submitted."""
        if not user.is_authenticated:
            return self.none()
        condition = self._acted_for_by(user) | Q(pk__in=_reviewed_by(user))
        condition |= self._endorsed_by(user)
        if user.has_role(*READERS):
            condition |= Q(submitted_at__isnull=False)
        return self.filter(condition)

    def of(self, user: User) -> Self:
        """Those `user` acts for: as the author, or for the organisation they were handed in by."""
        return self.filter(self._acted_for_by(user))

    def touched_by(self, user: User) -> Self:
        """Begun or last saved by `user`, whatever they may do with it now."""
        return self.filter(Q(author=user) | Q(saved_by=user))

    def with_author(self) -> Self:
        return self.filter(state__in=WITH_AUTHOR)

    def under_way(self) -> Self:
        """Handed in and not finished: somebody else has the turn."""
        return self.exclude(state__in=WITH_AUTHOR | CLOSED)

    def closed(self) -> Self:
        return self.filter(state__in=CLOSED)

    def to_take(self) -> Self:
        """Submitted, and nobody of the secretariat looks after it yet."""
        return self.filter(state=State.SUBMITTED)

    def handed_in(self) -> Self:
        """Submitted at least once: what staff may read."""
        return self.filter(submitted_at__isnull=False)

    def in_review(self) -> Self:
        return self.filter(state=State.IN_REVIEW)

    def in_desk_check(self) -> Self:
        return self.in_review().filter(step=Step.DESK_CHECK)

    def to_endorse(self, user: User) -> Self:
        """Those that wait for `user` to agree, or a colleague of the same body."""
        return self.filter(self._endorsed_by(user), state=State.FOR_ENDORSEMENT)

    def accepted(self) -> Self:
        """Accepted; public notice or publication comes next."""
        return self.filter(state=State.ACCEPTED)

    def on_notice(self, day: date) -> Self:
        """On public notice on `day`, for everyone to read of."""
        return self.filter(
            state=State.ON_NOTICE, notice_from__lte=day, notice_until__gte=day
        ).order_by("notice_until", "pk")

    def notice_over(self, day: date) -> Self:
        """Whose public notice ended before `day`."""
        return self.filter(state=State.ON_NOTICE, notice_until__lt=day)

    def reviews_complete(self) -> Self:
        """In review, advised on by as many experts as its subject asks for and by one at least, and
        nobody is still at it."""
        asked = _related(self.model, "assignments").filter(submission=OuterRef("pk"))
        needed = Case(
            *(
                When(subject=subject.key, then=Value(max(1, subject.expert_reviews)))
                for subject in subjects.registered()
            )
        )
        heard = self.in_review().alias(experts=Subquery(asked.experts_heard()))
        return heard.filter(~Exists(asked.open()), experts__gte=needed)

    def overdue(self, day: date) -> Self:
        return self.filter(due_on__lt=day)

    def to_remind(self, day: date, soon: date) -> Self:
        """Due by `soon` and not reminded of yet on this due date's account."""
        return self.filter(due_on__lte=soon, reminded_on__isnull=True) | self.filter(
            due_on__lt=day, reminded_on__lt=models.F("due_on")
        )

    def abandoned_before(self, moment: datetime) -> Self:
        """Drafts never submitted that nobody has touched since `moment`."""
        return self.filter(
            state__in=NEVER_SUBMITTED, submitted_at__isnull=True, saved_at__lt=moment
        )

    def latest_first(self) -> Self:
        return self.order_by("-saved_at", "-pk")

    def most_urgent_first(self) -> Self:
        return self.order_by(models.F("due_on").asc(nulls_last=True), "pk")

    def _acted_for_by(self, user: User) -> Q:
        condition = Q(pk__in=[])
        for subject in subjects.registered():
            condition |= Q(subject=subject.key) & subject.acted_for_by(user)
        return condition

    def _endorsed_by(self, user: User) -> Q:
        condition = Q(pk__in=[])
        for subject in subjects.registered():
            condition |= Q(subject=subject.key) & subject.endorsed_by(user)
        return condition & Q(submitted_at__isnull=False)


class VersionQuerySet(models.QuerySet):
    def visible_to(self, user: Person) -> Self:
        submissions = _related(self.model, "submission")
        return self.filter(submission__in=submissions.visible_to(user).values("pk"))


class AssignmentQuerySet(models.QuerySet):
    """Reviews that were asked for."""

    def open(self) -> Self:
        return self.filter(done_at__isnull=True, released_at__isnull=True)

    def done(self) -> Self:
        return self.filter(done_at__isnull=False)

    def experts_heard(self) -> models.QuerySet[Any, int]:
        """For each submission, how many people have advised on what was submitted last; whoever did
        so twice counts once, and what was said of an older version does not."""
        newer = _related(self.model, "version").filter(
            submission=OuterRef("submission"), number__gt=OuterRef("version__number")
        )
        heard = self.done().filter(~Exists(newer)).values("submission")
        people = heard.annotate(experts=Count("reviewer", distinct=True))
        return people.values_list("experts", flat=True)

    def standing(self) -> Self:
        """Open or done: everything but releases."""
        return self.filter(released_at__isnull=True)

    def of(self, user: User) -> Self:
        return self.filter(reviewer=user)

    def visible_to(self, user: Person) -> Self:
        """Reviews are confidential: each reviewer sees their own while they are one, the secretariat
        all."""
        if not user.is_authenticated or not user.has_role(Role.REVIEWER, *READERS):
            return self.none()
        return self if user.has_role(*READERS) else self.filter(reviewer=user)

    def to_remind(self, soon: date) -> Self:
        return self.open().filter(due_on__lte=soon, reminded_on__isnull=True)

    def most_urgent_first(self) -> Self:
        return self.order_by("due_on", "pk")


class EnclosureQuerySet(models.QuerySet):
    def visible_to(self, user: Person) -> Self:
        """Files go with the submission they belong to."""
        submissions = _related(self.model, "submission")
        return self.filter(submission__in=submissions.visible_to(user).values("pk")).present()

    def present(self) -> Self:
        return self.filter(removed_at__isnull=True)

    def of_role(self, role: str) -> Self:
        return self.filter(role=role)


class CommentQuerySet(models.QuerySet):
    """Comments on fields."""

    def visible_to(self, user: Person) -> Self:
        """The secretariat sees all, a reviewer their own, the author's side what was shared."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*READERS):
            return self
        submissions = _related(self.model, "submission")
        own_side = Q(shared_at__isnull=False, submission__in=submissions.of(user).values("pk"))
        return self.filter(Q(written_by=user) | own_side)

    def shared(self) -> Self:
        return self.filter(shared_at__isnull=False)

    def to_share(self) -> Self:
        return self.filter(shared_at__isnull=True)

    def unanswered(self) -> Self:
        return self.shared().filter(answer="")


def _related(model: type[models.Model], name: str) -> Any:
    """Return the manager of the model at the other end of a relation."""
    other: Any = model._meta.get_field(name).related_model
    return other.objects


def _reviewed_by(user: User) -> models.QuerySet:
    return user.review_assignments.visible_to(user).standing().values("submission")
