"""One of the coastal provinces in focus: what happened and is coming there, over all apps."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

from django.http import Http404
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.listing.fragments import cards_html
from cases.models import Case
from cases.querysets import CaseQuerySet
from partnership.core import languages
from partnership.events.models import Event
from partnership.events.sections import Section
from partnership.network.cards import OrganisationCard, cards_of
from partnership.network.commitment_querysets import CommitmentQuerySet
from partnership.network.commitment_rows import CommitmentRow, rows_of
from partnership.network.models import Commitment, Organisation
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference.addresses import city_url
from partnership.reference.models import Place
from roundtables.series import Series
from roundtables.series_table import Table, by_year

MOST: Final = 12  # cases and organisations shown at once


@dataclass(frozen=True)
class ProvincePage:
    """`place` is a province; what lies in its cities counts as its own."""

    place: Place

    @classmethod
    def of(cls, code: str) -> "ProvincePage":
        """Return the page of a province in focus; 404 for any other place."""
        found = Place.objects.provinces().in_focus().filter(code=code).first()
        if found is None:
            raise Http404
        return cls(found)

    @property
    def code(self) -> str:
        return self.place.code

    @property
    def name(self) -> str:
        return str(getattr(self.place, languages.column("name")))

    @cached_property
    def section(self) -> Section:
        """Its events, to come and past."""
        return Section.of(Event.objects.published().in_place(self.code), place=self.code)

    @cached_property
    def series(self) -> Table | None:
        """Its dialogues by theme and year, empty cells too; None where none took place."""
        series = Series.of_public()
        return by_year(series, self.code) if series.count(province=self.code) else None

    @cached_property
    def cities(self) -> list[dict[str, str]]:
        """Its cities of today, each with its page."""
        rows = Place.objects.cities().filter(province=self.place).valid_on(timezone.localdate())
        named = rows.ordered_for().values_list("code", languages.column("name"))
        return [{"name": name, "url": city_url(code)} for code, name in named]

    @cached_property
    def zero_waste_line(self) -> str:
        """Its zero-waste cities by name; empty where it has none."""
        name = languages.column("name")
        rows = Place.objects.cities().filter(
            province=self.place, zero_waste_city_since__isnull=False
        )
        names = pgettext("between items", ", ").join(
            rows.ordered_for().values_list(name, flat=True)
        )
        return _("Zero-waste cities: %(cities)s") % {"cities": names} if names else ""

    @cached_property
    def cases(self) -> SafeString:
        """Cards of its latest cases; empty where there are none."""
        rows: CaseQuerySet = Case.objects.published().in_place(self.code)
        return cards_html(list(rows.latest_first().values_list("pk", "version")[:MOST]))

    @cached_property
    def organisations(self) -> list[OrganisationCard]:
        """Who of the directory sits there."""
        rows = Organisation.objects.listed().in_place(self.code).ordered_for()[:MOST]
        return cards_of(cast("OrganisationQuerySet", rows))

    @cached_property
    def commitments(self) -> list[CommitmentRow]:
        """What organisations there have committed themselves to, the next due first."""
        agreed: CommitmentQuerySet = Commitment.objects.public().in_place(self.code)
        return rows_of(agreed.with_light().in_order()[:MOST])
