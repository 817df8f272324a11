"""Writing the files piece by piece: memory does not grow with the collection."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from django.conf import settings
from django.utils import timezone
from rest_framework.utils.encoders import JSONEncoder

from cases.models import Case
from cases.open_data import dictionary, whole
from cases.open_data.fields import CASES, INDICATORS, Field
from cases.open_data.rows import Row
from partnership.core.spreadsheets import csv_lines

AT_ONCE = 200  # cases fetched together


def cases_csv() -> Iterator[str]:
    """Yield the lines of the file of cases, one case a row."""
    return _csv(CASES, _cases())


def indicators_csv() -> Iterator[str]:
    """Yield the lines of the file of figures, one figure a row."""
    return _csv(INDICATORS, _indicators())


def cases_json() -> Iterator[str]:
    """Yield the pieces of one JSON object with all cases in full, as the API gives each."""
    head = {
        "licence": settings.DATA_LICENCE,
        "licence_url": settings.DATA_LICENCE_URL,
        "made_at": timezone.now(),
    }
    yield _json(head).removesuffix("}") + ', "cases": ['
    separator = "\n"
    for case in _cases():
        yield separator + _json(case)
        separator = ",\n"
    yield "\n]}\n"


def _cases() -> Iterator[Row]:
    """Yield the public cases in the order of their numbers, fetched by the hundred."""
    keys = list(Case.objects.published().in_number_order().values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        part = Case.objects.published().filter(pk__in=keys[start : start + AT_ONCE])
        yield from whole.build(part.in_number_order())


def _indicators() -> Iterator[Row]:
    for case in _cases():
        sources = {source["key"]: source for source in case["sources"]}
        for place, indicator in enumerate(case["indicators"], start=1):
            yield indicator | {
                "case": case["number"],
                "is_demo": case["is_demo"],
                "row": place,
                "cited": sources.get(indicator["source"]),
            }


def _csv(fields: Sequence[Field], rows: Iterable[Row]) -> Iterator[str]:
    head = [field.name for field in fields]
    return csv_lines(chain([head], ([field.value(row) for field in fields] for row in rows)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, cls=JSONEncoder)


def dictionary_csv() -> Iterator[str]:
    """Yield the lines of the file that says what each column of the others means."""
    return csv_lines(chain([dictionary.HEADINGS], dictionary.lines()))
