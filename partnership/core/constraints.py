"""Invariants that many models share, as named constraints of the database."""

from typing import Any

from django.db import models
from django.db.models import Deferrable, Q
from django.utils.translation import gettext_lazy as _

from partnership.core import languages

NOT_IN_LIST = _("Choose values from the list only.")


def one_of(
    field: str, choices: type[models.TextChoices], *, name: str, blank: bool = False
) -> models.CheckConstraint:
    """`field` holds one of `choices`, or nothing where `blank` is allowed."""
    values = [*choices.values, ""] if blank else choices.values
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__in": values}),
        violation_error_message=NOT_IN_LIST,
    )


def subset_of(field: str, values: list[str], *, name: str) -> models.CheckConstraint:
    """Every element of the array `field` is one of `values`."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__contained_by": values}),
        violation_error_message=NOT_IN_LIST,
    )


def filled(*fields: str) -> Q:
    """The condition that none of the text columns is empty (a null would pass a bare check)."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": False, f"{field}__gt": ""})
    return condition


NAME_MISSING = _("Give a name in Chinese or in English, better in both.")


def in_some_language(
    field: str, *, name: str, message: Any = NAME_MISSING, code: str | None = None
) -> models.CheckConstraint:
    """The translated text `field` is there in at least one language: rows begin in either."""
    condition = Q()
    for language in languages.LANGUAGES:
        condition |= filled(languages.column(field, language))
    return models.CheckConstraint(
        name=name,
        condition=condition,
        violation_error_message=message,
        violation_error_code=code,
    )


class DeferredUnique(models.UniqueConstraint):
    """Unique when the transaction ends, so that rows can change places one after the other.

    Judging a single row before that would refuse every swap, so forms do not ask; a form set
    still compares its rows with each other.
    """

    def __init__(self, *, fields: list[str] | tuple[str, ...], name: str, **options: Any) -> None:
        options["deferrable"] = Deferrable.DEFERRED
        super().__init__(fields=fields, name=name, **options)

    def validate(self, *arguments: Any, **options: Any) -> None:
        """Leave it to the database at the end of the transaction."""
