"""Refusals about city reports, each with a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class EventDidNotTakePlace(DomainError):
    code = "event-did-not-take-place"
    message = _(
        "The event is %(status)s, so no report is owed. Once it is noted as held, your organisation "
        "is asked for one."
    )


class AlreadyBegun(DomainError):
    """Colleagues share one report; nobody writes a second one beside it."""

    code = "report-already-begun"
    message = _(
        "%(person)s of your organisation has begun this report already. Open it from your desk and "
        "go on writing together."
    )


class AlreadyHandedIn(DomainError):
    code = "report-already-handed-in"
    message = _(
        "This report is handed in already. To change it, ask the secretariat to return it to you."
    )
