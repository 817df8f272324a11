"""What the portal's lists can be narrowed by."""

from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partnership.core.asking import Asked
from partnership.portal.choices import LISTED_KINDS
from partnership.portal.models import News, Page
from partnership.portal.querysets import TextQuerySet

YEAR = _("Year")
KIND = _("Kind")


class TextFilter(forms.Form):
    """Shows what is chosen; it is never refused, because unknown values were left out before."""

    def __init__(self, chosen: dict[str, str], years: list[str]) -> None:
        super().__init__(chosen)
        choices = [("", _("all years")), *((year, year) for year in years)]
        self.fields["year"] = forms.ChoiceField(label=YEAR, required=False, choices=choices)


class NoticeFilter(TextFilter):
    kind = forms.ChoiceField(
        label=KIND,
        required=False,
        choices=[("", _("notices and publications"))]
        + [(kind.value, kind.label) for kind in LISTED_KINDS],
    )


@dataclass(frozen=True)
class Narrowed:
    """A narrowed list, newest first, with the form that shows how, and what was left out."""

    texts: TextQuerySet
    form: TextFilter
    notices: list[str]

    @property
    def active(self) -> int:
        return sum(1 for value in self.form.data.values() if value)


def narrowed_news(query: QueryDict) -> Narrowed:
    asked, texts = Asked(query), News.objects.published()
    years, year = _years(asked, texts)
    found = texts.dated_in(int(year)) if year else texts
    return Narrowed(found.newest_first(), TextFilter({"year": year}, years), asked.notices)


def narrowed_notices(query: QueryDict) -> Narrowed:
    asked, texts = Asked(query), Page.objects.listed().published()
    kind = asked.choice("kind", LISTED_KINDS, KIND)
    years, year = _years(asked, texts)
    found = texts.of_kind(kind) if kind else texts
    found = found.dated_in(int(year)) if year else found
    form = NoticeFilter({"kind": kind, "year": year}, years)
    return Narrowed(found.newest_first(), form, asked.notices)


def _years(asked: Asked, texts: TextQuerySet) -> tuple[list[str], str]:
    """Return the years to choose from and the chosen one."""
    years = [str(year) for year in texts.years()]
    return years, asked.choice("year", years, YEAR)
