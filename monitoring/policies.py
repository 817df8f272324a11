"""Who may do what in monitoring, and the reason when they may not."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from monitoring.models import SurveySite
from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.network import policies as of_network
from partnership.network import speakers
from partnership.network.choices import OrganisationType
from partnership.network.models import Membership, Organisation
from partnership.network.roles import Right
from partnership.reference.choices import PlaceKind
from partnership.reference.models import Place

Person = User | AnonymousUser

SECRETARIAT_ONLY = _("Only the secretariat makes reports on the whole region.")
SECRETARIAT_WITHDRAWS = _(
    "Only the secretariat withdraws reports. Write to it what is wrong in this one."
)
NOT_THEIR_CITY = _(
    "Reports on a city are made by the secretariat and by those who submit for an organisation that "
    "surveys there."
)
CITIES_ONLY = _(
    "Waste profiles are entered by city governments of the partnership. Ask for an account that "
    "writes for yours."
)
WRITERS_ONLY = _(
    "Annual city reports are written by those who write for an organisation that surveys in the "
    "city. Ask for an account that writes for yours."
)


def may_tell_waste(user: User, organisation: Organisation) -> Verdict:
    """Enter the waste profile of the city an organisation governs."""
    is_theirs = city_governments(user).filter(pk=organisation.pk).exists()
    return ALLOWED if is_theirs else Verdict(CITIES_ONLY)


def may_tell_waste_at_all(user: User) -> Verdict:
    """Enter the waste profile of some city."""
    return ALLOWED if city_governments(user).exists() else Verdict(CITIES_ONLY)


def may_report(user: Person, place: Place | None) -> Verdict:
    """Freeze the results of a city; those of the whole region where `place` is None."""
    if of_network.may_manage(user):
        return ALLOWED
    if place is None:
        return Verdict(SECRETARIAT_ONLY)
    return ALLOWED if surveyor_of(user, place) else Verdict(NOT_THEIR_CITY)


def may_withdraw_report(user: Person) -> Verdict:
    """Take a frozen report back. Cities ask the secretariat: what was cited does not vanish by itself."""
    return ALLOWED if of_network.may_manage(user) else Verdict(SECRETARIAT_WITHDRAWS)


def may_report_at_all(user: Person) -> Verdict:
    """Make a report of some area."""
    if of_network.may_manage(user) or reporting_on(user):
        return ALLOWED
    return Verdict(NOT_THEIR_CITY)


def reporting_on(user: Person) -> list[str]:
    """Return the codes of the cities that `user` may report on by membership."""
    sites = SurveySite.objects.filter(organisation__in=_organisations(user)).order_by()
    return list(sites.values_list("place__code", flat=True).distinct())


def may_write_annual(user: User, place: Place) -> Verdict:
    """Write the annual report of a city."""
    return ALLOWED if writer_of(user, place) else Verdict(WRITERS_ONLY)


def may_write_annual_at_all(user: User) -> Verdict:
    """Write the annual report of some city."""
    return ALLOWED if writing_on(user) else Verdict(WRITERS_ONLY)


def writing_on(user: User) -> list[str]:
    """Return the codes of the cities about which `user` may write."""
    sites = SurveySite.objects.surveyed_by(user).order_by()
    return list(sites.values_list("place__code", flat=True).distinct())


def writer_of(user: User, place: Place) -> Organisation | None:
    """Return the organisation for which `user` may write about a city, if any."""
    sites = SurveySite.objects.surveyed_by(user).filter(place=place)
    first = sites.select_related("organisation").order_by("organisation").first()
    return first.organisation if first else None


def city_governments(user: User) -> Any:
    """Return the city governments `user` writes for."""
    return Organisation.objects.filter(
        pk__in=speakers.writes_for(user),
        type=OrganisationType.CITY_GOVERNMENT,
        place__kind=PlaceKind.CITY,
    )


def surveyor_of(user: Person, place: Place) -> Organisation | None:
    """Return the organisation for which `user` may report on a city, if any."""
    sites = SurveySite.objects.filter(place=place, organisation__in=_organisations(user))
    first = sites.select_related("organisation").order_by("organisation").first()
    return first.organisation if first else None


def _organisations(user: Person) -> Any:
    return Membership.objects.with_right(Right.SUBMIT).of(user).values("organisation")
