"""A typical case: how a place kept plastic out of the sea, what came of it, and on what evidence."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cases.choices import (
    SDG_TARGETS,
    BusinessModel,
    HierarchyStep,
    Instrument,
    Phase,
    Scale,
    WasteStream,
)
from cases.querysets import FOUND_BY, CaseQuerySet
from partnership.core import languages
from partnership.core.constraints import filled, one_of, subset_of
from partnership.core.models import Publication, TimeStamped
from partnership.core.partial_dates import PartialDateField, in_order, well_formed
from partnership.core.snippets import Snippets
from partnership.documents.choices import Licence
from partnership.reference.choices import Grade
from partnership.reference.sort_keys import SORT_KEYS, chinese_sort_key, english_sort_key

NUMBER_PATTERN = r"^CN-AS-[0-9]{4}-[0-9]{3,6}$"
NUMBER_HINT = _("Write the number as CN-AS-2026-001: year, then at least three digits.")
NAMED = _("For the imprint; name people who have agreed to it.")

LISTED_BY = (
    "published_zh_hans_at",
    "published_en_at",
    "public_since",
    "lacking_zh_hans",
    "lacking_en",
    "warnings",
    "last_fact_checked_on",
    "next_review_due_on",
    "hierarchy_step",
    "evidence_grade",
    "is_demo",
)


def several(verbose_name: Any, values: type[models.TextChoices]) -> ArrayField:
    """Return a column that holds any number of `values`."""
    element = models.CharField(max_length=30, choices=values.choices)
    return ArrayField(element, verbose_name=verbose_name, default=list, blank=True)


class Case(TimeStamped, Publication):
    """The four parts Chinese readers expect (background, measures, results, lessons), with every
    figure, date and place in a field of its own, free of language.

    `version` counts the changes people made to the case or its rows; it guards against two
    editors overwriting each other. `edition` counts what readers got to see: 1 with the first
    publication, one more with every change of the public text; pages, citations and the API call
    it the version. `completeness`,
    `evidence_grade` and the counts of what lacks are worked out by the actions; a count is empty
    until the case is saved for the first time. `source_language` is the language the case
    was written in; the other text is its translation.
    """

    number = models.CharField(
        _("case number"),
        max_length=20,
        unique=True,
        validators=[RegexValidator(NUMBER_PATTERN, NUMBER_HINT)],
        help_text=NUMBER_HINT,
        error_messages={"unique": _("Another case has this number.")},
    )
    slug = models.SlugField(
        _("short name in the address"),
        max_length=120,
        allow_unicode=True,
        unique=True,
        null=True,
        blank=True,
    )
    source_language = models.CharField(
        _("written in"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_demo = models.BooleanField(
        _("demo data"),
        default=False,
        help_text=_("Shown with a visible mark until the secretariat confirms the case."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    edition = models.PositiveIntegerField(_("public version"), default=0, editable=False)

    title = models.CharField(_("title"), max_length=200, blank=True)
    short_title = models.CharField(
        _("short title"),
        max_length=60,
        blank=True,
        help_text=_("For cards and running heads: at most 20 Chinese characters or 60 letters."),
    )
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("100 to 150 Chinese characters, 60 to 90 words.")
    )

    started = PartialDateField(_("started"))
    ended = PartialDateField(_("ended"), help_text=_("Leave empty while it goes on."))
    results_from = PartialDateField(_("results from"))
    results_to = PartialDateField(_("results to"))

    themes = models.ManyToManyField(
        "reference.Theme", related_name="cases", blank=True, verbose_name=_("themes")
    )
    dialogues = models.ManyToManyField(
        "events.Event",
        related_name="cases",
        blank=True,
        verbose_name=_("roundtable dialogues it came from"),
        limit_choices_to={"kind": "dialogue"},
    )
    hierarchy_step = models.CharField(
        _("step of the waste hierarchy"), max_length=20, choices=HierarchyStep.choices, blank=True
    )
    waste_streams = several(_("waste streams"), WasteStream)
    instruments = several(_("instruments"), Instrument)
    business_model = models.CharField(
        _("business model"), max_length=30, choices=BusinessModel.choices, blank=True
    )
    scale = models.CharField(_("scale"), max_length=20, choices=Scale.choices, blank=True)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase.choices, blank=True)
    sdg_targets = ArrayField(
        models.CharField(max_length=5),
        verbose_name=_("SDG targets"),
        default=list,
        blank=True,
        help_text=_("Numbers of targets such as 12.5 or 14.1."),
    )
    coast_length_km = models.DecimalField(
        _("length of coast (km)"),
        max_digits=10,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    area_km2 = models.DecimalField(
        _("area (km²)"),
        max_digits=12,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )

    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="cases",
        null=True,
        blank=True,
        help_text=_("To which the case belongs: its people write it. Empty where none is known."),
    )
    lead_organisation = models.CharField(_("lead organisation"), max_length=200, blank=True)
    contact_name = models.CharField(_("contact person"), max_length=120, blank=True)
    contact_details = models.TextField(
        _("how to reach the contact person"),
        blank=True,
        help_text=_("For the secretariat only, never public."),
    )
    nominated_by = models.CharField(_("nominated by"), max_length=200, blank=True)
    text_licence = models.CharField(
        _("licence of the text"),
        max_length=20,
        choices=Licence.choices,
        blank=True,
        default="",
        db_default="",
    )
    permission_letter = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("letter of permission"),
        help_text=_("The scan that the city sent with the case, or one among the files."),
    )
    reviewed_by = models.CharField(
        _("reviewed by"), max_length=300, blank=True, default="", db_default="", help_text=NAMED
    )
    translated_by = models.CharField(
        _("translated by"), max_length=300, blank=True, default="", db_default="", help_text=NAMED
    )

    background = models.TextField(_("background"), blank=True)
    results = models.TextField(_("results"), blank=True)
    success_factors = models.TextField(_("success factors"), blank=True)
    difficulties = models.TextField(_("difficulties"), blank=True)
    did_not_work = models.TextField(_("what did not work"), blank=True)
    replication_conditions = models.TextField(_("conditions for replication"), blank=True)
    replications_known = models.TextField(_("known replications"), blank=True)

    last_fact_checked_on = models.DateField(_("facts last checked"), null=True, blank=True)
    next_review_due_on = models.DateField(_("next check due"), null=True, blank=True)
    completeness = models.PositiveSmallIntegerField(
        _("completeness (%)"), default=0, editable=False
    )
    evidence_grade = models.CharField(
        _("evidence grade"), max_length=1, choices=Grade.choices, blank=True, editable=False
    )

    sort_key_zh = models.CharField(
        _("Chinese sort key"), max_length=1400, db_collation="C", default="", editable=False
    )
    sort_key_en = models.CharField(
        _("English sort key"), max_length=1400, db_collation="C", default="", editable=False
    )

    lacking_zh_hans = models.PositiveSmallIntegerField(
        _("missing for publication in Chinese"), null=True, editable=False
    )
    lacking_en = models.PositiveSmallIntegerField(
        _("missing for publication in English"), null=True, editable=False
    )
    warnings = models.PositiveSmallIntegerField(_("warnings"), null=True, editable=False)

    title_zh_hans: str  # these two columns are modeltranslation's
    title_en: str

    objects: ClassVar = CaseQuerySet.as_manager()

    class Meta(Publication.Meta):
        abstract = False
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            *Publication.Meta.constraints,
            models.CheckConstraint(
                name="cases_case_number_well_formed",
                condition=Q(number__regex=NUMBER_PATTERN),
                violation_error_message=NUMBER_HINT,
            ),
            one_of("hierarchy_step", HierarchyStep, name="cases_case_step_known", blank=True),
            one_of("business_model", BusinessModel, name="cases_case_business_known", blank=True),
            one_of("scale", Scale, name="cases_case_scale_known", blank=True),
            one_of("phase", Phase, name="cases_case_phase_known", blank=True),
            one_of("text_licence", Licence, name="cases_case_licence_known", blank=True),
            one_of("evidence_grade", Grade, name="cases_case_grade_known", blank=True),
            subset_of("waste_streams", WasteStream.values, name="cases_case_streams_known"),
            subset_of("instruments", Instrument.values, name="cases_case_instruments_known"),
            subset_of("sdg_targets", list(SDG_TARGETS), name="cases_case_sdg_targets_known"),
            well_formed(
                "started",
                "ended",
                "results_from",
                "results_to",
                name="cases_case_dates_well_formed",
            ),
            in_order("started", "ended", name="cases_case_ends_after_start"),
            in_order("results_from", "results_to", name="cases_case_results_in_order"),
            models.CheckConstraint(
                name="cases_case_extent_not_negative",
                condition=(Q(coast_length_km__isnull=True) | Q(coast_length_km__gte=0))
                & (Q(area_km2__isnull=True) | Q(area_km2__gte=0)),
                violation_error_message=_("Length and area are not negative."),
            ),
            models.CheckConstraint(
                name="cases_case_completeness_percent",
                condition=Q(completeness__lte=100),
                violation_error_message=_("Completeness is at most 100 per cent."),
            ),
            models.CheckConstraint(
                name="cases_case_title_in_source_language",
                condition=Q(source_language=languages.CHINESE) & filled("title_zh_hans")
                | Q(source_language=languages.ENGLISH) & filled("title_en"),
                violation_error_message=_("Give the title in the language the case is written in."),
            ),
            models.CheckConstraint(
                name="cases_case_public_has_edition",
                condition=Q(public_since__isnull=True) | Q(edition__gte=1),
                violation_error_message=_("A public case has a public version."),
            ),
            models.CheckConstraint(
                name="cases_case_public_has_short_texts",
                condition=Q(public_since__isnull=True)
                | filled("slug_zh_hans", "title_zh_hans", "short_title_zh_hans", "summary_zh_hans")
                & filled("slug_en", "title_en", "short_title_en", "summary_en"),
                violation_error_message=_(
                    "A public case needs title, short title, summary and short name in the "
                    "address in both languages."
                ),
            ),
            models.CheckConstraint(
                name="cases_case_public_chinese_has_full_text",
                condition=Q(published_zh_hans_at__isnull=True)
                | filled("background_zh_hans", "results_zh_hans"),
                violation_error_message=_(
                    "A case public in Chinese needs background and results in Chinese."
                ),
            ),
            models.CheckConstraint(
                name="cases_case_public_english_has_full_text",
                condition=Q(published_en_at__isnull=True) | filled("background_en", "results_en"),
                violation_error_message=_(
                    "A case public in English needs background and results in English."
                ),
            ),
        ]
        indexes = [
            *Publication.Meta.indexes,
            models.Index(fields=["sort_key_zh", "id"], name="cases_case_title_zh"),
            models.Index(fields=["sort_key_en", "id"], name="cases_case_title_en"),
            GinIndex(fields=["waste_streams"], name="cases_case_waste_streams"),
            GinIndex(fields=["instruments"], name="cases_case_instruments"),
            GinIndex(fields=["sdg_targets"], name="cases_case_sdg_targets"),
            GinIndex(Snippets(*FOUND_BY), name="cases_case_found_by"),
            models.Index(
                fields=["next_review_due_on"],
                condition=Q(next_review_due_on__isnull=False),
                name="cases_case_check_due",
            ),
            # The staff's list in its order; what it is narrowed by is read from the index alone.
            models.Index(
                fields=["-updated_at", "-id"],
                include=[*FOUND_BY, *LISTED_BY],
                name="cases_case_staff_list",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.short_title or self.title}".rstrip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the two sort keys in step with the titles."""
        self.sort_key_zh = chinese_sort_key(self.title_zh_hans or "")
        self.sort_key_en = english_sort_key(self.title_en or "")
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], *SORT_KEYS.values()}
        super().save(*args, **kwargs)

    @property
    def is_ongoing(self) -> bool:
        return not self.ended and self.phase != Phase.COMPLETED
