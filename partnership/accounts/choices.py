"""The roles people hold in the portal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person works as. A person may hold several; a member holds none of the others."""

    SECRETARIAT = "secretariat", _("Secretariat")
    PUBLISHER = "publisher", _("Publisher")
    REVIEWER = "reviewer", _("Reviewer")
    AUDIT_ADMINISTRATOR = "audit-administrator", _("Audit administrator")
    MEMBER = "member", _("Member")


STAFF_ROLES = frozenset({Role.SECRETARIAT, Role.PUBLISHER, Role.AUDIT_ADMINISTRATOR})
