"""Messages of the network: each is written into the outbox within the deed it tells about."""

from django.urls import reverse

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.network.models import Enquiry, Membership, MembershipRequest, NameChange
from partnership.notifications import outbox, registry
from partnership.notifications.actions.telling import notify
from partnership.notifications.outbox import Draft


def invited(membership: Membership) -> None:
    """The secretariat invited the person to act for the organisation."""
    _tell_member("network.invited", membership)


def approved(membership: Membership) -> None:
    """What the person or their focal point asked for is approved."""
    _tell_member("network.approved", membership)


def withdrawn(membership: Membership) -> None:
    _tell_member("network.withdrawn", membership)


def refused(request: MembershipRequest) -> None:
    """Nothing that was typed into the form stands in the mail: nobody has checked the address."""
    context = {"reason": request.reason, "reference": request.reference}
    key = key_of_refusal(request)
    _put("network.refused", request.email, request.language, key, **context)


def name_approved(change: NameChange) -> None:
    _tell_proposer("network.name_approved", change)


def name_refused(change: NameChange) -> None:
    _tell_proposer("network.name_refused", change)


def answered(enquiry: Enquiry) -> None:
    """The answer in the language of the question."""
    context = {"answer": enquiry.answer, "reference": enquiry.reference}
    key = key_of_answer(enquiry)
    _put("network.answered", enquiry.email, enquiry.language, key, **context)


def key_of_refusal(request: MembershipRequest) -> str:
    """Return by what the mail that refuses the request is found again."""
    return f"network.refused:{request.pk}"


def key_of_answer(enquiry: Enquiry) -> str:
    """Return by what the mail with the answer is found again."""
    return f"network.answered:{enquiry.pk}"


def asked(request: MembershipRequest) -> None:
    """Tell the secretariat that somebody wants to speak for an organisation."""
    for colleague in User.objects.holding(Role.SECRETARIAT):
        notify(
            "network.asked",
            colleague,
            event=f"request-{request.pk}",
            page=lambda: reverse("admin:partnership_membershiprequest_change", args=[request.pk]),
            organisation=request.organisation or request.organisation_name,
        )


def _tell_member(kind: str, membership: Membership) -> None:
    notify(
        kind,
        membership.user,
        event=f"membership-{membership.pk}",
        page=lambda: reverse("network:mine"),
        organisation=membership.organisation,
        membership=membership,
    )


def _tell_proposer(kind: str, change: NameChange) -> None:
    notify(
        kind,
        change.proposed_by,
        event=f"name-{change.pk}",
        page=lambda: reverse("network:mine"),
        organisation=change.organisation,
        change=change,
    )


def _put(kind: str, address: str, language: str, key: str, **context: object) -> None:
    """Write to somebody who may have no account, so in the outbox alone."""
    mail = mail_texts.write(registry.get(kind).template, language, context)
    draft = Draft(
        kind=kind,
        to_address=address,
        language=language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        dedupe_key=key,
    )
    outbox.put(draft)
