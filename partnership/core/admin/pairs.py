"""Texts of both languages beside each other in a form."""

from partnership.core import languages


def pair(field: str) -> tuple[str, ...]:
    """Return the columns of one text as one row of a fieldset: Chinese left, English right."""
    return tuple(languages.column(field, language) for language in languages.LANGUAGES)


def pairs(*fields: str) -> tuple[tuple[str, ...], ...]:
    """Return one row for each of `fields`."""
    return tuple(pair(field) for field in fields)
