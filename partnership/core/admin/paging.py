"""Pages of the staff's lists."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from partnership.core.admin.theme import ChangeList

COUNT_CAP = 1_000  # twenty pages; nobody reads on, one narrows the list


class StaffPaginator(Paginator):
    """Counts up to 1,000 rows and stops; finds a page by keys first.

    Counting and finding need no more than an index then, and only the rows of one page are read
    in full.
    """

    @cached_property
    def count(self) -> int:
        rows: Any = self.object_list
        counted: int = rows.order_by().values("pk")[: COUNT_CAP + 1].count()
        return counted

    @property
    def is_capped(self) -> bool:
        return self.count > COUNT_CAP

    def page(self, number: Any) -> Page:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows: Any = self.object_list
        keys = list(rows.values_list("pk", flat=True)[start : start + self.per_page])
        return Page(rows.filter(pk__in=keys), number, self)


class StaffList(ChangeList):
    """Reads a short list like a page of a long one."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not self.multi_page:
            self.result_list = self.paginator.page(1).object_list
