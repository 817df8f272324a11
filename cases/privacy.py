"""What the case collection keeps of people."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy
from partnership.core.choices import DataClass

privacy.register(
    *(
        privacy.PersonalField(
            "cases.case",
            field,
            purpose=_("To ask about the case whoever knows it."),
            retention=_("As long as the case."),
            category=DataClass.CONTACT,
            seen_by=(Role.SECRETARIAT.value, Role.PUBLISHER.value),
        )
        for field in ("contact_name", "contact_details")
    ),
    *(
        privacy.PersonalField(
            "cases.case",
            field,
            purpose=_("To name in the imprint who worked on the case, as they have agreed."),
            retention=_("As long as the case."),
            seen_by=(Role.SECRETARIAT.value, Role.PUBLISHER.value),
            masked=False,
        )
        for field in ("reviewed_by", "translated_by")
    ),
)
