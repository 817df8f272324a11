from datetime import date, timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.db import IntegrityError, transaction
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.review import actions
from partnership.review.choices import Recommendation, State, Step
from partnership.review.errors import (
    AlreadyAssigned,
    NothingToChange,
    NoticeMissing,
    NoticeNotOver,
    NoticeTooShort,
    ReasonMissing,
    ReviewsMissing,
)
from partnership.review.models import FieldComment, ReviewAssignment, Submission
from tests.factories.review import Report, in_review, submitted

YES = Recommendation.ACCEPT


def reviewed(nguyen: User, lin: User, *reviewers: User) -> Submission:
    taken = in_review(nguyen, lin)
    for reviewer in reviewers:
        actions.recommend(actions.assign(taken, reviewer, by=lin), YES, by=reviewer)
    taken.refresh_from_db()
    return taken


def test_it_lets_somebody_of_the_secretariat_take_it(nguyen: User, lin: User, zhao: User) -> None:
    taken = in_review(nguyen, lin)
    assert (taken.state, taken.step, taken.handler) == (State.IN_REVIEW, Step.DESK_CHECK, lin)

    assert actions.take(taken, by=zhao).handler == zhao


def test_it_lets_nobody_else_take_it(nguyen: User, wang: User, chen: User) -> None:
    for stranger in (nguyen, wang, chen):
        with pytest.raises(NotAllowed):
            actions.take(submitted(nguyen), by=stranger)


def test_it_refuses_a_conflict_of_interest_with_the_reason(
    nguyen: User, lin: User, chen: User, report: Report
) -> None:
    taken = in_review(nguyen, lin)
    report.conflicts = {chen.pk: "Works for the same city.", lin.pk: "Born there."}

    with pytest.raises(NotAllowed, match="Born there"):
        actions.assign(taken, chen, by=lin)
    report.conflicts.pop(lin.pk)
    with pytest.raises(NotAllowed, match="Works for the same city"):
        actions.assign(taken, chen, by=lin)


def test_it_refuses_a_conflict_that_came_up_after_the_assignment(
    nguyen: User, lin: User, chen: User, report: Report
) -> None:
    assignment = actions.assign(in_review(nguyen, lin), chen, by=lin)
    report.conflicts = {chen.pk: "Has moved there."}

    with pytest.raises(NotAllowed, match="Has moved there"):
        actions.recommend(assignment, YES, by=chen)


def test_it_asks_only_people_with_the_role(nguyen: User, lin: User, wang: User) -> None:
    with pytest.raises(NotAllowed, match="评审"):
        actions.assign(in_review(nguyen, lin), wang, by=lin)


def test_it_asks_a_reviewer_once(nguyen: User, lin: User, chen: User) -> None:
    taken = in_review(nguyen, lin)
    actions.assign(taken, chen, by=lin)

    with pytest.raises(AlreadyAssigned, match="Chen"):
        actions.assign(taken, chen, by=lin)


def test_a_reviewer_sees_what_was_given_to_them_and_no_other_review(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    taken, other = in_review(nguyen, lin), in_review(nguyen, lin)
    own = actions.assign(taken, chen, by=lin)
    actions.assign(taken, tan, by=lin)
    actions.comment(taken, "story.text", "Too short.", by=tan)

    assert list(Submission.objects.visible_to(chen)) == [taken]
    assert list(ReviewAssignment.objects.visible_to(chen)) == [own]
    assert not FieldComment.objects.visible_to(chen)
    assert not FieldComment.objects.visible_to(nguyen)
    assert other not in Submission.objects.visible_to(tan)


def test_a_released_reviewer_sees_it_no_longer(nguyen: User, lin: User, chen: User) -> None:
    assignment = actions.assign(in_review(nguyen, lin), chen, by=lin)
    actions.release(assignment, by=chen, reason="I know the author.")

    assert not Submission.objects.visible_to(chen)
    with pytest.raises(NotAllowed):
        actions.recommend(assignment, YES, by=chen)


def test_a_reviewer_whose_role_is_taken_away_reads_no_further(
    nguyen: User, lin: User, chen: User
) -> None:
    actions.assign(in_review(nguyen, lin), chen, by=lin)
    chen.roles = []

    assert not Submission.objects.visible_to(chen)
    assert not ReviewAssignment.objects.visible_to(chen)


def test_advice_against_it_needs_a_word_of_why(nguyen: User, lin: User, chen: User) -> None:
    assignment = actions.assign(in_review(nguyen, lin), chen, by=lin)

    with pytest.raises(ReasonMissing):
        actions.recommend(assignment, Recommendation.DECLINE, by=chen)


def test_it_accepts_after_two_expert_reviews(
    nguyen: User, lin: User, chen: User, tan: User, report: Report
) -> None:
    taken = in_review(nguyen, lin)
    with pytest.raises(ReviewsMissing, match="2"):
        actions.accept(taken, by=lin)
    for reviewer in (chen, tan):
        actions.recommend(actions.assign(taken, reviewer, by=lin), YES, by=reviewer)

    accepted = actions.accept(taken, by=lin)

    assert (accepted.state, accepted.accepted_by, accepted.step) == (State.ACCEPTED, lin, "")
    assert report.accepted == [taken.pk]


def test_an_expert_who_was_asked_twice_counts_once(nguyen: User, lin: User, chen: User) -> None:
    twice = reviewed(nguyen, lin, chen)
    actions.recommend(actions.assign(twice, chen, by=lin), YES, by=chen)

    with pytest.raises(ReviewsMissing) as refused:
        actions.accept(twice, by=lin)
    assert refused.value.details == {"needed": 2, "done": 1}


def test_what_was_said_of_an_older_version_accepts_no_newer_one(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    back = actions.return_for_changes(reviewed(nguyen, lin, chen, tan), by=lin, message="Again.")
    again = actions.take(actions.submit(back, by=nguyen, revision=back.revision), by=lin)

    with pytest.raises(ReviewsMissing) as refused:
        actions.accept(again, by=lin)
    assert refused.value.details == {"needed": 2, "done": 0}
    for reviewer in (chen, tan):
        actions.recommend(actions.assign(again, reviewer, by=lin), YES, by=reviewer)
    assert actions.accept(again, by=lin).state == State.ACCEPTED


def test_it_returns_with_all_comments_and_ends_open_reviews(
    nguyen: User, lin: User, chen: User
) -> None:
    taken = in_review(nguyen, lin)
    assignment = actions.assign(taken, chen, by=lin)
    actions.comment(taken, "story.text", "Which beach?", by=chen)

    back = actions.return_for_changes(taken, by=lin, message="One question.")

    assert (back.state, back.message) == (State.RETURNED, "One question.")
    assert FieldComment.objects.visible_to(nguyen).count() == 1
    assignment.refresh_from_db()
    assert not assignment.is_open


def test_it_returns_nothing_without_saying_what_to_change(nguyen: User, lin: User) -> None:
    with pytest.raises(NothingToChange):
        actions.return_for_changes(in_review(nguyen, lin), by=lin, message=" ")


def test_it_comments_only_on_fields_there_are(nguyen: User, lin: User) -> None:
    taken = in_review(nguyen, lin)

    with pytest.raises(TransitionRefused):
        actions.comment(taken, "story.nothing", "?", by=lin)


def test_a_comment_is_taken_back_by_its_writer_until_it_is_shared(
    nguyen: User, lin: User, zhao: User
) -> None:
    taken = in_review(nguyen, lin)
    first = actions.comment(taken, "story.text", "A", by=lin)
    second = actions.comment(taken, "story.text", "B", by=lin)

    with pytest.raises(NotAllowed):
        actions.delete_comment(first, by=zhao)
    actions.delete_comment(first, by=lin)
    actions.return_for_changes(taken, by=lin)
    with pytest.raises(TransitionRefused):
        actions.delete_comment(second, by=lin)


def test_it_declines_with_a_reason_and_for_good(nguyen: User, lin: User) -> None:
    taken = in_review(nguyen, lin)
    with pytest.raises(ReasonMissing):
        actions.decline(taken, by=lin, reason="")

    declined = actions.decline(taken, by=lin, reason="Submitted before.")

    with pytest.raises(NotAllowed):
        actions.take(declined, by=lin)


def test_the_author_withdraws_until_it_is_accepted(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    assert actions.withdraw(submitted(nguyen), by=nguyen, reason="Too early.").reason

    accepted = actions.accept(reviewed(nguyen, lin, chen, tan), by=lin)
    with pytest.raises(NotAllowed):
        actions.withdraw(accepted, by=nguyen, reason="Too late.")
    assert actions.withdraw(accepted, by=lin, reason="Rights unclear.").state == State.WITHDRAWN


def test_it_publishes_only_after_the_public_notice(
    nguyen: User, lin: User, zhao: User, chen: User, tan: User
) -> None:
    accepted = actions.accept(reviewed(nguyen, lin, chen, tan), by=lin)
    with pytest.raises(NoticeMissing):
        actions.mark_published(accepted, by=zhao)
    with pytest.raises(NoticeTooShort, match="5"):
        actions.put_on_notice(accepted, by=lin, until=timezone.localdate() + timedelta(days=4))

    shown = actions.put_on_notice(accepted, by=lin)

    with pytest.raises(NoticeNotOver):
        actions.mark_published(shown, by=zhao)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert actions.mark_published(shown, by=zhao).state == State.PUBLISHED
        assert actions.mark_published(shown, by=zhao).state == State.PUBLISHED


def test_an_objection_during_the_notice_returns_it(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    accepted = actions.accept(reviewed(nguyen, lin, chen, tan), by=lin)
    shown = actions.put_on_notice(accepted, by=lin)

    back = actions.return_for_changes(shown, by=lin, message="An objection about figure 1.")

    assert (back.state, back.notice_until) == (State.RETURNED, None)


@pytest.mark.parametrize("needs_two", [True, False])
def test_publication_by_two_people_is_a_setting(
    nguyen: User,
    zhao: User,
    chen: User,
    tan: User,
    report: Report,
    settings: LazySettings,
    needs_two: bool,
) -> None:
    settings.TWO_PERSON_PUBLICATION = needs_two
    report.notice_days = 0
    accepted = actions.accept(reviewed(nguyen, zhao, chen, tan), by=zhao)

    if needs_two:
        with pytest.raises(NotAllowed):
            actions.mark_published(accepted, by=zhao)
    else:
        assert actions.mark_published(accepted, by=zhao).state == State.PUBLISHED


def test_the_notice_is_listed_on_its_days_only(
    nguyen: User, lin: User, chen: User, tan: User
) -> None:
    accepted = actions.accept(reviewed(nguyen, lin, chen, tan), by=lin)
    today = timezone.localdate()
    shown = actions.put_on_notice(accepted, by=lin)

    def listed(day: date) -> list[Submission]:
        return list(Submission.objects.on_notice(day))

    assert listed(today) == listed(today + timedelta(days=7)) == [shown]
    assert listed(today + timedelta(days=8)) == []


def test_the_database_refuses_to_change_what_was_submitted(nguyen: User) -> None:
    version = submitted(nguyen).latest_version

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        type(version).objects.filter(pk=version.pk).update(note="x")


@pytest.mark.parametrize(
    "values",
    [
        {"state": "odd"},
        {"state": State.IN_REVIEW, "step": ""},
        {"step": Step.DESK_CHECK},
        {"state": State.ACCEPTED},
        {"state": State.WITHDRAWN},
        {"state": State.ON_NOTICE, "accepted_at": timezone.now()},
        {"notice_from": date(2026, 1, 2), "notice_until": date(2026, 1, 1)},
    ],
)
def test_the_database_refuses_states_that_cannot_be(nguyen: User, values: dict) -> None:
    sent = submitted(nguyen)

    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=sent.pk).update(**values)
