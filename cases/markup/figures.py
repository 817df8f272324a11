"""The tables of figures and sums."""

from collections.abc import Iterable
from typing import Final, NamedTuple, Self

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cases.dossier.counted import Counted
from cases.dossier.rows import Indicator, Sum
from partnership.core.markup import filled, joined

FIGURES: Final = '<tbody role="rowgroup">{}</tbody>\n'
FIGURE: Final = """<tr role="row">
  {}<td role="cell" class="number">{}<strong>{}</strong> {}{}</td>
  <td role="cell">{}{}{}{}</td>
  <td role="cell">{}</td>
</tr>
"""
NAME: Final = '<th role="rowheader" scope="rowgroup" rowspan="{}"><strong>{}</strong>{}{}</th>\n  '
SUM: Final = """<tr role="row">
  <th role="rowheader" scope="row"><strong>{}</strong><span>{}</span>{}</th>
  <td role="cell" class="number"><strong>{}</strong> {}</td>
  <td role="cell">{}</td>
  <td role="cell">{}</td>
</tr>
"""
LINE: Final = "<span>{}</span>"
QUALIFIER: Final = '<span class="figures__qualifier">{}</span> '
SOURCE: Final = '<a href="#source-{0}" aria-label="{1}">[{0}]</a>'
GRADE: Final = '{} <span class="grade">{}</span>'


class Words(NamedTuple):
    """What stands before texts of every row, looked up once a page."""

    source: str
    method: str
    as_of: str
    baseline: str

    @classmethod
    def current(cls) -> Self:
        """Return the words in the active language."""
        return cls(
            source=_("Source %(number)s"),
            method=_("Method: %(method)s"),
            as_of=_("as of %(date)s"),
            baseline=_("Baseline %(value)s"),
        )


def figure_rows(figures: Iterable[Counted]) -> SafeString:
    """Return every figure with what it counts, when, from where it started, and after whom; those
    of one name under each other."""
    words = Words.current()
    return joined(FIGURES, [(_group(item, words),) for item in figures])


def _group(item: Counted, words: Words) -> SafeString:
    method = _line(_method(item.method, words))
    name = filled(NAME, len(item.rows), item.name, _line(item.definition), method)
    return joined(
        FIGURE,
        [
            (
                "" if number else name,
                filled(QUALIFIER, row.qualifier_label) if row.qualifier_label else "",
                row.figure,
                row.unit,
                _line(_baseline(row, words)),
                row.period,
                _line(_as_of(row.as_of_note, words)),
                "" if item.definition else _line(row.definition),
                "" if item.method else _line(_method(row.method, words)),
                filled(GRADE, _reference(row.source, words.source), row.grade)
                if row.source
                else "",
            )
            for number, row in enumerate(item.rows)
        ],
    )


def _line(text: str) -> SafeString | str:
    return filled(LINE, text) if text else ""


def _method(text: str, words: Words) -> str:
    return words.method % {"method": text} if text else ""


def _as_of(text: str, words: Words) -> str:
    return words.as_of % {"date": text} if text else ""


def _baseline(row: Indicator, words: Words) -> str:
    if not row.baseline:
        return ""
    text = words.baseline % {"value": row.baseline}
    return f"{text} ({row.baseline_note})" if row.baseline_note else text


def sum_rows(sums: Iterable[Sum]) -> SafeString:
    """Return the sums in the currency they were paid in."""
    source = _("Source %(number)s")
    return joined(
        SUM,
        [
            (
                row.kind_label,
                row.funding_label,
                _line(row.note),
                row.figure,
                row.currency_label,
                "–" if row.year is None else row.year,
                _reference(row.source, source) if row.source else "",
            )
            for row in sums
        ],
    )


def _reference(number: int | None, words: str) -> SafeString:
    return filled(SOURCE, number, words % {"number": number})
