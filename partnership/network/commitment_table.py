"""The register as a table to download, in the reader's language."""

import io
from collections.abc import Callable, Iterator
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.page_meta import site_url
from partnership.core.sheets import streaming
from partnership.core.spreadsheets import csv_lines
from partnership.network.addresses import commitment_url
from partnership.network.commitment_choices import Finding, light_of
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.models import Commitment

AT_ONCE: Final = 500  # rows fetched together
CONTENT_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
Cell = Callable[[Commitment], object]


def _text(name: str) -> Cell:
    return lambda row: getattr(row, languages.column(name))


def _country(row: Commitment) -> str:
    place = row.organisation.place
    return getattr(place.country, languages.column("name")) if place else ""


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


COLUMNS: Final[dict[str | Promise, Cell]] = {
    _("Number"): lambda row: row.pk,
    _("Commitment"): _text("title"),
    _("Organisation"): lambda row: getattr(row.organisation, languages.column("name")),
    _("Country"): _country,
    _("Kind"): lambda row: row.get_kind_display(),
    _("Indicator"): _text("indicator"),
    pgettext_lazy("commitment", "Unit"): _text("unit"),
    pgettext_lazy("commitment", "Baseline"): lambda row: _number(row.baseline),
    _("Target"): lambda row: _number(row.target),
    _("Last figure"): lambda row: _number(row.last_value),
    _("Last report"): lambda row: row.last_given_on,
    _("Agreed"): lambda row: row.agreed_on,
    _("Due date"): lambda row: row.due_on,
    _("State"): lambda row: row.get_state_display(),
    pgettext_lazy("commitment", "Light"): lambda row: light_of(row.finding).label,
    _("Why"): lambda row: Finding(row.finding).label,
    _("Demo data"): lambda row: translate("yes") if row.is_demo else "",
    _("Address"): lambda row: site_url(commitment_url(row.pk)),
}


def table(commitments: CommitmentQuerySet, ending: str) -> bytes:
    """Return the file; `ending` is one of CONTENT_TYPES."""
    headings = [str(heading) for heading in COLUMNS]
    if ending == "csv":
        lines = csv_lines([headings, *_rows(commitments)])
        return "".join(lines).encode()
    file = io.BytesIO()
    streaming.write(file, translate("Commitments"), headings, _rows(commitments))
    return file.getvalue()


def _rows(commitments: CommitmentQuerySet) -> Iterator[list[object]]:
    whole = commitments.select_related("organisation__place__country")
    for row in whole.iterator(AT_ONCE):
        yield ["" if (value := cell(row)) is None else _plain(value) for cell in COLUMNS.values()]


def _plain(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)
