"""A research or cooperation project."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import one_of
from roundtables.choices import PROJECT_THEMES, BudgetBand, Stage
from roundtables.models.written import Written
from roundtables.querysets import ProjectQuerySet


class Project(Written):
    """From an idea to its results; partners, milestones and outputs are rows.

    `stage` is written by actions only, after `choices.STAGE_CHANGES`.
    """

    slug = models.SlugField(_("short name in the address"), max_length=120, unique=True)
    stage = models.CharField(
        pgettext_lazy("project", "stage"),
        max_length=10,
        choices=Stage.choices,
        default=Stage.IDEA,
        editable=False,
    )
    stage_changed_at = models.DateTimeField(
        _("stage changed"), default=timezone.now, editable=False
    )
    theme = models.ForeignKey(
        "reference.Theme",
        models.PROTECT,
        verbose_name=_("theme"),
        related_name="projects",
        limit_choices_to={"code__in": PROJECT_THEMES},
    )
    event = models.ForeignKey(
        "events.Event",
        models.PROTECT,
        verbose_name=_("roundtable dialogue it came from"),
        related_name="projects",
        null=True,
        blank=True,
        limit_choices_to={"kind": "dialogue"},
    )
    place = models.ForeignKey(
        "reference.Place",
        models.PROTECT,
        verbose_name=_("place"),
        related_name="projects",
        null=True,
        blank=True,
        help_text=_("Where most of it takes place. Empty: in several countries."),
    )
    budget_band = models.CharField(
        _("budget"), max_length=10, choices=BudgetBand.choices, blank=True
    )
    starts_on = models.DateField(pgettext_lazy("project", "begins"), null=True, blank=True)
    ends_on = models.DateField(pgettext_lazy("project", "ends"), null=True, blank=True)
    description = models.TextField(_("description"), blank=True)

    objects: ClassVar = ProjectQuerySet.as_manager()

    class Meta(Written.Meta):
        abstract = False
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            *Written.Meta.constraints,
            one_of("stage", Stage, name="roundtables_project_stage_known"),
            one_of("budget_band", BudgetBand, name="roundtables_project_budget_known", blank=True),
            models.CheckConstraint(
                name="roundtables_project_ends_after_it_begins",
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The end comes after the beginning."),
            ),
        ]
        indexes = [
            *Written.Meta.indexes,
            models.Index(fields=["-stage_changed_at", "-id"], name="roundtables_project_moved"),
        ]
