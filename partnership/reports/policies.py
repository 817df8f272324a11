"""Who may do what with city reports, and the reason when they may not."""

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.events.choices import TOOK_PLACE
from partnership.events.models import Event
from partnership.network import policies as of_network
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.reports.models import EventReport
from partnership.review import policies as of_review
from partnership.review.choices import DESK

Person = User | AnonymousUser


def may_write(user: Person, report: EventReport) -> Verdict:
    """Begin the report and write it."""
    return of_network.may(user, report.organisation, Right.DRAFT)


def may_publish(user: User, report: EventReport) -> Verdict:
    """Make an accepted report public."""
    if report.submission is None:
        return Verdict(of_review.NOT_NOW)
    return of_review.may_publish(user, report.submission)


def may_excuse(user: User) -> Verdict:
    """Release a city from its report, or ask for it after all."""
    return ALLOWED if user.has_role(*DESK) else Verdict(of_review.DESK_ONLY)


def why_none(user: Person, event: Event) -> str:
    """Say why there is no report of somebody about an event, and what to do."""
    if event.status not in TOOK_PLACE:
        words = _("The event is %(status)s. Reports are asked for once it is noted as held.")
        return words % {"status": event.get_status_display()}
    if not Membership.objects.live().of(user).exists():
        return _(
            "You speak for no organisation of the partnership. Ask for an account that writes for "
            "yours, and the report will stand on your desk."
        )
    return _(
        "Your organisation is not asked for a report: nobody had a confirmed seat that was kept for "
        "it, or all were noted as absent. If that is wrong, write to the secretariat; whoever is "
        "noted as present later is asked the next morning."
    )
