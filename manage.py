#!/usr/bin/env python
"""Entry point of every command. The database it needs is joined, or started for its duration."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext

from django.core.management import execute_from_command_line

from embedded.postgresql import programs
from embedded.refusals import one_line
from embedded.services import ensure

WITHOUT_SERVICES = frozenset(
    {
        "collectstatic",
        "compare_with_reference",
        "compilemessages",
        "diffsettings",
        "findstatic",
        "help",
        "update_messages",
    }
)
NOWHERE = {"DATABASE_URL": "postgres://nobody@127.0.0.1:9/nothing", "REDIS_URL": ""}
PRODUCTION = "partnership.settings.base"  # whose servers are never started by a command


def needs_services(arguments: list[str]) -> bool:
    """Say whether a command line may ask the database."""
    command = arguments[1] if len(arguments) > 1 else "help"
    asks_for_help = not {"-h", "--help", "--version"}.isdisjoint(arguments)
    return command not in WITHOUT_SERVICES and not asks_for_help


def addresses_for(arguments: list[str]) -> AbstractContextManager[dict[str, str]]:
    if not needs_services(arguments):
        return nullcontext(NOWHERE)
    return nullcontext({}) if os.environ["DJANGO_SETTINGS_MODULE"] == PRODUCTION else ensure()


def main(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.development")
    os.environ["PATH"] += f"{os.pathsep}{programs()}"  # dbshell looks for psql
    with addresses_for(arguments) as addresses:
        for variable, address in addresses.items():
            os.environ.setdefault(variable, address)
        execute_from_command_line(arguments)


if __name__ == "__main__":
    with one_line():
        main(sys.argv)
