"""What the portal's lists can be narrowed by."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.core.narrowing import FilterForm, NarrowedList, select
from partnership.portal.choices import LISTED_KINDS
from partnership.portal.models import News, Page
from partnership.portal.querysets import TextQuerySet

YEAR = _("Year")
KIND = _("Kind")


class TextFilter(FilterForm):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], years: list[str]) -> None:
        super().__init__(chosen)
        self.fields["year"] = select(YEAR, _("all years"), [(year, year) for year in years])


class NoticeFilter(TextFilter):
    kind = select(
        KIND, _("notices and publications"), [(kind.value, kind.label) for kind in LISTED_KINDS]
    )


@dataclass(frozen=True)
class Narrowed(NarrowedList):
    """A narrowed list, newest first, with the form that shows how, and what was left out."""

    texts: TextQuerySet


def narrowed_news(query: QueryDict) -> Narrowed:
    asked, texts = Asked(query), News.objects.published()
    years, year = _years(asked, texts)
    found = texts.dated_in(int(year)) if year else texts
    return Narrowed(TextFilter({"year": year}, years), asked.notices, found.newest_first())


def narrowed_notices(query: QueryDict) -> Narrowed:
    asked, texts = Asked(query), Page.objects.listed().published()
    kind = asked.choice("kind", LISTED_KINDS, KIND)
    years, year = _years(asked, texts)
    found = texts.of_kind(kind) if kind else texts
    found = found.dated_in(int(year)) if year else found
    form = NoticeFilter({"kind": kind, "year": year}, years)
    return Narrowed(form, asked.notices, found.newest_first())


def _years(asked: Asked, texts: TextQuerySet) -> tuple[list[str], str]:
    """Return the years to choose from and the chosen one."""
    years = [str(year) for year in texts.years()]
    return years, asked.choice("year", years, YEAR)
