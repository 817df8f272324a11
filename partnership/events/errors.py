"""Refusals about events and seats, each with a sentence for the person who tried."""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext as _now

from partnership.core.errors import DomainError


class NotReady(DomainError):
    """What is missing before an event can be announced."""

    code = "not-ready"
    message = _("Not ready to be announced. Missing: %(missing)s.")

    def __init__(self, missing: Sequence[str | Promise]) -> None:
        super().__init__(missing=_now("between items", ", ").join(str(name) for name in missing))


class StatusRefused(DomainError):
    code = "status-refused"
    message = _("This step is not possible: the event is %(status)s. Reload the page.")


class ReasonInBothLanguages(DomainError):
    code = "reason-in-both-languages"
    message = _("Everyone is told why. Give the reason in Chinese and in English.")


class NotOverYet(DomainError):
    code = "not-over-yet"
    message = _("The event has not begun yet. Come back when it has.")


class SameTime(DomainError):
    code = "same-time"
    message = _("That is the time the event has. Give the new one, or go back.")


class PeopleAreRegistered(DomainError):
    code = "people-are-registered"
    message = _(
        "%(count)d people are registered. Cancel or postpone the event, so that they are told."
    )


class Busy(DomainError):
    """Others held the event's seats for too long."""

    code = "busy"
    message = _(
        "Very many people are registering at this moment. Nothing is lost: please try again in a "
        "few seconds."
    )
    retry_after = 5


class NotOpenYet(DomainError):
    code = "not-open-yet"
    message = _("Registration has not opened yet. The page of the event says when it does.")


class RegistrationClosed(DomainError):
    code = "registration-closed"
    message = _("Registration is closed. Write to the secretariat if you have a question.")


class ByNominationOnly(DomainError):
    code = "by-nomination-only"
    message = _(
        "People come to this event by nomination. Ask the focal point of your organisation."
    )


class ByInvitationOnly(DomainError):
    code = "by-invitation-only"
    message = _(
        "People come to this event by invitation of the secretariat. Write to it if you would like "
        "to come."
    )


class ClosedMeanwhile(DomainError):
    """Somebody confirms the address after registration has ended."""

    code = "closed-meanwhile"
    message = _(
        "Registration has closed before you confirmed it, and no seat was kept for you. Write to "
        "the secretariat if you still want to come."
    )


class OpensLater(DomainError):
    """Somebody confirms the address after registration was moved to later."""

    code = "opens-later"
    message = _(
        "Registration for this event now opens later. The page of the event says when: register "
        "anew then."
    )


class AlreadyRegistered(DomainError):
    code = "already-registered"
    message = _("This address is registered already. Nothing was changed.")


class TooManyUnconfirmed(DomainError):
    """An address was entered again and again and nobody has confirmed it. Told to nobody: who sends
    the form is answered as always."""

    code = "too-many-unconfirmed"
    message = _("This address has got several links. Use one of them, or try again in an hour.")


class OnTheListAlready(DomainError):
    """A file means a registration that exists."""

    code = "on-the-list-already"
    message = _(
        "This registration exists. A file only adds people: take the row out, and change the "
        "registration by its buttons."
    )


class EventFull(DomainError):
    code = "event-full"
    message = _("There are no seats left, and no places on the waiting list.")


class NoSeatAtDoor(DomainError):
    code = "no-seat-at-door"
    message = _(
        "There are not enough free seats. The secretariat can raise the number of seats; then try "
        "again."
    )


class GroupTooLarge(DomainError):
    code = "group-too-large"
    message = _("At most %(most)d people in one registration. Register the others separately.")


class GuardiansNotAsked(DomainError):
    code = "guardians-not-asked"
    message = _("Children come with the consent of their guardians only. Confirm that you have it.")


class AdultsNotAsked(DomainError):
    code = "adults-not-asked"
    message = _(
        "Other adults are named with their own consent only. Confirm that you have it, or leave the "
        "names out: the number is enough for their seats."
    )


class MoreAdultsNeeded(DomainError):
    """Too many minors for the adults who come with them."""

    code = "more-adults-needed"
    message = _(
        "This event asks for an adult for every %(most)d children and young people. Bring at least "
        "%(adults)d adults, you included, or sign fewer up."
    )


class ConsentMissing(DomainError):
    code = "consent-missing"
    message = _("We need your consent to keep your details for this event.")


class MoreNamesThanAdults(DomainError):
    """Seats are counted, and a name more would be a person more."""

    code = "more-names-than-adults"
    message = _(
        "You registered %(most)d other adults. Name as many at most; who comes in addition registers "
        "by themselves."
    )


class TooLateToCorrect(DomainError):
    code = "too-late-to-correct"
    message = _("The event has begun. Write to the secretariat, which can still correct the names.")


class StepRefused(DomainError):
    """A step that the registration's state does not allow."""

    code = "registration-step-refused"
    message = _("This is not possible: the registration is %(status)s.")


class AlreadyDecided(DomainError):
    """Two colleagues decided about the same registration; the first one's decision stands."""

    code = "already-decided"
    message = _("%(who)s has already decided about this: %(status)s. Nothing was changed.")


class OfferOver(DomainError):
    code = "offer-over"
    message = _(
        "The time to accept the seat is over. Write to the secretariat if you still want to come."
    )


class TooLateToCancel(DomainError):
    code = "too-late-to-cancel"
    message = _("It is too late to cancel here. Please write to the secretariat.")


class HoldFull(DomainError):
    code = "hold-full"
    message = _("All %(seats)d seats kept for %(organisation)s are filled.")


class HoldInUse(DomainError):
    code = "hold-in-use"
    message = _("%(used)d of these seats are filled. Keep at least as many.")


class NoSeatsToHold(DomainError):
    code = "no-seats-to-hold"
    message = _("Only %(free)d seats are free. Raise the number of seats first, or keep fewer.")


class NobodyToWriteTo(DomainError):
    code = "nobody-to-write-to"
    message = _("At the moment nobody of this event would get it. Choose other readers.")
