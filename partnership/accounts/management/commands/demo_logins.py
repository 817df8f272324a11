"""Say with which demo accounts one can sign in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from partnership.accounts import demo, links
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.languages import ENGLISH


class Command(BaseCommand):
    help = "Print address and password of one demo account per role. Only where DEMO is on."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("There are no demo accounts here: DEMO is off.")
        known = set(User.objects.values_list("email", flat=True))
        people = [person for person in demo.PEOPLE if person.email in known]
        if not people:
            raise CommandError("There are no demo accounts yet: run `manage.py load_demo` first.")
        self.stdout.write(f"Sign in at {links.absolute('account_login', ENGLISH)}")
        for person in people:
            self.stdout.write(f"  {person.email:32} {person.password:20} {_roles(person.roles)}")
        if settings.MAILBOX_DIR:
            self.stdout.write(f"Mails arrive at {links.absolute('mailbox:list', ENGLISH)}")


def _roles(roles: tuple[Role, ...]) -> str:
    with translation.override(ENGLISH):
        return ", ".join(str(role.label) for role in roles)
