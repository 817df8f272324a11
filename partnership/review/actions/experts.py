"""Asking experts and taking their recommendations."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.errors import TransitionRefused
from partnership.review import messages, policies
from partnership.review.actions.rows import locked, required, store
from partnership.review.choices import DAYS_FOR_EXPERTS, Recommendation, Step
from partnership.review.errors import AlreadyAssigned
from partnership.review.models import ReviewAssignment, Submission


@transaction.atomic
def assign(
    submission: Submission, reviewer: User, *, by: User, due_on: date | None = None
) -> ReviewAssignment:
    """Ask `reviewer` to judge the version at hand; the expert review begins with the first."""
    fresh = locked(submission)
    policies.may_assign(by, fresh, reviewer).require()
    if fresh.assignments.open().of(reviewer).exists():
        raise AlreadyAssigned(reviewer=reviewer)
    assignment = ReviewAssignment.objects.create(
        submission=fresh,
        version=fresh.versions.latest("number"),
        reviewer=reviewer,
        assigned_by=by,
        due_on=due_on or timezone.localdate() + timedelta(days=DAYS_FOR_EXPERTS),
    )
    before = audit.snapshot(fresh)
    store(fresh, before, by=by, verb=Verb.ASSIGNED, note=str(reviewer), step=Step.EXPERT_REVIEW)
    messages.asked(assignment)
    return assignment


@transaction.atomic
def recommend(
    assignment: ReviewAssignment, recommendation: Recommendation, *, by: User, remark: str = ""
) -> ReviewAssignment:
    """Close a review with a recommendation; the remark is for the secretariat alone."""
    fresh = _locked(assignment)
    policies.may_review(by, fresh).require()
    if recommendation != Recommendation.ACCEPT:
        required(remark)
    fresh.recommendation, fresh.remark = recommendation, remark.strip()
    fresh.done_at = timezone.now()
    fresh.save()
    audit.record(Verb.REVIEWED, fresh.submission, by=by, note=str(recommendation))
    messages.review_ended("review.recommended", fresh)
    return fresh


@transaction.atomic
def release(assignment: ReviewAssignment, *, by: User, reason: str) -> ReviewAssignment:
    """End a review without a recommendation: the reviewer steps back, or the desk lets them go."""
    fresh = _locked(assignment)
    if not policies.may_step_back(by, fresh):
        policies.may_judge(by, fresh.submission).require()
    if not fresh.is_open:
        raise TransitionRefused
    fresh.released_because, fresh.released_at = required(reason), timezone.now()
    fresh.save()
    audit.record(Verb.CHANGED, fresh.submission, by=by, note=f"{fresh.reviewer}: {reason.strip()}")
    if fresh.reviewer_id == by.pk:
        messages.review_ended("review.stepped_back", fresh)
    else:
        messages.released(fresh)
    return fresh


def _locked(assignment: ReviewAssignment) -> ReviewAssignment:
    locked(assignment.submission)
    return ReviewAssignment.objects.select_for_update(of=("self",)).get(pk=assignment.pk)
