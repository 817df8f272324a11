"""What the rules about messages refuse, each with a sentence for the person who tried."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class NothingToSend(DomainError):
    code = "nothing-to-send"
    message = _("The text of this message is deleted. Do again what it told about.")


class NobodyInGroup(DomainError):
    code = "nobody-in-group"
    message = _("There is nobody in this group at the moment. Choose another one.")
