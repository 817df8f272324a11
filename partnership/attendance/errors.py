"""Refusals at the door of an event, each with a sentence for the steward."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from partnership.core.errors import DomainError


class NotConfirmed(DomainError):
    """The registration gives no seat."""

    code = "not-confirmed"
    message = _(
        "No seat belongs to this registration: it is %(status)s. If a seat is free, enter the "
        "person as somebody who came without a registration."
    )


class NotToday(DomainError):
    code = "not-today"
    message = _("This event is not today. It takes place: %(when)s.")


class DoesNotTakePlace(DomainError):
    code = "does-not-take-place"
    message = _("Nobody can be checked in: the event is %(status)s.")


class AlreadyIn(DomainError):
    """A second tap, or a copied code; the first one stands."""

    code = "already-in"
    message = _(
        "Already checked in today at %(time)s by %(who)s, %(people)d in all. Nothing was changed."
    )


class MorePeopleThanSeats(DomainError):
    code = "more-people-than-seats"
    message = _(
        "This registration has %(seats)d seats. Check in as many at most, and enter the others as "
        "people who came without a registration."
    )


class MoreHeadsThanSeats(DomainError):
    code = "more-heads-than-seats"
    message = _(
        "%(name)s has %(seats)d seats. Enter as many heads at most; nothing is saved, and what you "
        "typed is kept below."
    )


class NoHeadCount(DomainError):
    code = "no-head-count"
    message = _("Give the number of people who have come, from 1 on.")


class NotIn(DomainError):
    code = "not-in"
    message = _("This person is not checked in today. Nothing was changed.")


class NotBegunYet(DomainError):
    code = "not-begun-yet"
    message = _("The event has not begun: nothing can be noted yet. Come back when it has.")


class NotedMeanwhile(DomainError):
    """Two people changed the same cells; the second one decides with open eyes."""

    code = "noted-meanwhile"
    message = _(
        "A colleague has meanwhile noted something else: %(cells)s. Nothing is saved yet. Your "
        "entries are kept below; save again to replace the colleague's."
    )
    shown: Final = 3  # cells named

    def __init__(self, cells: Sequence[tuple[str, str, str]]) -> None:
        named = [
            f"{name} – {column}: {noted or '–'}" for name, column, noted in cells[: self.shown]
        ]
        more = ["…"] if len(cells) > self.shown else []
        super().__init__(cells=pgettext("between items", "; ").join(named + more))


class NotHeldYet(DomainError):
    """Certificates say that something took place."""

    code = "not-held-yet"
    message = _(
        "Certificates are given once it is noted that the event took place; it is %(status)s."
    )


class NotCounted(DomainError):
    """A certificate of a group attests how many came."""

    code = "not-counted"
    message = _(
        "Nobody counted this group, so no certificate can say how many came. Enter the heads in the "
        "table of attendance first, or revoke the certificate instead of replacing it."
    )


class AlreadyRevoked(DomainError):
    code = "already-revoked"
    message = _("This certificate is revoked already. Nothing was changed.")


class NobodyToList(DomainError):
    code = "nobody-to-list"
    message = _("Nobody would be on it: nobody has a seat yet.")


class NoEvaluation(DomainError):
    code = "no-evaluation"
    message = _("There are no questions about this event. Nothing has to be answered.")


class OnlyWhoAttended(DomainError):
    code = "only-who-attended"
    message = _(
        "Only people who attended are asked. If you were there, write to the secretariat: your "
        "attendance may not be noted."
    )


class AlreadyAnswered(DomainError):
    code = "already-answered"
    message = _("Your answers have arrived. Thank you! Each person answers once.")


class EvaluationClosed(DomainError):
    code = "evaluation-closed"
    message = _("The evaluation is closed. Write to the secretariat if you want to add something.")


class EvaluationNotReady(DomainError):
    code = "evaluation-not-ready"
    message = _("Add questions first, and choose an end that lies ahead.")


class QuestionsThereAlready(DomainError):
    code = "questions-there-already"
    message = _("There are questions already. Change them in the form.")


class AlreadySteward(DomainError):
    code = "already-steward"
    message = _("%(person)s is a steward of this event already.")


class NoSuchAccount(DomainError):
    code = "no-such-account"
    message = _("Nobody has an active account with this address. Invite the person first.")
