"""Who the history names when a command writes content that comes with the portal."""

from typing import Final

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.models.audit import DEMO

# No such account exists, so nobody can sign in as it.
LOADER: Final = User(pk=0, name=DEMO, roles=[Role.SECRETARIAT, Role.PUBLISHER])
