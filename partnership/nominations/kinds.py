"""The kinds of message about nominations."""

from datetime import timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.accounts import links
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.events import kinds as events
from partnership.events.choices import Kind as EventKind
from partnership.events.choices import RegistrationStatus
from partnership.events.models import Event, Registration, SeatHold
from partnership.network.models import Organisation
from partnership.nominations.models import Letter, Nomination, NominationQuota
from partnership.nominations.querysets import RELATED
from partnership.notifications.choices import MailChoice
from partnership.notifications.registry import Context, Kind, register

DESK: Final = frozenset({Role.SECRETARIAT})
RELATED_TO_NOMINATION: Final = ("registration", "replaces", *(f"quota__{name}" for name in RELATED))


def _sample(person: User) -> Context:
    """The nomination that was made last, or one like those there will be."""
    known = Nomination.objects.filter(anonymised_at__isnull=True).order_by("-pk")
    nomination = known.select_related(*RELATED_TO_NOMINATION).first() or _example(person)
    if nomination.registration is None:
        event = nomination.quota.event
        nomination.registration = Registration(event=event, status=RegistrationStatus.CONFIRMED)
    nomination.reason = nomination.reason or "–"
    return {
        "person": person,
        "link": links.absolute("nominations:mine", person.language),
        "quota": nomination.quota,
        "people": [nomination],
        "reason": nomination.reason,
        "seats": 1,
        "letter": _invented_letter(),
    }


def _of_letter(person: User) -> Context:
    """The letter that was issued last, or one like those there will be."""
    known = Letter.objects.filter(registration__isnull=False, anonymised_at__isnull=True)
    last = known.select_related("event__place").order_by("-pk").first()
    letter = last or _invented_letter()
    return {**events.sample(person, letter.event if last else None), "letter": letter}


def _invented_letter() -> Letter:
    return Letter(year=timezone.localdate().year, number=1)


def _example(person: User) -> Nomination:
    quotas = NominationQuota.objects.select_related(*RELATED).order_by("-pk")
    return Nomination(
        quota=quotas.first() or _invented(), name=person.name, email=person.email, reason="–"
    )


def _invented() -> NominationQuota:
    starts = timezone.now() + timedelta(days=30)
    event = Event(
        kind=EventKind.DIALOGUE,
        title_zh_hans="活动示例",
        title_en="Example of an event",
        starts_at=starts,
        ends_at=starts + timedelta(hours=8),
    )
    organisation = Organisation(name_zh_hans="组织示例", name_en="Example of an organisation")
    hold = SeatHold(event=event, organisation=organisation, seats=2)
    return NominationQuota(hold=hold, reserve_seats=1, deadline=starts - timedelta(days=14))


def _kind(
    name: str, title: object, *, is_optional: bool = False, roles: frozenset[Role] = frozenset()
) -> Kind:
    mail = MailChoice.DAILY if is_optional else MailChoice.AT_ONCE
    key, how = f"nominations.{name}", {"is_optional": is_optional, "mail": mail, "roles": roles}
    return Kind(key, title, _sample, **how)  # type: ignore[arg-type]


register(
    _kind("asked", _("Asked to nominate people for an event")),
    _kind("reminder", _("Nominations are due soon")),
    _kind("to_endorse", _("Nominations to endorse")),
    _kind("submitted", _("Nominations arrived"), is_optional=True, roles=DESK),
    _kind("endorsed", _("Nominations endorsed")),
    _kind("returned", _("Nominations returned for changes")),
    _kind("accepted", _("Nomination accepted")),
    _kind("reserve", _("Nomination put on the reserve list")),
    _kind("declined", _("Nomination declined")),
    _kind("endorsement_decided", _("Decided about people you endorsed"), is_optional=True),
    _kind("answered", _("Somebody nominated has answered")),
    _kind("withdrawn", _("Nomination withdrawn"), is_optional=True, roles=DESK),
    _kind("released", _("Unused seats given back")),
    _kind("letter_asking", _("The letter that asks to nominate is ready")),
    Kind("nominations.letter", _("A letter of invitation is ready"), _of_letter, is_secret=True),
)
