"""What the database holds of a place, whoever writes it."""

from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from partnership.core import coordinates
from partnership.reference.choices import FIRST_ZERO_WASTE_YEAR, CodeSource, Division, PlaceKind
from partnership.reference.models.named import named_in_both_languages

COUNTRY = Q(kind=PlaceKind.COUNTRY)
PROVINCE = Q(kind=PlaceKind.PROVINCE)
CITY = Q(kind=PlaceKind.CITY)

PLACE_RULES = [
    named_in_both_languages("reference_place_named"),
    CheckConstraint(
        name="reference_place_code_of_kind",
        condition=COUNTRY & Q(code__regex=r"^[A-Z]{2}$")
        | PROVINCE & Q(code__regex=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")
        | CITY & Q(code__regex=r"^[a-z]{2}(-[a-z0-9]+)+$"),
        violation_error_message=_(
            "Write a country's code like MY, a province's like MY-07, a city's like my-melaka."
        ),
    ),
    CheckConstraint(
        name="reference_place_in_tree",
        condition=COUNTRY & Q(parent__isnull=True, province__isnull=True)
        | PROVINCE & Q(parent__isnull=False, country__isnull=False, parent=F("country"))
        | CITY
        & Q(parent__isnull=False, country__isnull=False)
        & (
            Q(province__isnull=True, parent=F("country"))
            | Q(province__isnull=False, parent=F("province"))
        ),
        violation_error_message=_(
            "A country lies in nothing, a province in a country, a city in a province or country."
        ),
    ),
    CheckConstraint(
        name="reference_place_own_level",
        condition=(~COUNTRY | Q(country__isnull=True) | Q(country=F("id")))
        & (~PROVINCE | Q(province__isnull=True) | Q(province=F("id"))),
    ),
    CheckConstraint(
        name="reference_place_point",
        condition=Q(latitude__isnull=True, longitude__isnull=True)
        | Q(latitude__isnull=False, longitude__isnull=False)
        & Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
        violation_error_message=_(
            "Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."
        ),
    ),
    coordinates.not_at_zero("reference_place_not_at_zero"),
    CheckConstraint(
        name="reference_place_period",
        condition=Q(valid_from__isnull=True)
        | Q(valid_to__isnull=True)
        | Q(valid_to__gt=F("valid_from")),
        violation_error_message=_("The last day must lie after the first."),
    ),
    CheckConstraint(
        name="reference_place_succession",
        condition=Q(successor__isnull=True)
        | Q(successor__isnull=False, valid_to__isnull=False) & ~Q(successor=F("id")),
        violation_error_message=_(
            "A place with a successor needs a last day and cannot succeed itself."
        ),
    ),
    CheckConstraint(
        name="reference_place_province_facts",
        condition=PROVINCE & Q(division__in=Division.values)
        | ~PROVINCE & Q(division="", programme_focus=False),
        violation_error_message=_(
            "A province needs its type of unit; only provinces are in focus."
        ),
    ),
    CheckConstraint(
        name="reference_place_city_facts",
        condition=CITY | Q(is_coastal=False, zero_waste_city_since__isnull=True),
        violation_error_message=_("Only a city is coastal or a zero-waste city."),
    ),
    CheckConstraint(
        name="reference_place_zero_waste_sourced",
        condition=Q(zero_waste_city_since__isnull=True, zero_waste_source="")
        | Q(zero_waste_city_since__isnull=False, zero_waste_city_since__gte=FIRST_ZERO_WASTE_YEAR)
        & ~Q(zero_waste_source=""),
        violation_error_message=_(
            "A zero-waste city needs the year (2019 or later) and the source, both or neither."
        ),
    ),
    CheckConstraint(
        name="reference_place_code_source",
        condition=CITY & Q(code_source=CodeSource.OWN)
        | COUNTRY & Q(code_source=CodeSource.ISO)
        | PROVINCE & Q(code_source__in=CodeSource.values),
        violation_error_message=_("Countries bear ISO codes, cities codes of this portal."),
    ),
]
