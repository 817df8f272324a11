"""Pages of the staff's lists."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from partnership.core.admin.theme import ChangeList

COUNT_CAP = 1_000  # twenty pages; nobody reads on, one narrows the list


class StaffPaginator(Paginator):
    """Finds the keys of up to 1,000 rows and stops.

    Their number and every page follow from this one question, which needs no more than an index;
    only the rows of one page are read in full.
    """

    @cached_property
    def keys(self) -> list[Any]:
        """The primary keys in the order of the list, one more than are counted."""
        rows: Any = self.object_list
        return list(rows.values_list("pk", flat=True)[: COUNT_CAP + 1])

    @cached_property
    def count(self) -> int:
        return len(self.keys)

    @property
    def is_capped(self) -> bool:
        return self.count > COUNT_CAP

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows: Any = self.object_list
        keys = self.keys[start : start + self.per_page]
        return Page(rows.filter(pk__in=keys), number, self)


class StaffList(ChangeList):
    """Reads a short list like a page of a long one."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list
