"""What measuring needs, and what it says where that is missing."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

pytestmark = pytest.mark.django_db


def test_it_says_that_there_are_no_tables_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.introspection, "table_names", list)

    with pytest.raises(CommandError, match="make run"):
        call_command("search_eval", Path("questions.json"))


def test_it_says_that_the_glossary_is_empty() -> None:
    with pytest.raises(CommandError, match="load_glossary"):
        call_command("search_eval", Path("questions.json"))
