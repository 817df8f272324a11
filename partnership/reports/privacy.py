"""What reports keep of people. Their texts speak of what a city does and are published; the part for
the secretariat may name somebody."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy
from partnership.core.choices import DataClass

privacy.register(
    privacy.PersonalField(
        "reports.eventreport",
        "support",
        purpose=_("To know what would help a city; may name a contact person."),
        retention=_("As long as the report."),
        category=DataClass.CONTACT,
        seen_by=(privacy.ONESELF, Role.SECRETARIAT.value),
    ),
)
