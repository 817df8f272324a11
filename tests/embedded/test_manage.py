"""Any command works by itself: it joins or starts the servers it needs, and only those."""

from pathlib import Path

import pytest

import manage
from tests.embedded.helpers import eventually, processes_of, python

SHELL = ["manage.py", "shell", "--verbosity=0", "-c"]
PRINT = "from django.conf import settings; print(settings.REDIS_URL)"


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], False),
        (["help"], False),
        (["--version"], False),
        (["migrate", "--help"], False),
        (["compilemessages"], False),
        (["update_messages", "--check"], False),
        (["collectstatic", "--no-input"], False),
        (["migrate"], True),
        (["runserver"], True),
        (["dbshell"], True),
    ],
)
def test_it_knows_which_commands_ask_the_database(arguments: list[str], needed: bool) -> None:
    assert manage.needs_services(["manage.py", *arguments]) is needed


@pytest.mark.services
def test_it_starts_the_servers_for_its_own_duration(tmp_path: Path) -> None:
    program = (
        "from django.db import connection as c; cursor = c.cursor(); "
        "cursor.execute('SELECT current_user'); print(cursor.fetchone())"
    )
    with python(*SHELL, program, DATA_DIR=str(tmp_path)) as command:
        said, complained = command.communicate(timeout=90)
    assert (said, command.returncode) == ("('portal',)\n", 0), complained
    assert eventually(lambda: not processes_of(tmp_path), 15)


@pytest.mark.services
def test_it_takes_an_address_that_is_set_and_starts_only_the_other(tmp_path: Path) -> None:
    given = {"DATABASE_URL": "postgres://me@127.0.0.1:9/mine", "DATA_DIR": str(tmp_path)}
    with python(*SHELL, PRINT, **given) as command:
        said, complained = command.communicate(timeout=90)
    assert said.startswith("redis://:"), complained
    assert {path.name for path in tmp_path.iterdir()} == {"log", "valkey"}


@pytest.mark.services
@pytest.mark.parametrize(
    "variables",
    [
        {"DATABASE_URL": "postgres://me@127.0.0.1:9/mine", "REDIS_URL": "redis://127.0.0.1:9/3"},
        {"DJANGO_SETTINGS_MODULE": "partnership.settings.base"},
    ],
)
def test_it_starts_nothing_with_both_addresses_set_nor_in_production(
    variables: dict[str, str], tmp_path: Path
) -> None:
    with python(*SHELL, PRINT, DATA_DIR=str(tmp_path), **variables) as command:
        said, complained = command.communicate(timeout=90)
    assert (
        said == f"{variables['REDIS_URL']}\n"
        if "REDIS_URL" in variables
        else "is not set" in (complained)
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.services
def test_it_starts_nothing_for_a_command_that_needs_nothing(tmp_path: Path) -> None:
    with python("manage.py", "migrate", "--help", DATA_DIR=str(tmp_path)) as command:
        said, _ = command.communicate(timeout=90)
    assert said.startswith("usage: manage.py migrate")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.services
def test_it_opens_a_database_shell_without_a_client_of_the_machine(tmp_path: Path) -> None:
    question = ["manage.py", "dbshell", "--", "--tuples-only", "-c", "SELECT current_user"]
    with python(*question, DATA_DIR=str(tmp_path), PATH="/usr/sbin") as command:
        said, complained = command.communicate(timeout=90)
    assert said.strip() == "portal", complained
