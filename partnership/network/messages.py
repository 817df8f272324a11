"""Messages of the network: each is written into the outbox within the deed it tells about."""

from partnership.accounts import links
from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.network.models import Enquiry, Membership, MembershipRequest, NameChange
from partnership.notifications import outbox, registry
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
    key = f"network.refused:{request.pk}"
    _put("network.refused", request.email, request.language, key, **context)


def name_approved(change: NameChange) -> None:
    _tell_proposer("network.name_approved", change)


def name_refused(change: NameChange) -> None:
    _tell_proposer("network.name_refused", change)


def answered(enquiry: Enquiry) -> None:
    """The answer in the language of the question."""
    context = {"answer": enquiry.answer, "reference": enquiry.reference}
    key = f"network.answered:{enquiry.pk}"
    _put("network.answered", enquiry.email, enquiry.language, key, **context)


def _tell_member(kind: str, membership: Membership) -> None:
    person = membership.user
    context = {
        "person": person,
        "organisation": membership.organisation.name_in(person.language),
        "membership": membership,
        "link": links.absolute("network:mine", person.language),
    }
    key = f"{kind}:{membership.pk}"
    _put(kind, person.email, person.language, key, person, **context)


def _tell_proposer(kind: str, change: NameChange) -> None:
    person = change.proposed_by
    context = {
        "person": person,
        "change": change,
        "organisation": change.organisation.name_in(person.language),
        "link": links.absolute("network:mine", person.language),
    }
    _put(kind, person.email, person.language, f"{kind}:{change.pk}", person, **context)


def _put(
    kind: str,
    address: str,
    language: str,
    key: str,
    recipient: User | None = None,
    **context: object,
) -> None:
    mail = mail_texts.write(registry.get(kind).template, language, context)
    draft = Draft(
        kind=kind,
        to_address=address,
        language=language,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        recipient_id=recipient.pk if recipient else None,
        dedupe_key=key,
    )
    outbox.put(draft)
