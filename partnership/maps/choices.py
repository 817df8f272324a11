"""Projections of base layers, and who looks after maps."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role

KEEPERS: Final = frozenset({Role.SECRETARIAT})
LOOKERS: Final = KEEPERS | {Role.PUBLISHER}


class Projection(models.TextChoices):
    """How degrees become a picture."""

    WEB_MERCATOR = "EPSG:3857", _("Web Mercator")
    PLATE_CARREE = "EPSG:4326", _("equal degrees (plate carrée)")
