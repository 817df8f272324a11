"""Locking what an action is about to change."""

from partnership.accounts.choices import Role
from partnership.accounts.errors import LastOfTheSecretariat
from partnership.accounts.models import User


def locked(person: User) -> User:
    """Return `person` as the database has them now, locked until the transaction ends."""
    return User.objects.select_for_update().get(pk=person.pk)


def require_another_in_the_secretariat(person: User) -> None:
    """Refuse to take the last active person out of the secretariat.

    All holders are locked in one order, so that two colleagues who take the role from each other
    at the same moment do not both succeed.
    """
    holders = User.objects.holding(Role.SECRETARIAT).select_for_update().order_by("pk")
    keys = set(holders.values_list("pk", flat=True))
    if person.pk in keys and len(keys) == 1:
        raise LastOfTheSecretariat
