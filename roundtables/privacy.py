"""What is kept of people in outcome documents and projects: who wrote a publication."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy
from partnership.core.privacy import ONESELF, PersonalField

privacy.register(
    PersonalField(
        "roundtables.output",
        "made_by",
        purpose=_("A publication is cited with its authors."),
        retention=_("As long as the page of the project."),
        seen_by=(ONESELF, Role.SECRETARIAT.value),
    )
)
