"""Dates known only to the year, the month or the day.

Stored as text `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (empty: not known), so that no day is invented
and the order of the texts is the order in time. The same text is what citations and the API
give; people read it through `display` and `period`.
"""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Collate, Concat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext

from partnership.core import languages

PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
INVALID = _("Write a date as YYYY, YYYY-MM or YYYY-MM-DD, for example 2021-06.")


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day (None where not given); ValueError when it is no such date."""
    if not re.fullmatch(PATTERN, text):
        raise ValueError(text)
    pieces = [int(piece) for piece in text.split("-")]
    _year, month, day = (*pieces, None, None)[:3]
    date(pieces[0], month or 1, day or 1)
    return pieces[0], month, day


def validate(text: str) -> None:
    """Refuse what is no date, for forms and imports."""
    try:
        parts(text)
    except ValueError as refused:
        raise ValidationError(INVALID, code="partial-date") from refused


def display(text: str, language: str | None = None) -> str:
    """Return the date as people write it: 2021年6月24日, 24 June 2021; empty for none."""
    return _shown(text, language or languages.current()) if text else ""


@lru_cache(maxsize=4096)
def _shown(text: str, language: str) -> str:
    """A page names dozens of dates, and the same ones again and again."""
    year, month, day = parts(text)
    if language == languages.CHINESE:
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    named = f"{calendar.month_name[month]} {year}" if month else str(year)
    return f"{day} {named}" if day else named


def period(start: str, end: str, *, ongoing: bool = False, language: str | None = None) -> str:
    """Return a span of time as people write it; an open end is `ongoing` or simply not known."""
    language = language or languages.current()
    first, last = display(start, language), display(end, language)
    with override(language):
        if first and last:
            return first if start == end else pgettext("period", "%s to %s") % (first, last)
        if first:
            return pgettext("period", "since %s") % first if ongoing else first
        return pgettext("period", "until %s") % last if last else ""


class PartialDateField(models.CharField):
    """A text column that holds such a date or is empty; give the model `well_formed` too."""

    def __init__(self, verbose_name: Any = None, **options: Any) -> None:
        options.setdefault("max_length", 10)
        options.setdefault("blank", True)
        options.setdefault("validators", [validate])
        super().__init__(verbose_name, **options)


def well_formed(*fields: str, name: str) -> models.CheckConstraint:
    """Return the constraint that each of `fields` holds a partial date or is empty."""
    condition = Q()
    for field in fields:
        condition &= Q(**{field: ""}) | Q(**{f"{field}__regex": PATTERN})
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=INVALID)


def in_order(start: str, end: str, *, name: str) -> models.CheckConstraint:
    """Return the constraint that `end` is not before `start`.

    `2009` may end what began in `2009-07`: the end is read as its last moment, for which `~`
    stands, since it sorts after digits and hyphens.
    """
    last_moment = Concat(Collate(F(end), "C"), Value("~"))
    return models.CheckConstraint(
        name=name,
        condition=Q(**{start: ""}) | Q(**{end: ""}) | Q(**{f"{start}__lte": last_moment}),
        violation_error_message=_("The end is before the beginning. Correct one of the two dates."),
    )
