"""The columns of the table of waste profiles."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from monitoring.open_data.fields import DEMO, LICENCE, Field, plain, two_languages

WASTE: Final[tuple[Field, ...]] = (
    plain("city", _("code of the city")),
    *two_languages("city", _("city")),
    plain("country", _("code of the country")),
    plain("year", _("year of the profile")),
    plain("area", _("which area the values cover")),
    plain("indicator", _("what the value is about")),
    plain("value", _("value as the city told it; 0: there was none, not known: no row")),
    plain("unit", _("unit of the value")),
    Field(
        "amount",
        _("tonnes in the period where it is a mass, else the value"),
        lambda row: row.amount,
    ),
    Field("amount_unit", _("unit of the amount"), lambda row: row.measure.value),
    plain("scope", _("which waste is counted")),
    plain("first_day", _("first day of the period")),
    plain("last_day", _("last day of the period")),
    plain("definition", _("definition, in the language of the row")),
    plain("source", _("source, in the language of the row")),
    plain("source_url", _("address of the source")),
    plain("grade", _("evidence grade; blank: not known")),
    plain("language", _("language of the row")),
    DEMO,
    LICENCE,
)
