"""The short facts of a case: where, when, who, of what kind."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from cases.addresses import list_url
from cases.choices import BusinessModel, HierarchyStep, Instrument, Phase, Scale, WasteStream
from cases.dossier.case import Dossier
from partnership.core import languages, partial_dates
from partnership.core.choices import label_of
from partnership.core.figures import grouped
from partnership.documents.choices import Licence
from partnership.events.addresses import event_url
from partnership.network.addresses import organisation_url
from partnership.reference.addresses import city_url
from partnership.reference.choices import PlaceKind


class Value(NamedTuple):
    """One answer; `url` leads to the cases that have the same or to its page, `note` says more about it."""

    text: str
    url: str = ""
    note: str = ""


class Fact(NamedTuple):
    """A term and what is known under it."""

    term: str
    values: list[Value]


def byline(dossier: Dossier) -> list[str]:
    """Return number, version and dates as far as they are there."""
    published, checked = dossier.published_in_language, dossier.last_fact_checked_on
    return [
        dossier.number,
        *(
            [_("Version %(version)s") % {"version": dossier.edition}]
            if dossier.has_full_text and dossier.edition
            else []
        ),
        *([_("Published %(date)s") % {"date": _day(localtime(published))}] if published else []),
        *([_("Facts checked %(date)s") % {"date": _day(checked)}] if checked else []),
    ]


def main_facts(dossier: Dossier) -> list[Fact]:
    """Return where, when and who, and what the imprint says."""
    places = [
        Value(spot.label, _place_url(languages.current(), spot.level, spot.code), spot.site)
        for spot in dossier.places
    ]
    partners = [Value(partner.name, note=partner.role_label) for partner in dossier.partners]
    dialogues = [Value(each.title, event_url(each.slug)) for each in dossier.dialogues]
    facts = [
        Fact(_("Places"), list(dict.fromkeys(places))),
        Fact(_("Period"), list(_periods(dossier))),
        Fact(_("Lead organisation"), _lead(dossier)),
        Fact(_("Partners"), [value for value in partners if value.text]),
        Fact(_("Came from the dialogue"), dialogues),
        Fact(_("Licence of the text"), _labels(Licence, [dossier.text_licence])),
        Fact(_("Reviewed by"), _values(dossier.reviewed_by)),
        Fact(_("Translated by"), _values(dossier.translated_by)),
    ]
    return [fact for fact in facts if fact.values]


def kind_facts(dossier: Dossier) -> list[Fact]:
    """Return of what kind the case is; what the list can be filtered by leads there."""
    themes = [Value(theme.name, cases_with("theme", theme.code)) for theme in dossier.themes]
    facts = [
        Fact(_("Themes"), themes),
        Fact(_("Step of the waste hierarchy"), list(_steps(dossier))),
        Fact(_("Instruments"), list(_instruments(dossier))),
        Fact(_("Waste streams"), _labels(WasteStream, dossier.waste_streams)),
        Fact(_("Business model"), _labels(BusinessModel, [dossier.business_model])),
        Fact(_("Scale"), _labels(Scale, [dossier.scale])),
        Fact(_("Phase"), _labels(Phase, [dossier.phase])),
        Fact(_("SDG targets"), _values(pgettext("between items", ", ").join(dossier.sdg_targets))),
        Fact(_("Length of coast"), _measure(dossier.coast_length_km, _("%(number)s km"))),
        Fact(_("Area"), _measure(dossier.area_km2, _("%(number)s km²"))),
    ]
    return [fact for fact in facts if fact.values]


def cases_with(name: str, value: str) -> str:
    """Return the address of the list of cases, filtered by one value."""
    return _cases_with(languages.current(), name, value)


@lru_cache(maxsize=4096)
def _cases_with(language: str, name: str, value: str) -> str:
    return f"{list_url(language)}?{urlencode({name: value})}"


@lru_cache(maxsize=1024)
def _place_url(language: str, level: str, code: str) -> str:
    """A city has a page of its own; other places lead to the cases there."""
    if level != PlaceKind.CITY:
        return _cases_with(language, level, code)
    with override(language):
        return city_url(code)


def _lead(dossier: Dossier) -> list[Value]:
    """Name who leads the case; it leads to the organisation's page while there is one."""
    url = organisation_url(dossier.organisation_slug) if dossier.organisation_slug else ""
    return [Value(dossier.lead_organisation, url)] if dossier.lead_organisation else []


def _day(day: date) -> str:
    return partial_dates.display(f"{day:%Y-%m-%d}")


def _periods(dossier: Dossier) -> Iterator[Value]:
    results = dossier.results_period
    note = _("results: %(period)s") % {"period": results} if results else ""
    if dossier.period or note:
        yield Value(dossier.period, note=note)


def _steps(dossier: Dossier) -> Iterator[Value]:
    if dossier.hierarchy_step:
        label = label_of(HierarchyStep, dossier.hierarchy_step)
        yield Value(label, cases_with("step", dossier.hierarchy_step))


def _instruments(dossier: Dossier) -> Iterator[Value]:
    for value in dossier.instruments:
        yield Value(label_of(Instrument, value), cases_with("instrument", value))


def _labels(kind: type[TextChoices], values: Iterable[str]) -> list[Value]:
    return [Value(label_of(kind, value)) for value in values if value]


def _values(text: str) -> list[Value]:
    return [Value(text)] if text else []


def _measure(value: Decimal | None, sentence: str) -> list[Value]:
    return [] if value is None else [Value(sentence % {"number": grouped(value)})]
