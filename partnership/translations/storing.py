"""Storing what is known of many texts, in one statement for some hundred.

Django's `bulk_update` writes a CASE for each column of each row: for the texts of one case, whose
twelve columns change as it is published, that took longer than all else a publication does.
"""

from collections.abc import Sequence
from typing import Any, Final

from django.db import connection

from partnership.translations.models import TranslationUnit

AT_ONCE: Final = 200  # texts in one statement
STORED: Final = """
UPDATE translations_translationunit unit SET ({columns}) = ROW ({values})
FROM (VALUES {rows}) AS given (id, {columns}) WHERE unit.id = given.id
"""


def store(units: Sequence[TranslationUnit], names: Sequence[str]) -> None:
    """Write these fields of these texts."""
    fields: list[Any] = [TranslationUnit._meta.get_field(name) for name in names]
    # Without their lengths: a text that is too long is refused, where a cast would cut it off.
    types = [str(field.db_type(connection)).partition("(")[0] for field in fields]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    row = f"(%s, {', '.join(f'%s::{kind}' for kind in types)})"
    values = ", ".join(f'given."{field.column}"' for field in fields)
    for start in range(0, len(units), AT_ONCE):
        batch = units[start : start + AT_ONCE]
        statement = STORED.format(
            columns=columns, values=values, rows=", ".join([row] * len(batch))
        )
        given: list[Any] = []
        for unit in batch:
            given.append(unit.pk)
            given += (
                field.get_db_prep_save(getattr(unit, field.attname), connection) for field in fields
            )
        with connection.cursor() as cursor:
            cursor.execute(statement, given)
