"""What only a country has."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from partnership.reference.choices import CountryGroup, PlaceKind

_NO_FACTS = Q(
    alpha3="",
    numeric="",
    group="",
    asean_since__isnull=True,
    least_developed_from__isnull=True,
    least_developed_until__isnull=True,
)


class CountryFacts(models.Model):
    """The columns of a place that are filled for countries and empty for all others.

    They stand on the place's own row and not in a table of their own, because only so can one
    CHECK hold both directions: a country has its codes and its group, nothing else has them.
    """

    alpha3 = models.CharField(_("ISO three-letter code"), max_length=3, blank=True)
    numeric = models.CharField(_("ISO number"), max_length=3, blank=True)
    group = models.CharField(
        _("group of countries"), max_length=10, choices=CountryGroup.choices, blank=True
    )
    asean_since = models.DateField(_("member of ASEAN since"), null=True, blank=True)
    least_developed_from = models.DateField(
        _("least developed country from"), null=True, blank=True
    )
    least_developed_until = models.DateField(
        _("least developed country until"),
        null=True,
        blank=True,
        help_text=_("The last day on the United Nations' list."),
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="reference_place_country_facts",
                condition=Q(
                    kind=PlaceKind.COUNTRY,
                    alpha3__regex=r"^[A-Z]{3}$",
                    numeric__regex=r"^[0-9]{3}$",
                    group__in=CountryGroup.values,
                )
                | ~Q(kind=PlaceKind.COUNTRY) & _NO_FACTS,
                violation_error_message=_(
                    "A country needs its ISO codes and its group; no other place has them."
                ),
            ),
            models.CheckConstraint(
                name="reference_place_asean_since",
                condition=Q(group=CountryGroup.ASEAN, asean_since__isnull=False)
                | ~Q(group=CountryGroup.ASEAN) & Q(asean_since__isnull=True),
                violation_error_message=_(
                    "Give the day of joining for a member of ASEAN, and for no other country."
                ),
            ),
            models.CheckConstraint(
                name="reference_place_least_developed",
                condition=Q(least_developed_until__isnull=True)
                | Q(
                    least_developed_from__isnull=False,
                    least_developed_until__gt=F("least_developed_from"),
                ),
                violation_error_message=_("The last day on the list lies before the first."),
            ),
            models.UniqueConstraint(
                name="reference_place_alpha3", fields=["alpha3"], condition=~Q(alpha3="")
            ),
            models.UniqueConstraint(
                name="reference_place_numeric", fields=["numeric"], condition=~Q(numeric="")
            ),
        ]
