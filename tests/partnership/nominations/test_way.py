"""A list on its way: handed in, endorsed or returned, decided, answered."""

from typing import Any

import pytest

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.events import actions as of_events
from partnership.events.choices import Source
from partnership.events.models import Registration
from partnership.network.roles import MemberRole
from partnership.nominations import actions, tasks
from partnership.nominations.actions import rows
from partnership.nominations.choices import CHANGES, Answer, NominationStatus
from partnership.nominations.models import Nomination, NominationQuota
from partnership.notifications import wake
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.events import RegistrationFactory, clerk
from tests.factories.network import MembershipFactory, PersonFactory
from tests.factories.nominations import (
    NominationFactory,
    body_above,
    nominee,
    over,
    scan,
)
from tests.partnership.nominations.refusals import refused

pytestmark = pytest.mark.django_db

S = NominationStatus


def told(kind: str) -> list[str]:
    rows = OutgoingMessage.objects.filter(kind=kind).order_by("to_address")
    return list(rows.values_list("to_address", flat=True))


def status(row: Nomination) -> str:
    row.refresh_from_db()
    return row.status


def _expire(row: Registration) -> None:
    Registration.objects.filter(pk=row.pk).update(offer_expires_at=row.created_at)
    of_events.end_offers()


def test_a_list_is_handed_in_with_its_letter(quota: NominationQuota, wu: User, lin: User) -> None:
    rows = NominationFactory.create_batch(2, quota=quota)
    letter = scan(wu)

    actions.submit(quota, letter, by=wu)

    assert [status(row) for row in rows] == [S.SUBMITTED] * 2
    assert {row.letter for row in rows} == {letter}
    assert list(Nomination.objects.to_decide().ranked()) == rows
    assert not OutgoingMessage.objects.filter(kind="nominations.to_endorse").exists()
    with refused("nothing-to-submit"):
        actions.submit(quota, letter, by=wu)


def test_without_a_letter_or_after_the_deadline_nothing_is_handed_in(
    quota: NominationQuota, wu: User
) -> None:
    row = NominationFactory(quota=quota)
    with refused("letter-missing"):
        actions.submit(quota, None, by=wu)
    over(quota)
    with refused("deadline-over"):
        actions.submit(quota, scan(wu), by=wu)
    assert status(row) == S.DRAFT


def test_a_drafter_does_not_hand_in(quota: NominationQuota) -> None:
    drafter = MembershipFactory(organisation=quota.organisation, role=MemberRole.DRAFTER).user

    with pytest.raises(NotAllowed):
        actions.submit(quota, scan(drafter), by=drafter)


def test_the_body_above_endorses_some_and_returns_others(quota: NominationQuota, wu: User) -> None:
    above = body_above(quota.organisation)
    first, second = NominationFactory.create_batch(2, quota=quota, submitted=True)
    assert first.needs_endorsement
    assert told("nominations.to_endorse") == [above.email] * 2
    assert not Nomination.objects.to_decide().exists()
    assert list(Nomination.objects.to_endorse(above).ranked()) == [first, second]

    actions.endorse([first], by=above)
    with pytest.raises(ReasonMissing):
        actions.send_back([second], by=above, reason=" ")
    actions.send_back([second], by=above, reason="Another division, please.")

    assert [status(first), status(second)] == [S.ENDORSED, S.RETURNED]
    assert list(Nomination.objects.to_decide()) == [first]
    assert told("nominations.endorsed") == told("nominations.returned") == [wu.email]
    mail = OutgoingMessage.objects.get(kind="nominations.returned")
    assert "Another division, please." in mail.text
    assert mail.language == "zh-hans"
    with refused("nomination-step-refused"):
        actions.endorse([first], by=above)
    for deed in (actions.endorse, actions.send_back):
        with refused("nothing-chosen"):
            deed([], by=above, **({} if deed is actions.endorse else {"reason": "x"}))

    actions.edit(second, nominee(position="Division 2"), by=wu)
    actions.submit(quota, scan(wu), by=wu)
    assert status(second) == S.SUBMITTED
    assert second.reason == ""


def test_the_body_above_hears_what_became_of_its_endorsement(
    quota: NominationQuota, lin: User
) -> None:
    above = body_above(quota.organisation)
    first, second = NominationFactory.create_batch(2, quota=quota, submitted=True)
    actions.endorse([first], by=above)

    actions.decline(first, by=lin, reason="Full.")
    actions.put_in_reserve(second, by=lin)

    notes = Notification.objects.filter(kind="nominations.endorsement_decided")
    assert [note.recipient for note in notes] == [above], "of what it has endorsed alone"
    assert first.name in notes[0].title_en


def test_nobody_endorses_what_they_handed_in_themselves(quota: NominationQuota, wu: User) -> None:
    above = body_above(quota.organisation)
    MembershipFactory(organisation=quota.organisation, user=above, role=MemberRole.SUBMITTER)
    NominationFactory(quota=quota)
    rows = actions.submit(quota, scan(above), by=above)

    with pytest.raises(NotAllowed):
        actions.endorse(rows, by=above)
    assert wu.email


def test_whoever_is_accepted_is_invited_on_the_citys_seat(quota: NominationQuota, wu: User) -> None:
    mei = PersonFactory(email="mei@example.org")
    row = NominationFactory(quota=quota, email=mei.email, accepted=True)

    registration = row.registration
    assert registration
    assert (registration.source, registration.hold, registration.person) == (
        Source.NOMINATED,
        quota.hold,
        mei,
    )
    assert row.answer == Answer.WAITING
    assert told("nominations.accepted") == [wu.email]
    invited = OutgoingMessage.objects.get(kind="events.invited")
    assert str(invited.language) == "en"
    assert f"{quota.organisation.name_en} has nominated you" in invited.text
    assert quota.organisation.name_zh_hans not in invited.text
    assert registration.organisation_name == quota.organisation.name_en

    of_events.accept_offer(registration, person=mei, consent_version="1")
    row = Nomination.objects.get(pk=row.pk)
    assert row.answer == Answer.CONFIRMED
    assert actions.tell_answers() == 1
    assert actions.tell_answers() == 0
    assert told("nominations.answered") == [wu.email]


@pytest.mark.parametrize(
    "deed",
    [lambda row: of_events.accept_offer(row, consent_version="1"), of_events.cancel, _expire],
)
def test_an_answer_wakes_at_once_whoever_tells_it(
    quota: NominationQuota,
    deed: object,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    row = NominationFactory(quota=quota, accepted=True)
    woken: list[str] = []
    monkeypatch.setattr(wake, "up", lambda _numbers: None)
    monkeypatch.setattr(wake, "up_without_a_row", woken.append)

    with django_capture_on_commit_callbacks(execute=True):
        deed(row.registration)  # type: ignore[operator]
        assert woken == [], "not before the answer is kept, nor while the event is locked"
    assert woken == [tasks.tell_answers.name]

    with django_capture_on_commit_callbacks(execute=True):
        RegistrationFactory(event=quota.event)
    assert len(woken) == 1, "whoever registers by themselves answers nobody"


@pytest.mark.parametrize(
    ("deed", "answer"),
    [
        (of_events.cancel, Answer.DECLINED),
        (lambda row: of_events.cancel_for(row, by=clerk(), reason="x"), Answer.ENDED),
        (_expire, Answer.EXPIRED),
    ],
)
def test_every_answer_is_told_and_the_seat_stays_the_citys(
    quota: NominationQuota, wu: User, deed: object, answer: Answer
) -> None:
    row = NominationFactory(quota=quota, accepted=True)
    deed(row.registration)  # type: ignore[operator]

    row = Nomination.objects.get(pk=row.pk)
    assert row.answer == answer
    assert actions.tell_answers() == 1
    mail = OutgoingMessage.objects.get(kind="nominations.answered", to_address=wu.email)
    assert str(answer.label) in mail.text
    quota.hold.refresh_from_db()
    assert quota.hold.seats == 2
    assert quota.nominations.counting().count() == 0


def test_a_reserve_is_accepted_when_a_seat_comes_free(quota: NominationQuota, wu: User) -> None:
    first, _second = NominationFactory.create_batch(2, quota=quota, accepted=True)
    reserve = NominationFactory(quota=quota, reserve=True)
    with refused("hold-full"):
        actions.accept(reserve, by=clerk())
    of_events.cancel(first.registration)

    assert actions.accept(reserve, by=clerk()).status == S.ACCEPTED
    assert told("nominations.reserve") == [wu.email]


def test_declining_and_returning_need_a_reason(quota: NominationQuota, wu: User) -> None:
    row = NominationFactory(quota=quota, submitted=True)
    with pytest.raises(ReasonMissing):
        actions.decline(row, by=clerk(), reason="")
    actions.return_to_organisation(row, by=clerk(), reason="Add the position.")
    assert status(row) == S.RETURNED
    actions.submit(quota, scan(wu), by=wu)
    actions.decline(row, by=clerk(), reason="For cities on the coast.")

    assert status(row) == S.DECLINED
    mail = OutgoingMessage.objects.get(kind="nominations.declined")
    assert "For cities on the coast." in mail.text
    assert row.answer is None


def test_a_second_decision_says_who_was_first(quota: NominationQuota, lin: User) -> None:
    row = NominationFactory(quota=quota, declined=True)

    with refused("already-decided"):
        actions.accept(row, by=lin)
    waiting = NominationFactory(quota=quota)
    with refused("nomination-step-refused"):
        actions.accept(waiting, by=lin)


def test_withdrawing_frees_the_seat_for_the_city(
    quota: NominationQuota, wu: User, lin: User
) -> None:
    submitted = NominationFactory(quota=quota, submitted=True)
    accepted = NominationFactory(quota=quota, accepted=True)
    with pytest.raises(ReasonMissing):
        actions.withdraw(submitted, by=wu, reason="")

    for row in (submitted, accepted):
        actions.withdraw(row, by=wu, reason="Ill.")

    assert [status(submitted), status(accepted)] == [S.WITHDRAWN] * 2
    assert Nomination.objects.get(pk=submitted.pk).reason == "Ill."
    noted = AuditEvent.objects.filter(changes__has_key="reason").latest("occurred_at")
    assert (noted.note, noted.changes["reason"][1]) == ("", "•••"), "the history forgets nothing"
    assert Nomination.objects.get(pk=accepted.pk).answer == Answer.ENDED
    quota.hold.refresh_from_db()
    assert quota.hold.seats == 2
    with refused("nomination-step-refused"):
        actions.withdraw(submitted, by=wu, reason="Ill.")
    assert lin.email
    given_up = NominationFactory(quota=quota, accepted=True)
    of_events.cancel(given_up.registration)
    assert actions.withdraw(given_up, by=wu, reason="Cannot come.").status == S.WITHDRAWN


def test_every_state_leads_somewhere_or_is_an_end() -> None:
    assert set(CHANGES) == set(S)
    ends = {state for state, following in CHANGES.items() if not following}
    assert ends == {S.DECLINED, S.WITHDRAWN}


def test_a_step_the_table_does_not_know_is_refused(quota: NominationQuota) -> None:
    row = NominationFactory(quota=quota)

    with refused("nomination-step-refused"):
        rows.move_to(row, NominationStatus.ACCEPTED, by=clerk())
