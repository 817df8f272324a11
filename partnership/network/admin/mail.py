"""What became of mails to people outside, told where the secretariat looks at what they wrote."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.admin.status import Fact
from partnership.notifications import arrival
from partnership.notifications.models import OutgoingMessage


def mail_facts(key: str) -> list[Fact]:
    """Return what became of the one mail with this key; nothing while none is written."""
    message = OutgoingMessage.objects.filter(dedupe_key=key).first()
    return [_fact(message)] if message else []


def refusal_facts(person: User) -> list[Fact]:
    """Return that the person's mailbox refused the last mail; nothing when it took it."""
    message = arrival.refused_to(person)
    return [_fact(message)] if message else []


def _fact(message: OutgoingMessage) -> Fact:
    address = reverse("admin:notifications_outgoingmessage_change", args=[message.pk])
    said = (message.get_state_display(), message.get_fault_display())
    words = " · ".join(str(word) for word in said if word)
    return Fact(_("mail"), format_html('<a href="{}">{}</a>', address, words))
