"""How numbers of the programme are broken down by place."""

from typing import Final

from django.utils.translation import pgettext_lazy

from partnership.core.indicators import Axis
from partnership.reference import names

BY_COUNTRY: Final = Axis(
    pgettext_lazy("heading", "Country"), lambda codes: names.names_of("country", codes)
)
