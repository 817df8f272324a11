"""What messages ask of the secretariat."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.notifications.choices import SENDERS
from partnership.notifications.models import Channel, OutgoingMessage

register(
    Question(
        title=_("Mail does not leave"),
        advice=_("The mail server takes no messages. They wait and leave when it does again."),
        roles=SENDERS,
        find=lambda: Channel.objects.filter(failures__gt=0),
        link=lambda: reverse("admin:notifications_outgoingmessage_changelist"),
        rank=5,
    ),
    Question(
        title=_("Messages that failed"),
        advice=_("See why; correct the address, send again, or leave them."),
        roles=SENDERS,
        find=OutgoingMessage.objects.failed,
        link=lambda: (
            reverse("admin:notifications_outgoingmessage_changelist") + "?state__exact=failed"
        ),
        rank=30,
        deeds=("send-again",),
    ),
)
