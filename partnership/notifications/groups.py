"""Everyone, and the people of each role."""

from functools import partial
from typing import Final

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.notifications.group_registry import Group, register

BY_ROLE: Final = _("By role in the portal")
register(
    Group("everyone", _("Everyone with an account"), User.objects.active),
    *(
        Group(f"role-{role.value}", role.label, partial(User.objects.holding, role.value), BY_ROLE)
        for role in Role
    ),
)
