"""Who is told what, once, in their own language; and who is reminded of what is due."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.notifications.models import Notification, OutgoingMessage
from partnership.review import actions
from partnership.review.choices import Recommendation, State
from partnership.review.models import ReviewAssignment, Submission
from tests.factories.review import Report, draft, in_review, submitted


def told(user: User) -> list[str]:
    """Return the kinds of what a person was told, in order."""
    rows = Notification.objects.filter(recipient=user).order_by("pk")
    return [kind.removeprefix("review.") for kind in rows.values_list("kind", flat=True)]


def mails(user: User) -> list[str]:
    rows = OutgoingMessage.objects.filter(recipient=user).order_by("pk")
    return list(rows.values_list("subject", flat=True))


def resubmit(submission: Submission, by: User) -> Submission:
    return actions.submit(submission, by=by, revision=submission.revision)


def test_the_author_is_told_of_every_step_once_in_their_language(
    nguyen: User, lin: User, zhao: User, report: Report
) -> None:
    report.expert_reviews = report.notice_days = 0  # type: ignore[misc]
    taken = in_review(nguyen, lin)
    back = actions.return_for_changes(taken, by=lin, message="The weight, please.")
    again = actions.take(resubmit(back, nguyen), by=lin)
    accepted = actions.accept(again, by=lin)
    actions.mark_published(accepted, by=zhao)

    assert told(nguyen) == ["received", "returned", "received", "accepted", "published"]
    assert mails(nguyen)[1] == "Returned for changes: Clean bay"
    assert "The weight, please." in OutgoingMessage.objects.get(kind="review.returned").text
    assert told(lin) == ["submitted", "submitted"]
    assert Notification.objects.filter(recipient=lin).first().title_zh_hans.startswith("收到提交")  # type: ignore[union-attr]


def test_the_second_submission_is_told_to_who_looks_after_it(
    nguyen: User, lin: User, zhao: User
) -> None:
    back = actions.return_for_changes(in_review(nguyen, lin), by=lin, message="Again.")
    resubmit(back, nguyen)

    assert told(zhao) == ["submitted"]
    assert told(lin) == ["submitted", "submitted"]


def test_nothing_is_told_of_what_did_not_happen(nguyen: User, lin: User) -> None:
    sent = submitted(nguyen)
    before = OutgoingMessage.objects.count()

    with transaction.atomic():
        actions.decline(actions.take(sent, by=lin), by=lin, reason="No.")
        transaction.set_rollback(True)

    assert OutgoingMessage.objects.count() == before


def test_of_what_is_submitted_among_many_an_endorsing_body_alone_is_told_of_each(
    nguyen: User, tan: User, report: Report
) -> None:
    report.endorsing = (tan.pk,)
    mine = draft(nguyen)
    actions.submit(mine, by=nguyen, revision=mine.revision, tells=False)

    assert told(tan) == ["to_endorse"]
    assert told(nguyen) == []


def test_an_endorsing_body_is_asked_and_its_decision_told(
    nguyen: User, tan: User, lin: User, report: Report
) -> None:
    report.endorsing = (tan.pk,)
    sent = submitted(nguyen)
    back = actions.refuse_endorsement(sent, by=tan, version=1, reason="Name the beach.")
    actions.endorse(resubmit(back, nguyen), by=tan, version=2)

    assert told(tan) == ["to_endorse", "to_endorse"]
    assert told(nguyen) == ["received", "returned", "received", "endorsed"]
    assert told(lin) == ["submitted"]


def test_a_reviewer_is_asked_and_the_secretariat_hears_the_answer(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    taken = in_review(nguyen, lin)
    first, second = (actions.assign(taken, reviewer, by=lin) for reviewer in (chen, tan))
    actions.recommend(first, Recommendation.ACCEPT, by=chen)
    actions.release(second, by=tan, reason="My brother wrote it.")

    assert told(chen) == ["asked"]
    assert told(tan) == ["asked"]
    assert told(lin)[1:] == ["recommended", "stepped_back"]
    assert mails(tan) == ["Please review: Clean bay"]


def test_a_reviewer_who_is_no_longer_needed_is_told(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    taken = in_review(nguyen, lin)
    actions.release(actions.assign(taken, chen, by=lin), by=lin, reason="Too busy.")
    actions.assign(taken, tan, by=lin)
    actions.decline(taken, by=lin, reason="Not in our field.")

    assert told(chen) == told(tan) == ["asked", "released"]
    assert told(nguyen)[-1] == "declined"


def test_a_withdrawal_is_told_to_the_other_side(nguyen: User, lin: User) -> None:
    actions.withdraw(in_review(nguyen, lin), by=nguyen, reason="Published elsewhere.")
    actions.withdraw(in_review(nguyen, lin), by=lin, reason="Asked for by the city.")
    actions.withdraw(submitted(nguyen), by=nguyen, reason="A slip.")

    assert told(lin).count("withdrawn") == 2
    assert told(nguyen).count("withdrawn") == 1


def test_a_withdrawal_is_told_to_all_who_wait_for_it(
    nguyen: User,
    wang: User,
    tan: User,
    lin: User,
    zhao: User,
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(report, "people_to_tell", lambda _submission: (nguyen, wang))
    actions.withdraw(submitted(nguyen), by=nguyen, reason="A slip.")
    report.endorsing = (tan.pk,)
    actions.withdraw(submitted(nguyen), by=nguyen, reason="A slip.")

    counts = [told(person).count("withdrawn") for person in (nguyen, wang, tan, lin, zhao)]
    assert counts == [0, 2, 1, 1, 1]


def test_a_public_notice_names_its_last_day(nguyen: User, lin: User, report: Report) -> None:
    report.expert_reviews = 0  # type: ignore[misc]
    shown = actions.put_on_notice(actions.accept(in_review(nguyen, lin), by=lin), by=lin)

    assert shown.notice_until is not None
    text = OutgoingMessage.objects.get(kind="review.on_notice").text
    assert str(shown.notice_until.year) in text


@pytest.fixture
def returned(nguyen: User, lin: User) -> Submission:
    return actions.return_for_changes(in_review(nguyen, lin), by=lin, message="Again.")


def on(day: date) -> time_machine.travel:
    return time_machine.travel(f"{day}T08:05:00+08:00", tick=False)


def test_a_reminder_comes_once_before_the_day_and_once_after_it(
    returned: Submission, nguyen: User
) -> None:
    due = returned.due_on
    assert due is not None
    counts = []
    for days in (-4, -3, -3, 0, 1, 1, 2, 40):
        with on(due + timedelta(days=days)):
            actions.remind()
            counts.append(told(nguyen).count("due"))

    assert counts == [0, 1, 1, 1, 2, 2, 2, 2]


@pytest.mark.parametrize("state", [State.SUBMITTED, State.IN_REVIEW])
def test_the_secretariat_is_reminded_of_what_lies_there(
    nguyen: User, lin: User, zhao: User, state: State
) -> None:
    waiting = submitted(nguyen)
    if state == State.IN_REVIEW:
        waiting = actions.take(waiting, by=lin)
    assert waiting.due_on is not None

    with on(waiting.due_on):
        actions.remind()

    assert "due" in told(lin)
    assert ("due" in told(zhao)) is (state == State.SUBMITTED)
    assert "due" not in told(nguyen)


def test_endorsers_and_reviewers_are_reminded_too(
    nguyen: User, lin: User, chen: User, tan: User, report: Report
) -> None:
    given = actions.assign(in_review(nguyen, lin), chen, by=lin)
    report.endorsing = (tan.pk,)
    waiting = submitted(nguyen)

    with on(max(given.due_on, waiting.due_on or given.due_on)):
        actions.remind()
        actions.remind()

    assert told(chen) == ["asked", "review_due"]
    assert told(tan) == ["to_endorse", "due"]
    assert ReviewAssignment.objects.get().reminded_on is not None


def test_a_row_somebody_works_on_is_left_for_the_next_run(
    returned: Submission, nguyen: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert returned.due_on is not None
    with on(returned.due_on):
        monkeypatch.setattr(
            "partnership.review.querysets.SubmissionQuerySet.select_for_update",
            lambda self, **_options: self.none(),
        )
        monkeypatch.setattr(
            "partnership.review.querysets.AssignmentQuerySet.select_for_update",
            lambda self, **_options: self.none(),
        )

        assert actions.remind() == 0
    assert "due" not in told(nguyen)


def test_a_draft_reminds_nobody(nguyen: User) -> None:
    draft(nguyen)

    with on(timezone.localdate() + timedelta(days=400)):
        assert actions.remind() == 0
