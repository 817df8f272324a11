"""Everyone, and the people of each role."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.notifications.group_registry import Group, register

register(
    Group("everyone", _("Everyone with an account"), User.objects.active),
    *(
        Group(f"role-{role.value}", role.label, partial(User.objects.holding, role.value))
        for role in Role
    ),
)
