"""What everybody is told of the exact position of a place: of a sensitive site, about where it is."""

from typing import Final

from django.db.models import Case, DecimalField, F, When
from django.db.models.functions import Round

ABOUT: Final = 2  # decimals of a degree: a kilometre


def shown(name: str) -> Case:
    """Return the expression for latitude or longitude of a `CasePlace` as pages and data show it."""
    about = When(is_sensitive=True, then=Round(F(name), precision=ABOUT))
    return Case(about, default=F(name), output_field=DecimalField())
