"""An organisation: a city government, a ministry, a bank, a school."""

from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import filled, in_some_language, one_of
from partnership.core.models import TimeStamped
from partnership.network.choices import LISTABLE, LOCAL, OrganisationType, Standing
from partnership.network.querysets import OrganisationQuerySet
from partnership.reference.models.named import Named

SAME_NAME = _("Another organisation has this name. Look for it in the list first.")


class Organisation(Named, TimeStamped):
    """Speaks through its members. Whatever is public of it is public in both languages.

    `listed_since` says that it stands in the public directory, which is its own choice;
    `version` counts every change and refuses the later of two editors.
    """

    name = models.CharField(_("name"), max_length=200, blank=True)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    sort_key_zh = models.CharField(
        _("Chinese sort key"), max_length=1400, db_collation="C", default="", editable=False
    )
    sort_key_en = models.CharField(
        _("English sort key"), max_length=1400, db_collation="C", default="", editable=False
    )
    slug = models.SlugField(_("short name in the address"), max_length=120, unique=True)
    type = models.CharField(_("type"), max_length=20, choices=OrganisationType.choices)
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        verbose_name=_("place"),
        related_name="organisations",
        null=True,
        blank=True,
        help_text=_("Where it sits. Empty only where the list of places has no such place."),
    )
    standing = models.CharField(
        _("standing"), max_length=20, choices=Standing.choices, default=Standing.PROPOSED
    )
    confirmed_at = models.DateTimeField(_("checked by the secretariat"), null=True, blank=True)
    listed_since = models.DateTimeField(_("in the directory since"), null=True, blank=True)

    summary = models.CharField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences: who it is and what it does about marine litter."),
    )
    profile = models.TextField(_("profile"), blank=True)
    website = models.URLField(
        _("website"), blank=True, validators=[URLValidator(schemes=["https", "http"])]
    )
    themes = models.ManyToManyField(
        "reference.Theme", related_name="organisations", blank=True, verbose_name=_("themes")
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    objects: ClassVar = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            one_of("type", OrganisationType, name="partnership_organisation_type_known"),
            one_of("standing", Standing, name="partnership_organisation_standing_known"),
            in_some_language("name", name="partnership_organisation_named"),
            models.CheckConstraint(
                name="partnership_organisation_checked_has_both_names",
                condition=Q(standing=Standing.PROPOSED) | filled("name_zh_hans", "name_en"),
                violation_error_message=_("Give the official name in Chinese and in English."),
            ),
            models.CheckConstraint(
                name="partnership_organisation_checked_when",
                condition=Q(standing=Standing.PROPOSED, confirmed_at__isnull=True)
                | ~Q(standing=Standing.PROPOSED) & Q(confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="partnership_organisation_local_has_place",
                condition=~Q(type__in=sorted(LOCAL)) | Q(place__isnull=False),
                violation_error_message=_("A city or province needs its place."),
            ),
            models.CheckConstraint(
                name="partnership_organisation_listed_is_checked",
                condition=Q(listed_since__isnull=True)
                | Q(standing__in=sorted(LISTABLE)) & filled("summary_zh_hans", "summary_en"),
                violation_error_message=_(
                    "Only a checked organisation with a summary in both languages can be listed."
                ),
            ),
            models.UniqueConstraint(
                "name_zh_hans",
                name="partnership_organisation_one_chinese_name",
                condition=~Q(name_zh_hans=""),
                violation_error_message=SAME_NAME,
            ),
            models.UniqueConstraint(
                Lower("name_en"),
                name="partnership_organisation_one_english_name",
                condition=~Q(name_en=""),
                violation_error_message=SAME_NAME,
            ),
        ]
        indexes = [
            models.Index(
                fields=["sort_key_zh", "id"],
                name="partnership_listed_zh",
                condition=Q(listed_since__isnull=False),
            ),
            models.Index(
                fields=["sort_key_en", "id"],
                name="partnership_listed_en",
                condition=Q(listed_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.slug

    @property
    def is_listed(self) -> bool:
        return self.listed_since is not None
