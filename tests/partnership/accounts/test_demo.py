"""Demo people and how to sign in as them."""

from io import StringIO

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command

from partnership.accounts import demo
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from tests.partnership.accounts.conftest import SignIn


def logins() -> str:
    out = StringIO()
    call_command("demo_logins", stdout=out)
    return out.getvalue()


def test_there_is_somebody_for_every_role(db: None) -> None:
    demo.load()

    assert {role for user in User.objects.all() for role in user.roles} == set(Role.values)


def test_nobody_takes_them_for_real(db: None) -> None:
    for person in demo.PEOPLE:
        assert person.email.endswith("@example.org")
        assert "演示" in person.name or "Demo" in person.name


def test_a_second_run_changes_nothing(db: None) -> None:
    assert demo.load() == list(demo.PEOPLE)
    User.objects.filter(email=demo.PEOPLE[0].email).update(name="changed by hand")

    assert demo.load() == []
    assert User.objects.filter(name="changed by hand").exists()


def test_the_printed_passwords_open_the_door(db: None, try_to_sign_in: SignIn) -> None:
    demo.load()
    lines = [line.split() for line in logins().splitlines()[1:-1]]

    assert len(lines) == len(demo.PEOPLE)
    for email, password, *_roles in lines:
        assert try_to_sign_in(email, password).status_code == 302


def test_the_passwords_differ_from_person_to_person_and_key_to_key(settings: LazySettings) -> None:
    first = {person.password for person in demo.PEOPLE}
    settings.SECRET_KEY = "another"

    assert len(first) == len(demo.PEOPLE)
    assert first.isdisjoint(person.password for person in demo.PEOPLE)


def test_it_prints_nothing_where_demo_is_off(db: None, settings: LazySettings) -> None:
    demo.load()
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO is off"):
        logins()


def test_it_says_what_to_do_when_there_are_none(db: None) -> None:
    with pytest.raises(CommandError, match="load_demo"):
        logins()
