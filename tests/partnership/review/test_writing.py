import json

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.review import actions, subjects
from partnership.review.choices import State
from partnership.review.errors import ChangedMeanwhile, NotComplete, QuestionsOpen, TooLong
from partnership.review.models import Submission
from tests.factories.review import KEY, Report, answers, draft, in_review, submitted


def test_it_begins_a_draft_that_only_its_author_sees(nguyen: User, wang: User, lin: User) -> None:
    begun = actions.begin(subjects.get(KEY), "en", by=nguyen)

    assert begun.state == State.DRAFT
    assert list(Submission.objects.visible_to(nguyen)) == [begun]
    assert not Submission.objects.visible_to(wang)
    assert not Submission.objects.visible_to(lin)


def test_it_lets_only_those_begin_whom_the_subject_allows(lin: User) -> None:
    with pytest.raises(NotAllowed, match="Members only"):
        actions.begin(subjects.get(KEY), "en", by=lin)


def test_it_saves_what_was_typed_and_counts_on(nguyen: User) -> None:
    saved = draft(nguyen, title="First")

    again = actions.save_answers(saved, answers(title=""), by=nguyen, revision=1)

    assert (again.revision, again.title, str(again)) == (2, "", "未命名：Report")


def test_it_refuses_an_older_window_and_keeps_both_texts(nguyen: User) -> None:
    saved = draft(nguyen, title="Theirs")

    with pytest.raises(ChangedMeanwhile):
        actions.save_answers(saved, answers(title="Mine"), by=nguyen, revision=0, window="b")

    saved.refresh_from_db()
    assert saved.answers["story"]["title"] == "Theirs"


def test_it_lets_a_window_repeat_a_saving_it_did_not_hear_back_about(nguyen: User) -> None:
    begun = actions.begin(subjects.get(KEY), "en", by=nguyen)
    actions.save_answers(begun, answers(title="A"), by=nguyen, revision=0, window="w")

    again = actions.save_answers(begun, answers(title="AB"), by=nguyen, revision=0, window="w")

    assert (again.title, again.revision) == ("AB", 2)


def test_it_takes_the_same_text_twice_for_one_saving(nguyen: User) -> None:
    saved = draft(nguyen)

    again = actions.save_answers(saved, answers(), by=nguyen, revision=0, window="other")

    assert again.revision == 1


def test_it_refuses_more_text_than_can_be_stored(nguyen: User) -> None:
    with pytest.raises(TooLong):
        draft(nguyen, text="x" * 300_001)


def test_it_lets_nobody_else_write(nguyen: User, wang: User) -> None:
    with pytest.raises(NotAllowed):
        actions.save_answers(draft(nguyen), answers(title="X"), by=wang, revision=1)


def test_it_keeps_what_was_submitted_and_hands_it_to_the_desk(nguyen: User, lin: User) -> None:
    sent = submitted(nguyen)

    assert sent.state == State.SUBMITTED
    assert sent.due_on is not None
    version = sent.latest_version
    assert (version.number, version.answers, len(version.digest)) == (1, answers(), 64)
    assert list(Submission.objects.visible_to(lin)) == [sent]
    assert AuditEvent.objects.filter(verb="submitted", target_id=str(sent.pk)).count() == 1


def test_it_takes_a_form_sent_twice_for_one_submitting(nguyen: User) -> None:
    sent = submitted(nguyen)

    again = actions.submit(sent, by=nguyen, revision=sent.revision)

    assert again.versions.count() == 1
    assert AuditEvent.objects.filter(verb="submitted").count() == 1


def test_it_refuses_to_submit_what_is_not_complete(nguyen: User) -> None:
    saved = draft(nguyen, title="")

    with pytest.raises(NotComplete) as refused:
        actions.submit(saved, by=nguyen, revision=saved.revision)

    assert [problem.path for problem in refused.value.problems] == ["story.title"]
    assert not saved.versions.exists()


def test_it_refuses_to_submit_a_text_changed_in_another_window(nguyen: User) -> None:
    with pytest.raises(ChangedMeanwhile):
        actions.submit(draft(nguyen), by=nguyen, revision=0)


def test_it_closes_the_text_while_it_is_with_the_desk(nguyen: User) -> None:
    sent = submitted(nguyen)

    with pytest.raises(NotAllowed, match="秘书处"):
        actions.save_answers(sent, answers(title="X"), by=nguyen, revision=sent.revision)


def test_it_submits_again_only_when_every_comment_is_answered(nguyen: User, lin: User) -> None:
    sent = in_review(nguyen, lin)
    remark = actions.comment(sent, "story.title", "Say where.", by=lin)
    back = actions.return_for_changes(sent, by=lin)
    changed = actions.save_answers(
        back, answers(title="Clean bay, Da Nang"), by=nguyen, revision=back.revision
    )

    with pytest.raises(QuestionsOpen, match="1"):
        actions.submit(changed, by=nguyen, revision=changed.revision)
    actions.answer(remark, "Done.", by=nguyen)
    again = actions.submit(changed, by=nguyen, revision=changed.revision)

    assert [version.number for version in again.versions.all()] == [1, 2]


def test_it_hands_in_to_the_endorsing_body_first(
    nguyen: User, wang: User, lin: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    sent = submitted(nguyen)

    assert sent.state == State.FOR_ENDORSEMENT
    with pytest.raises(NotAllowed):
        actions.endorse(sent, by=lin, version=1)
    with pytest.raises(NotAllowed):
        actions.take(sent, by=lin)
    assert actions.endorse(sent, by=wang, version=1).state == State.SUBMITTED


def test_it_returns_with_the_reason_what_is_not_endorsed(
    nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)

    back = actions.refuse_endorsement(
        submitted(nguyen), by=wang, version=1, reason="Figures are old."
    )

    assert (back.state, back.message) == (State.RETURNED, "Figures are old.")


def test_nobody_endorses_their_own_text(nguyen: User, report: Report) -> None:
    report.endorsing = (nguyen.pk,)

    with pytest.raises(NotAllowed):
        actions.endorse(submitted(nguyen), by=nguyen, version=1)


def test_it_throws_away_a_draft_but_nothing_that_was_submitted(nguyen: User, lin: User) -> None:
    actions.discard(draft(nguyen), by=nguyen)
    assert not Submission.objects.exists()

    sent = actions.return_for_changes(in_review(nguyen, lin), by=lin, message="Shorter.")
    with pytest.raises(NotAllowed):
        actions.discard(sent, by=nguyen)


def test_it_masks_what_was_typed_in_the_audit_trail(nguyen: User) -> None:
    submitted(nguyen, text="Call Mrs Example on 555")

    trail = json.dumps(list(AuditEvent.objects.values_list("changes", flat=True)))
    assert "555" not in trail
