"""Who the history names when a command writes content that comes with the portal."""

from typing import Final

from partnership.accounts.choices import Role
from partnership.accounts.models import User

# No such account exists, so nobody can sign in as it.
LOADER: Final = User(pk=0, name="演示数据 Demo data", roles=[Role.SECRETARIAT, Role.PUBLISHER])
