"""What is kept of a used ticket, and for how long."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from partnership.core import privacy, retention, tickets
from partnership.core.choices import DataClass

SPENT: Final = "spent-tickets"

privacy.register(
    privacy.PersonalField(
        "core.spentticket",
        "network",
        purpose=_("To count how many forms come from one network; the address itself is not kept."),
        retention=_("A day after the form was sent."),
        retention_days=1,
        rule=SPENT,
        category=DataClass.CONTACT,
    )
)
retention.register(
    retention.Rule(
        SPENT,
        _("Tickets of public forms go a day after they were used."),
        tickets.over,
        lambda rows: rows.delete(),
    )
)
