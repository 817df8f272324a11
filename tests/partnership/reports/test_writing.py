"""A report is begun once, written together, judged like everything else, and then kept."""

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, TransitionRefused
from partnership.events.choices import Status
from partnership.events.models import Event
from partnership.network.roles import MemberRole
from partnership.reports import actions
from partnership.reports.errors import AlreadyBegun, AlreadyHandedIn, EventDidNotTakePlace
from partnership.reports.models import EventReport
from partnership.review import actions as of_review
from partnership.review import subjects
from partnership.review.choices import State
from partnership.review.errors import NotComplete
from partnership.review.models import Submission
from tests.factories.reports import KEY, accepted, answers, begun, owed, published, writer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(nguyen: User) -> EventReport:
    """Owed by the city Nguyen writes for."""
    found = owed()
    writer_of(found, nguyen)
    return found


def begin(report: EventReport, by: User) -> Submission:
    return actions.begin(report, subjects.get(KEY), "en", by=by)


def test_it_begins_with_the_name_of_the_event(report: EventReport, nguyen: User) -> None:
    draft = begin(report, nguyen)

    draft.refresh_from_db()
    assert draft.title == report.event.title_en
    assert draft.answers == {"about": {"title": report.event.title_en}}
    assert EventReport.objects.get(submission=draft) == report


def test_two_people_of_a_city_write_one_report(
    report: EventReport, nguyen: User, wang: User
) -> None:
    writer_of(report, wang, MemberRole.DRAFTER)
    draft = begin(report, nguyen)

    with pytest.raises(AlreadyBegun) as refused:
        begin(report, wang)

    assert "Nguyen" in str(refused.value)
    assert Submission.objects.count() == 1
    assert list(Submission.objects.of(wang)) == [draft]


def test_a_report_that_is_handed_in_is_not_begun_again(report: EventReport, nguyen: User) -> None:
    draft = begun(report, nguyen)
    of_review.submit(draft, by=nguyen, revision=draft.revision)

    with pytest.raises(AlreadyHandedIn):
        begin(report, nguyen)


def test_what_was_discarded_or_withdrawn_is_begun_anew(report: EventReport, nguyen: User) -> None:
    of_review.discard(begin(report, nguyen), by=nguyen)
    draft = begun(report, nguyen)
    handed_in = of_review.submit(draft, by=nguyen, revision=draft.revision)
    of_review.withdraw(handed_in, by=nguyen, reason="Wrong event.")

    again = begin(report, nguyen)

    assert EventReport.objects.get().submission == again


def test_only_the_city_s_own_people_write(report: EventReport, wang: User) -> None:
    with pytest.raises(NotAllowed):
        begin(report, wang)
    writer_of(report, wang, MemberRole.ENDORSER)
    with pytest.raises(NotAllowed):
        begin(report, wang)

    assert not Submission.objects.exists()


def test_there_is_no_report_about_a_cancelled_event(report: EventReport, nguyen: User) -> None:
    Event.objects.update(
        status=Status.CANCELLED, public_reason_zh_hans="台风。", public_reason_en="A storm."
    )

    with pytest.raises(EventDidNotTakePlace) as refused:
        begin(report, nguyen)

    assert "取消" in str(refused.value)
    assert not Submission.objects.exists()


def test_a_drafter_writes_and_leaves_it_to_others_to_submit(
    report: EventReport, nguyen: User, wang: User
) -> None:
    writer_of(report, wang, MemberRole.DRAFTER)
    draft = begun(report, wang)

    with pytest.raises(NotAllowed):
        of_review.submit(draft, by=wang, revision=draft.revision)
    assert of_review.submit(draft, by=nguyen, revision=draft.revision).state == State.SUBMITTED


@pytest.mark.parametrize("participants", ["", "-1", "many", "10001"])
def test_figures_are_checked_when_it_is_handed_in_and_kept_until_then(
    report: EventReport, nguyen: User, participants: str
) -> None:
    draft = begun(report, nguyen, participants=participants)

    with pytest.raises(NotComplete) as refused:
        of_review.submit(draft, by=nguyen, revision=draft.revision)

    assert refused.value.problems[0].path == "about.participants"
    assert draft.answers["about"]["participants"] == participants


def test_acceptance_keeps_texts_figures_and_leads(
    report: EventReport, nguyen: User, lin: User
) -> None:
    kept = accepted(report, nguyen, lin)

    assert (kept.title, kept.participants, kept.language) == ("What we took home", 3, "en")
    assert [str(action) for action in kept.actions.all()] == [
        "One collection point",
        "Weigh what arrives",
    ]
    assert [action.by_when for action in kept.actions.all()] == ["2027-03", ""]
    assert [str(lead) for lead in kept.leads.in_order()] == ["Paid crews"]
    assert kept.support == "Ask for A. Person."


def test_a_later_acceptance_takes_the_place_of_the_earlier(
    report: EventReport, nguyen: User, lin: User
) -> None:
    kept = accepted(report, nguyen, lin)
    cleaned = subjects.get(KEY).sheet("en").cleaned({**answers(title="Anew"), "leads": []})

    actions.keep_accepted(kept, cleaned, "en")

    kept.refresh_from_db()
    assert (kept.title, kept.actions.count(), kept.leads.count()) == ("Anew", 2, 0)


def test_a_publisher_makes_it_public(report: EventReport, nguyen: User, zhao: User) -> None:
    shown = published(report, nguyen, zhao)

    assert shown.submission is not None
    assert shown.submission.state == State.PUBLISHED
    assert list(EventReport.objects.published()) == [shown]
    assert actions.publish(shown, by=zhao).submission.state == State.PUBLISHED  # type: ignore[union-attr]


def test_nothing_is_published_before_it_is_accepted(
    report: EventReport, nguyen: User, zhao: User, lin: User
) -> None:
    with pytest.raises(TransitionRefused):
        actions.publish(report, by=zhao)
    kept = accepted(report, nguyen, lin)
    with pytest.raises(NotAllowed):
        actions.publish(kept, by=lin)


def test_the_city_may_not_judge_its_own_report(
    report: EventReport, nguyen: User, zhao: User
) -> None:
    draft = begun(report, nguyen)
    handed_in = of_review.submit(draft, by=nguyen, revision=draft.revision)
    writer_of(report, zhao)

    with pytest.raises(NotAllowed):
        of_review.take(handed_in, by=zhao)


def test_returned_it_comes_back_as_the_next_version(
    report: EventReport, nguyen: User, lin: User
) -> None:
    draft = begun(report, nguyen)
    handed_in = of_review.submit(draft, by=nguyen, revision=draft.revision)
    back = of_review.return_for_changes(
        of_review.take(handed_in, by=lin), by=lin, message="Who is in charge?"
    )

    assert not EventReport.objects.owed().exists()
    again = of_review.submit(back, by=nguyen, revision=back.revision)
    assert again.versions.count() == 2
