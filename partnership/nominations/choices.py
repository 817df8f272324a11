"""How far a nomination is, and what the person nominated has said to it."""

from datetime import timedelta
from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy

from partnership.events.choices import ENDED as REGISTRATION_ENDED
from partnership.events.choices import READERS, RegistrationStatus

__all__ = ["READERS", "Answer", "Diet", "LetterKind", "NominationStatus"]


class NominationStatus(models.TextChoices):
    """Where a nomination stands between the organisation and the secretariat."""

    DRAFT = "draft", pgettext_lazy("nomination", "draft")
    SUBMITTED = "submitted", pgettext_lazy("nomination", "submitted")
    ENDORSED = "endorsed", pgettext_lazy("nomination", "endorsed")
    RETURNED = "returned", pgettext_lazy("nomination", "returned for changes")
    ACCEPTED = "accepted", pgettext_lazy("nomination", "accepted")
    RESERVE = "reserve", pgettext_lazy("nomination", "on the reserve list")
    DECLINED = "declined", pgettext_lazy("nomination", "declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("nomination", "withdrawn")


_S = NominationStatus
CHANGES: Final[dict[NominationStatus, frozenset[NominationStatus]]] = {
    _S.DRAFT: frozenset({_S.SUBMITTED}),
    _S.SUBMITTED: frozenset(
        {_S.ENDORSED, _S.RETURNED, _S.ACCEPTED, _S.RESERVE, _S.DECLINED, _S.WITHDRAWN}
    ),
    _S.ENDORSED: frozenset({_S.RETURNED, _S.ACCEPTED, _S.RESERVE, _S.DECLINED, _S.WITHDRAWN}),
    _S.RETURNED: frozenset({_S.SUBMITTED, _S.WITHDRAWN}),
    _S.RESERVE: frozenset({_S.ACCEPTED, _S.DECLINED, _S.WITHDRAWN}),
    _S.ACCEPTED: frozenset({_S.WITHDRAWN}),
    _S.DECLINED: frozenset(),
    _S.WITHDRAWN: frozenset(),
}
WITH_ORGANISATION: Final = frozenset({_S.DRAFT, _S.RETURNED})  # may be written and ranked
HANDED_IN: Final = frozenset({_S.SUBMITTED, _S.ENDORSED})  # somebody has to decide
ENDED: Final = frozenset({_S.DECLINED, _S.WITHDRAWN})
GIVEN: Final = frozenset(NominationStatus) - ENDED - WITH_ORGANISATION
WITHDRAWABLE: Final = frozenset({_S.SUBMITTED, _S.ENDORSED, _S.RETURNED, _S.RESERVE, _S.ACCEPTED})
REPLACEABLE: Final = frozenset({_S.SUBMITTED, _S.ENDORSED, _S.RESERVE, _S.ACCEPTED})
TONES: Final[dict[str, str]] = {
    _S.SUBMITTED: "sea",
    _S.ENDORSED: "sea",
    _S.RETURNED: "warn",
    _S.ACCEPTED: "ok",
    _S.RESERVE: "sea",
    _S.DECLINED: "bad",
    _S.WITHDRAWN: "bad",
}


class Answer(models.TextChoices):
    """What came of the invitation; worked out from the registration, never stored."""

    WAITING = "waiting", pgettext_lazy("answer", "has not answered yet")
    CONFIRMED = "confirmed", pgettext_lazy("answer", "has confirmed")
    DECLINED = "declined", pgettext_lazy("answer", "has declined")
    EXPIRED = "expired", pgettext_lazy("answer", "did not answer in time")
    ENDED = "ended", pgettext_lazy("answer", "no longer takes part")


class Diet(models.TextChoices):
    """What somebody eats."""

    ANY = "any", pgettext_lazy("diet", "no wishes")
    VEGETARIAN = "vegetarian", pgettext_lazy("diet", "vegetarian")
    VEGAN = "vegan", pgettext_lazy("diet", "vegan")
    HALAL = "halal", pgettext_lazy("diet", "halal")
    NO_PORK = "no-pork", pgettext_lazy("diet", "no pork")
    OTHER = "other", pgettext_lazy("diet", "other, see below")


class LetterKind(models.TextChoices):
    """What a letter is for."""

    INVITATION = "invitation", pgettext_lazy("letter", "Invitation of a person")
    VISA = "visa", pgettext_lazy("letter", "Invitation of a person, for a visa")
    ORGANISATION = "organisation", pgettext_lazy("letter", "Invitation of an organisation")


FOR_PEOPLE: Final = frozenset({LetterKind.INVITATION, LetterKind.VISA})
ANSWERS: Final[dict[str, Answer]] = {
    RegistrationStatus.OFFERED: Answer.WAITING,
    RegistrationStatus.CONFIRMED: Answer.CONFIRMED,
    RegistrationStatus.EXPIRED: Answer.EXPIRED,
}
DAYS_TO_ANSWER: Final = 7  # for somebody who is accepted
REMINDERS: Final = (timedelta(days=7), timedelta(days=2))  # before the deadline
LOST: Final = REGISTRATION_ENDED  # states of a registration whose seat is the organisation's again


def reminders_due(left: timedelta) -> int:
    """Return how many reminders belong to a list with so much time left."""
    return sum(1 for before in REMINDERS if left <= before)
