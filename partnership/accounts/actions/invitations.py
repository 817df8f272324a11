"""New accounts: the secretariat invites, the invited person sets a password."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db import transaction

from partnership.accounts import links, mail, policies
from partnership.accounts.actions.rows import locked
from partnership.accounts.choices import ROLES_THAT_STAND_ALONE, Role
from partnership.accounts.errors import AddressTaken, AlreadySignedIn, RoleStandsAlone
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb


@transaction.atomic
def invite(email: str, name: str, language: str, roles: Iterable[Role], *, by: User) -> User:
    """Create an account without a password and send its owner the link to set one."""
    policies.may_manage_people(by).require()
    given = sorted({role.value for role in roles})
    if len(given) > 1 and not ROLES_THAT_STAND_ALONE.isdisjoint(given):
        raise RoleStandsAlone
    if User.objects.filter(email=email.lower()).exists():
        raise AddressTaken
    person = User.objects.create_user(email, name=name, language=language, roles=given)
    EmailAddress.objects.create(user=person, email=person.email, primary=True)
    audit.record(Verb.CREATED, person, by=by, changes={"roles": [[], given]})
    mail.send("invitation", person, link=links.set_password(person))
    return person


@transaction.atomic
def send_invitation_again(person: User, *, by: User) -> None:
    """Send a new link to somebody who has not set a password yet."""
    policies.may_manage_people(by).require()
    fresh = locked(person)
    if fresh.has_usable_password():
        raise AlreadySignedIn
    mail.send("invitation", fresh, link=links.set_password(fresh))
