"""Messages about nominations: each is written into the outbox within the deed it tells about.

The person nominated is written to by the room of events, which invites them; of their letter here.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.events import messages as of_events
from partnership.events.models import Registration
from partnership.network import superiors
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.nominations.models import Letter, Nomination, NominationQuota
from partnership.notifications.actions.telling import notify


def asked(quota: NominationQuota) -> None:
    """Ask an organisation to nominate."""
    _tell("asked", speakers(quota), quota)


def reminded(quota: NominationQuota, seats: int) -> None:
    """Remind an organisation of `seats` seats for which nobody is handed in."""
    _tell("reminder", speakers(quota), quota, seats=seats)


def handed_in(quota: NominationQuota, people: Sequence[Nomination]) -> None:
    """Tell whoever has the turn: the body above, or the secretariat."""
    if people[0].needs_endorsement:
        _tell("to_endorse", _endorsers(quota), quota, people)
    else:
        _tell_desk("submitted", quota, people)


def endorsed(quota: NominationQuota, people: Sequence[Nomination]) -> None:
    _tell("endorsed", speakers(quota), quota, people)
    _tell_desk("submitted", quota, people)


def returned(quota: NominationQuota, people: Sequence[Nomination]) -> None:
    _tell("returned", speakers(quota), quota, people)


def decided(nomination: Nomination) -> None:
    """Tell the organisation that somebody is accepted, in reserve or declined, and the body above
    what became of its endorsement."""
    quota = nomination.quota
    _tell(nomination.status, speakers(quota), quota, [nomination])
    if nomination.endorsed_by_id:
        _tell("endorsement_decided", _endorsers(quota), quota, [nomination])


def answered(nomination: Nomination) -> None:
    """Tell the organisation what the person has said."""
    _tell("answered", speakers(nomination.quota), nomination.quota, [nomination])


def withdrawn(nomination: Nomination, reason: str) -> None:
    """Tell the secretariat that an organisation has taken somebody off its list."""
    _tell_desk("withdrawn", nomination.quota, [nomination], reason=reason)


def released(quota: NominationQuota, seats: int) -> None:
    _tell("released", speakers(quota), quota, seats=seats)


def letter_to_person(
    letter: Letter, registration: Registration, *, instead_of: Letter | None = None
) -> None:
    """Tell somebody that a letter lies ready; the link leads to the registration, where it lies."""
    of_events.tell(
        "nominations.letter",
        registration,
        about=f"letter-{letter.pk}",
        letter=letter,
        former=instead_of,
    )


def letter_to_organisation(
    letter: Letter, quota: NominationQuota, *, instead_of: Letter | None = None
) -> None:
    """Tell those who hand in for an organisation that the letter to it lies ready."""
    about = f"letter-{letter.pk}"
    readers = speakers(quota)
    _tell("letter_asking", readers, quota, about=about, letter=letter, former=instead_of)


def speakers(quota: NominationQuota) -> Iterable[User]:
    """Return those who hand in for the organisation."""
    return _with(Right.SUBMIT, [quota.organisation.pk])


def _endorsers(quota: NominationQuota) -> Iterable[User]:
    return _with(Right.ENDORSE, superiors.above(quota.organisation).values("pk"))


def _with(right: Right, organisations: Any) -> Iterable[User]:
    members = Membership.objects.with_right(right).filter(organisation__in=organisations)
    people: Iterable[User] = User.objects.active().filter(pk__in=members.values("user"))
    return people


def _tell_desk(
    kind: str, quota: NominationQuota, people: Sequence[Nomination], **more: Any
) -> None:
    desk = User.objects.holding(Role.SECRETARIAT)
    _tell(kind, desk, quota, people, page="admin:nominations_nominationquota_change", **more)


def _tell(
    kind: str,
    readers: Iterable[User],
    quota: NominationQuota,
    people: Sequence[Nomination] = (),
    *,
    page: str = "nominations:slate",
    about: str = "",
    **more: Any,
) -> None:
    event = about or _event(quota, people)
    for reader in readers:
        notify(
            f"nominations.{kind}",
            reader,
            event=event,
            page=lambda: reverse(page, args=[quota.pk]),
            quota=quota,
            people=people,
            **more,
        )


def _event(quota: NominationQuota, people: Sequence[Nomination]) -> str:
    """Name what happened: each state of a nomination is told once."""
    if not people:
        return f"quota-{quota.pk}-{quota.updated_at.isoformat()}"
    return f"nomination-{people[0].pk}-{people[0].version}-{people[0].told_answer}"
