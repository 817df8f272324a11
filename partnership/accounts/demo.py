"""Demo people: one for every role and for both ends of an endorsement, with names and addresses that nobody can take for real.

Their passwords follow from the secret key, so they are the same after every start and known only
to whoever may run commands; on a developer's machine that is everybody, and nobody else.
"""

from dataclasses import dataclass
from typing import Final

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.crypto import salted_hmac

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core import audit, languages
from partnership.core.choices import Verb

SALT: Final = "accounts.demo.password"
PASSWORD_LENGTH: Final = 12  # hexadecimal digits after the word in front


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody who does not exist. `key` stands in the address and chooses the password."""

    key: str
    name: str
    latin_name: str
    language: str
    roles: tuple[Role, ...]

    @property
    def email(self) -> str:
        return f"demo.{self.key}@example.org"

    @property
    def password(self) -> str:
        return f"demo-{salted_hmac(SALT, self.key).hexdigest()[:PASSWORD_LENGTH]}"


PEOPLE: Final = (
    DemoPerson("secretariat", "演示秘书处", "Demo Secretariat", "zh-hans", (Role.SECRETARIAT,)),
    DemoPerson("publisher", "演示发布员", "Demo Publisher", "zh-hans", (Role.PUBLISHER,)),
    DemoPerson("reviewer", "演示评审专家", "Demo Reviewer", "zh-hans", (Role.REVIEWER,)),
    DemoPerson("reviewer.en", "Demo Reviewer", "", languages.ENGLISH, (Role.REVIEWER,)),
    DemoPerson("audit", "演示审计管理员", "Demo Audit", "zh-hans", (Role.AUDIT_ADMINISTRATOR,)),
    DemoPerson("member.zh", "演示成员", "Demo Member", "zh-hans", (Role.MEMBER,)),
    DemoPerson("member.en", "Demo Member", "", languages.ENGLISH, (Role.MEMBER,)),
    DemoPerson("official", "演示城市官员", "Demo Official", "zh-hans", (Role.MEMBER,)),
    DemoPerson("endorser", "演示省级认可人", "Demo Endorser", "zh-hans", (Role.MEMBER,)),
)


@transaction.atomic
def load() -> list[DemoPerson]:
    """Create the demo people who are missing and return them; leave the others alone."""
    known = set(User.objects.values_list("email", flat=True))
    missing = [person for person in PEOPLE if person.email not in known]
    for person in missing:
        _create(person)
    return missing


def _create(person: DemoPerson) -> None:
    user = User.objects.create_user(
        person.email,
        person.password,
        name=person.name,
        latin_name=person.latin_name,
        language=person.language,
        roles=[role.value for role in person.roles],
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    audit.record(Verb.CREATED, user, by=None)
