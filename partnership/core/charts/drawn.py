"""What every chart is: words, numbers as a table and as CSV, and a drawing with its key."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Protocol

from django.utils.safestring import SafeString

from partnership.core.markup import filled
from partnership.core.spreadsheets import safe_cell

DRAWING: Final = """\
<svg class="chart chart-{0}" viewBox="0 0 {1} {2}" role="img" aria-labelledby="{3}-title {3}-desc">
  <title id="{3}-title">{4}</title>
  <desc id="{3}-desc">{5}</desc>
  {6}
</svg>
"""


class Key(NamedTuple):
    """What a mark of the drawing means: a sample of 32 by 16 px, drawn as on the chart."""

    sample: SafeString
    text: str


class Drawn(Protocol):
    """A chart that is drawn by itself; `render` in its module makes the SVG."""

    @property
    def title(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def remarks(self) -> list[str]: ...
    @property
    def description(self) -> str: ...
    @property
    def headings(self) -> list[str]: ...
    @property
    def rows(self) -> list[list[str]]: ...
    def csv(self) -> str: ...
    def keys(self, chart_id: str) -> list[Key]: ...
    def svg(self, chart_id: str) -> SafeString: ...


def frame(
    kind: str, size: tuple[float, float], chart_id: str, words: tuple[str, str], content: SafeString
) -> SafeString:
    """Return the SVG; `size` is width and height, `words` are its title and description."""
    return filled(DRAWING, kind, *size, chart_id, *words, content)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV that is safe to open in a spreadsheet; what is not known stays empty."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(cell) for cell in row])
    return text.getvalue()
