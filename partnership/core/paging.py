"""Lists that stay calm: counting that does not grow with the table, pages that always exist."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Protocol

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

COUNT_CAP: Final = 10_000
PER_PAGE: Final = 20
LONGEST_NUMBER: Final = 9  # digits; longer ones are past every last page


class Counted(Protocol):
    """Rows of which it is known already how many there are."""

    def __len__(self) -> int: ...

    def __getitem__(self, part: slice) -> list[Any]: ...


Rows = QuerySet[Any, Any] | list[Any] | Counted


class CappedPaginator(Paginator):
    """Counts up to 10,000 rows and stops: a list of 100,000 shows its pages at once.

    Beyond the cap the last pages are reached by filters and search, not by paging.
    """

    @cached_property
    def count(self) -> int:
        rows = self.object_list
        if not hasattr(rows, "order_by"):
            return len(rows)
        return rows.order_by().values("pk")[: COUNT_CAP + 1].count()

    @property
    def is_capped(self) -> bool:
        return self.count > COUNT_CAP


@dataclass(frozen=True)
class PageOfList:
    """A page of a list that exists, and what to say when another one was asked for."""

    page: Page
    notices: list[str] = field(default_factory=list)


def page_of(rows: Rows, number: str, per_page: int = PER_PAGE) -> PageOfList:
    """Return the page called `number`, the nearest one there is for anything else."""
    paginator = CappedPaginator(rows, per_page)  # type: ignore[arg-type]
    wanted = as_page_number(number)
    if wanted is None:
        text = _("“%(number)s” is no page number. This is the first page.") % {
            "number": shortened(number)
        }
        return PageOfList(paginator.page(1), [text])
    if wanted > paginator.num_pages:
        text = _("The list has no page %(number)s. This is its last page.") % {
            "number": shortened(number)
        }
        return PageOfList(paginator.page(paginator.num_pages), [text])
    return PageOfList(paginator.page(wanted))


def as_page_number(text: str) -> int | None:
    """Return the number, 1 for no text, None for what is no page number."""
    digits = text.strip()
    if not digits:
        return 1
    if not (digits.isascii() and digits.isdigit()):
        return None
    return int(digits[: LONGEST_NUMBER + 1]) or None


def shortened(text: str, longest: int = 40) -> str:
    """Return a visitor's own words, short enough to repeat in a sentence."""
    return text if len(text) <= longest else f"{text[:longest]}…"
