"""What translations keep of people: who did which part of the work."""

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.core import privacy

SEEN_BY = (Role.SECRETARIAT.value, Role.PUBLISHER.value, Role.AUDIT_ADMINISTRATOR.value)

privacy.register(
    *(
        privacy.PersonalField(
            model,
            field,
            purpose=_("To know whom to ask about a translation."),
            retention=_("As long as the text; empty when the account is deleted."),
            seen_by=SEEN_BY,
            masked=False,
        )
        for model, field in (
            ("translations.translationunit", "translator"),
            ("translations.translationunit", "reviewer"),
            ("translations.translationunit", "assigned_to"),
            ("translations.handout", "made_by"),
        )
    )
)
