"""What submissions, files, comments and reviews answer when they are asked, and who is refused."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import TransitionRefused
from partnership.review import actions, policies
from partnership.review.actions.rows import move
from partnership.review.choices import Recommendation, State
from partnership.review.models import (
    Enclosure,
    FieldComment,
    ReviewAssignment,
    Submission,
    SubmissionVersion,
)
from partnership.review.tasks import remind_of_due_dates
from tests.factories.review import Report, draft, in_review, submitted


@pytest.fixture
def taken(nguyen: User, lin: User) -> Submission:
    return in_review(nguyen, lin)


def test_strangers_are_shown_nothing_of_anything(taken: Submission, lin: User) -> None:
    actions.comment(taken, "story.title", "Why?", by=lin)
    nobody = AnonymousUser()

    for model in (Submission, SubmissionVersion, FieldComment, ReviewAssignment, Enclosure):
        assert not model.objects.visible_to(nobody)


def test_a_comment_is_the_secretariats_until_it_is_shared(
    taken: Submission, nguyen: User, lin: User, zhao: User
) -> None:
    remark = actions.comment(taken, "story.title", "Why?", by=lin)
    assert list(FieldComment.objects.visible_to(zhao)) == [remark]
    assert not FieldComment.objects.visible_to(nguyen)

    actions.return_for_changes(taken, by=lin)

    assert list(FieldComment.objects.visible_to(nguyen)) == [remark]


def test_who_sees_a_submission_sees_its_versions(
    taken: Submission, nguyen: User, chen: User
) -> None:
    assert SubmissionVersion.objects.visible_to(nguyen).get().submission == taken
    assert not SubmissionVersion.objects.visible_to(chen)


def test_the_secretariat_finds_each_kind_of_work(
    taken: Submission, nguyen: User, lin: User, chen: User, tan: User
) -> None:
    waiting = submitted(nguyen)
    rows, today = Submission.objects, timezone.localdate()
    assert list(rows.to_take()) == [waiting]
    assert list(rows.in_desk_check()) == [taken]
    assert set(rows.handed_in()) == set(rows.under_way()) == {taken, waiting}
    assert not rows.overdue(today)

    for reviewer in (chen, tan):
        review = actions.assign(taken, reviewer, by=lin)
        assert not rows.reviews_complete()
        actions.recommend(review, Recommendation.ACCEPT, by=reviewer)
    assert list(rows.reviews_complete()) == [taken]

    accepted = actions.accept(taken, by=lin)
    assert list(rows.accepted()) == [accepted]
    shown = actions.put_on_notice(accepted, by=lin)
    assert list(rows.on_notice(today)) == [shown]
    assert shown.notice_until is not None
    assert list(rows.notice_over(shown.notice_until + timedelta(days=1))) == [shown]
    assert list(rows.overdue(today + timedelta(days=365)).order_by("pk")) == [shown, waiting]


def test_reviews_are_complete_when_as_many_experts_as_needed_have_read_what_lies_there(
    taken: Submission, nguyen: User, lin: User, chen: User, tan: User, report: Report
) -> None:
    def complete() -> bool:
        return Submission.objects.reviews_complete().exists()

    def advise(reviewer: User) -> None:
        review = actions.assign(taken, reviewer, by=lin)
        assert not complete()
        actions.recommend(review, Recommendation.ACCEPT, by=reviewer)

    advise(chen)
    assert not complete()
    advise(tan)
    assert complete()

    back = actions.return_for_changes(taken, by=lin, message="Again.")
    actions.take(actions.submit(back, by=nguyen, revision=back.revision), by=lin)
    report.expert_reviews = 0  # type: ignore[misc]
    assert not complete()
    advise(chen)
    assert complete()


def test_a_desk_sorts_by_what_is_due_and_by_what_was_touched_last(nguyen: User) -> None:
    older, newer = draft(nguyen), draft(nguyen)

    assert list(Submission.objects.latest_first()) == [newer, older]
    assert list(Submission.objects.with_author().most_urgent_first()) == [older, newer]
    assert not Submission.objects.closed()
    later = timezone.now() + timedelta(minutes=1)
    assert set(Submission.objects.abandoned_before(later)) == {older, newer}


def test_every_refusal_of_the_wrong_moment_says_so(
    taken: Submission, nguyen: User, lin: User, chen: User, guo: User
) -> None:
    waiting, remark = submitted(nguyen), actions.comment(taken, "story.title", "Why?", by=lin)
    review = actions.assign(taken, chen, by=lin)
    refused = {
        "endorse": policies.may_endorse(lin, taken),
        "take": policies.may_take(chen, waiting),
        "take a draft": policies.may_take(lin, draft(nguyen)),
        "assign": policies.may_assign(guo, taken, chen),
        "assign too early": policies.may_assign(lin, waiting, chen),
        "answer what was not shared": policies.may_answer(nguyen, remark),
        "publish": policies.may_publish(lin, taken),
        "decide": policies.may_decide(chen, waiting, State.DECLINED),
        "discard": policies.may_discard(nguyen, taken),
    }
    Submission.objects.filter(pk=taken.pk).update(
        state=State.DECLINED, step="", reason="-", closed_at=timezone.now()
    )
    review.refresh_from_db()
    refused["review what is decided"] = policies.may_review(chen, review)
    refused["withdraw what is closed"] = policies.may_withdraw(nguyen, review.submission)

    assert [name for name, verdict in refused.items() if verdict or not verdict.reason] == []


def test_no_step_leads_back_and_no_review_ends_twice(
    taken: Submission, lin: User, chen: User
) -> None:
    review = actions.assign(taken, chen, by=lin)
    actions.release(review, by=lin, reason="Too busy.")

    with pytest.raises(TransitionRefused):
        actions.release(review, by=lin, reason="Too busy.")
    with pytest.raises(TransitionRefused):
        move(taken, State.DRAFT, by=lin)


def test_a_review_somebody_works_on_is_left_for_the_next_run(
    taken: Submission, lin: User, chen: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.assign(taken, chen, by=lin, due_on=timezone.localdate())
    monkeypatch.setattr(
        "partnership.review.querysets.AssignmentQuerySet.select_for_update",
        lambda self, **_options: self.none(),
    )
    remind_of_due_dates()

    assert ReviewAssignment.objects.get().reminded_on is None


def test_public_notices_are_read_by_everyone_while_they_last(
    client: Client, taken: Submission, lin: User, report: Report
) -> None:
    report.expert_reviews = 0  # type: ignore[misc]
    shown = actions.put_on_notice(actions.accept(taken, by=lin), by=lin)
    address = reverse("review:notice", args=[shown.key])

    listed = client.get(reverse("review:notices")).content.decode()
    assert '<span lang="en">Clean bay</span>' in listed
    assert reverse("review:notices") in client.get(reverse("portal:notices")).content.decode()
    assert client.get(address).status_code == 200
    actions.return_for_changes(shown, by=lin, message="An objection.")
    assert client.get(address).status_code == 404
