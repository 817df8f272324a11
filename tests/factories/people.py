"""People whom deeds of factories name; no such accounts exist."""

from partnership.accounts.choices import Role
from partnership.accounts.models import User

KEEPER = User(pk=0, name="Keeper", roles=[Role.SECRETARIAT])
