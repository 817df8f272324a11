"""The address a person signs in by. It counts as theirs once a link sent to it was used."""

from allauth.account.models import EmailAddress
from django.db import transaction

from partnership.accounts import mail, policies
from partnership.accounts.actions.rows import locked
from partnership.accounts.errors import AddressTaken
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def change_address(person: User, email: str, *, by: User) -> User:
    """Give `person` another address, tell the old one, and end the open sessions.

    The new address is confirmed at the next sign-in.
    """
    policies.may_manage_people(by).require()
    fresh = locked(person)
    new = User.objects.normalize_email(email).lower()
    if User.objects.exclude(pk=fresh.pk).filter(email=new).exists():
        raise AddressTaken
    before = fresh.email
    if new == before:
        return fresh
    mail.send("address_changed", fresh)
    fresh.email = new
    fresh.save(update_fields=["email"])
    EmailAddress.objects.filter(user=fresh).delete()
    EmailAddress.objects.create(user=fresh, email=new, primary=True)
    fresh.sessions.all().delete()
    audit.record(Verb.CHANGED, fresh, by=by, changes={"email": [before, new]})
    return fresh


@transaction.atomic
def confirm_address(person: User) -> None:
    """Note that `person` reads the mail of their address: they used a link sent to it."""
    EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
