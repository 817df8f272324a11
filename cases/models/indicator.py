"""The figures of a case, each saying what it counts, when and after whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.choices import Qualifier
from cases.models.row import CaseRow
from partnership.core.constraints import in_some_language, one_of
from partnership.core.figures import plain
from partnership.core.partial_dates import PartialDateField, well_formed
from partnership.reference.choices import Grade


class IndicatorRow(CaseRow):
    """One figure. Without period, definition and source it may stand in a draft only.

    Rows of one case with the same `series` and unit form a time series.
    """

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="indicators")
    name = models.CharField(_("name of the indicator"), max_length=200, blank=True)
    qualifier = models.CharField(
        _("how exact"), max_length=20, choices=Qualifier.choices, default=Qualifier.EXACT
    )
    value = models.DecimalField(_("value"), max_digits=20, decimal_places=4)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    as_of = PartialDateField(_("as of"))
    period = models.CharField(_("period"), max_length=200, blank=True)
    definition = models.TextField(
        _("definition"),
        blank=True,
        help_text=_("What is counted: plastic only or all litter, cumulative or yearly, where."),
    )
    baseline_value = models.DecimalField(
        _("baseline value"), max_digits=20, decimal_places=4, null=True, blank=True
    )
    baseline_note = models.CharField(_("baseline, explained"), max_length=300, blank=True)
    method = models.TextField(_("method"), blank=True)
    source = models.ForeignKey(
        "cases.CaseSource",
        models.RESTRICT,
        related_name="indicators",
        null=True,
        blank=True,
        verbose_name=_("source"),
    )
    grade = models.CharField(_("evidence grade"), max_length=1, choices=Grade.choices, blank=True)
    series = models.CharField(_("series"), max_length=60, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("verified by"),
    )
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True, editable=False)

    class Meta(CaseRow.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [
            *CaseRow.Meta.constraints,
            in_some_language("name", name="cases_indicatorrow_named"),
            one_of("qualifier", Qualifier, name="cases_indicatorrow_qualifier_known"),
            one_of("grade", Grade, name="cases_indicatorrow_grade_known", blank=True),
            well_formed("as_of", name="cases_indicatorrow_as_of_well_formed"),
            models.CheckConstraint(
                name="cases_indicatorrow_grade_with_source",
                condition=Q(source__isnull=True, grade="") | Q(source__isnull=False, grade__gt=""),
                violation_error_message=_(
                    "Give the source and the evidence grade of a figure together."
                ),
            ),
            models.CheckConstraint(
                name="cases_indicatorrow_verified_with_source",
                condition=Q(verified_at__isnull=True) | Q(source__isnull=False),
                violation_error_message=_("A figure without a source cannot be verified."),
            ),
        ]

    def __str__(self) -> str:
        gap = "" if self.unit == "%" else " "
        value = f"{plain(self.value)}{gap}{self.unit}".rstrip()
        return gettext("%(name)s: %(value)s") % {"name": self.name, "value": value}
