"""Refusals about nominations, each with a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class EventNotToCome(DomainError):
    code = "event-not-to-come"
    message = _("The event is %(status)s. Nobody can be nominated for it any more.")


class EventHasBegun(DomainError):
    code = "event-has-begun"
    message = _("The event has begun. Nobody can be nominated for it any more.")


class DeadlineOver(DomainError):
    code = "deadline-over"
    message = _(
        "The deadline for nominations was %(moment)s. Nothing was changed; write to the "
        "secretariat if you need more time."
    )


class DeadlineNotOver(DomainError):
    code = "deadline-not-over"
    message = _("The organisation may nominate until %(moment)s. Give back its seats after that.")


class SeatsReleased(DomainError):
    code = "seats-released"
    message = _(
        "The seats your organisation did not use have been given back. Ask the secretariat whether "
        "one is free."
    )


class SlateFull(DomainError):
    code = "slate-full"
    message = _(
        "Your organisation may nominate %(places)d people, reserve included, and has done so. Take "
        "somebody off the list first, or replace them."
    )


class AlreadyNominated(DomainError):
    code = "already-nominated"
    message = _("This address is nominated for this event already. Nothing was changed.")


class NothingToSubmit(DomainError):
    code = "nothing-to-submit"
    message = _("There is nobody to submit. Somebody else may have submitted the list already.")


class LetterMissing(DomainError):
    code = "letter-missing"
    message = _("Add the signed letter as a scan.")


class NothingChosen(DomainError):
    code = "nothing-chosen"
    message = _("Choose at least one person.")


class StepRefused(DomainError):
    """A step that the nomination's state does not allow."""

    code = "nomination-step-refused"
    message = _("This is not possible: the nomination is %(status)s. Reload the page.")


class AlreadyReplaced(DomainError):
    code = "already-replaced"
    message = _("Somebody else is named in this person's place already.")


class DecisionsWait(DomainError):
    code = "decisions-wait"
    message = _("%(count)d nominations still wait. Decide about them before you give seats back.")


class QuotaInUse(DomainError):
    code = "quota-in-use"
    message = _("%(count)d people are nominated already. Keep at least as many places.")


class AlreadyAsked(DomainError):
    code = "already-asked"
    message = _("Seats are kept for %(organisation)s already. Change those instead.")


class LetterReplaced(DomainError):
    """Two colleagues issued a letter anew; the first one's holds."""

    code = "letter-replaced"
    message = _("%(number)s has taken its place already. Replace that one, if need be.")


class NoSeatNoLetter(DomainError):
    code = "no-seat-no-letter"
    message = _("This person has no seat. Letters are for people who have one or are offered one.")


class NotConfirmed(DomainError):
    code = "not-confirmed"
    message = _("Only people with a confirmed seat are asked about travel and hotel.")
