"""A country, a province or a city."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core import coordinates
from partnership.core.models import TimeStamped
from partnership.reference.choices import CodeSource, Division, PlaceKind
from partnership.reference.models.country_facts import CountryFacts
from partnership.reference.models.named import Named
from partnership.reference.models.place_rules import PLACE_RULES
from partnership.reference.querysets import PlaceQuerySet

PARENT_KINDS = {
    PlaceKind.COUNTRY: set(),
    PlaceKind.PROVINCE: {PlaceKind.COUNTRY},
    PlaceKind.CITY: {PlaceKind.COUNTRY, PlaceKind.PROVINCE},
}


class Place(Named, CountryFacts, TimeStamped):
    """One table for the three levels, so that a case, a survey or a person refers to any of them.

    A row is the name valid between two days: when a place is merged or renamed, its row gets a
    last day and a successor, and what happened under the old name keeps pointing to it.

    `country` and `province` repeat the ancestors, so that facets need no recursion. They name
    the row itself on its own level: filtering by `country` finds the country, too.
    """

    kind = models.CharField(_("level"), max_length=10, choices=PlaceKind.choices)
    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        help_text=_("Country: MY. Province: MY-07 (ISO 3166-2). City: my-melaka."),
    )
    code_source = models.CharField(_("code given by"), max_length=3, choices=CodeSource.choices)
    full_name = models.CharField(_("full name"), max_length=200)
    name_local = models.CharField(_("name on the spot"), max_length=120, blank=True)

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        related_name="children",
    )
    country = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("country"),
        null=True,
        editable=False,
        related_name="places_of_country",
    )
    province = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("province"),
        null=True,
        editable=False,
        related_name="places_of_province",
    )
    position = models.PositiveSmallIntegerField(
        _("place in the list"),
        default=0,
        help_text=_("Lower comes first; equal ones stand in the reader's alphabet."),
    )

    latitude = models.DecimalField(
        _("latitude"),
        max_digits=6,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("WGS 84, degrees, three decimals. Chinese web maps shift points."),
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=6, decimal_places=3, null=True, blank=True
    )

    division = models.CharField(
        _("type of unit"), max_length=20, choices=Division.choices, blank=True
    )
    programme_focus = models.BooleanField(_("province in focus"), default=False)
    is_coastal = models.BooleanField(_("on the coast"), default=False)
    zero_waste_city_since = models.PositiveSmallIntegerField(
        _("zero-waste city since"), null=True, blank=True
    )
    zero_waste_source = models.CharField(
        _("source of the zero-waste listing"), max_length=120, blank=True
    )

    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(
        _("valid to"), null=True, blank=True, help_text=_("The last day under this name.")
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        verbose_name=_("successor"),
        null=True,
        blank=True,
        related_name="predecessors",
    )
    source = models.CharField(_("source"), max_length=200, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [*CountryFacts.Meta.constraints, *PLACE_RULES]

    def __str__(self) -> str:
        return self.name or self.code

    def clean(self) -> None:
        """Refuse a position that cannot be meant, and a parent of the wrong level, of which the
        database knows only that one is needed."""
        super().clean()
        coordinates.check(self.latitude, self.longitude)
        kinds = PARENT_KINDS[PlaceKind(self.kind)]
        if self.parent is not None and self.parent.kind not in kinds:
            raise ValidationError({"parent": _("A place cannot lie in a place of this level.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.take_ancestors_from_parent()
        super().save(*args, **kwargs)
        self._name_itself_on_its_own_level()

    def take_ancestors_from_parent(self) -> None:
        """Repeat the parent's country and province; `save` does so, checks before it need it."""
        if self.parent is None:
            return
        self.country_id = self.parent.country_id
        if self.kind == PlaceKind.CITY:
            self.province_id = self.parent.province_id

    def _name_itself_on_its_own_level(self) -> None:
        if self.kind == PlaceKind.CITY or getattr(self, f"{self.kind}_id") is not None:
            return
        setattr(self, f"{self.kind}_id", self.pk)
        super().save(update_fields=[self.kind])
