"""A commitment: what an organisation will have done by a day, and by which figure it shows."""

from datetime import date
from typing import Any, ClassVar, Final

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core import languages
from partnership.core.constraints import filled, in_some_language, one_of
from partnership.core.models import TimeStamped
from partnership.network.choices import Standing
from partnership.network.commitment_choices import (
    AGREED_ONCE,
    CommitmentKind,
    CommitmentState,
    Direction,
    Rhythm,
)
from partnership.network.commitment_querysets import CommitmentQuerySet

TITLE: Final = "title"  # codes of constraints, by which a form finds the field
UNIT: Final = "unit"
TARGET: Final = "target"
BOTH: Final = "both-languages"
TEXTS: Final = ("title", "description", "indicator", "unit")


def in_both_languages() -> Q:
    return filled(*(languages.column(name, code) for name in TEXTS for code in languages.LANGUAGES))


class Commitment(TimeStamped):
    """Public since `agreed_on`; from then on the database refuses to delete it. Its light is never
    stored: `with_light()` finds it from accepted reports, dates, state and evidence.

    `settled_on` is the day of the present state, `reason` what was said to the owner about it; `version` counts
    every change and refuses the later of two editors.
    """

    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="commitments",
    )
    kind = models.CharField(
        pgettext_lazy("commitment", "kind"), max_length=12, choices=CommitmentKind.choices
    )
    title = models.CharField(
        pgettext_lazy("commitment", "title"),
        max_length=160,
        blank=True,
        help_text=_("What will be done, in one sentence without a full stop."),
    )
    description = models.TextField(
        pgettext_lazy("commitment", "description"),
        blank=True,
        help_text=_("Who does what, where, with whom and with what means."),
    )
    indicator = models.CharField(
        pgettext_lazy("commitment", "indicator"),
        max_length=160,
        blank=True,
        help_text=_("What is counted or measured, for example: shore cleaned every week."),
    )
    unit = models.CharField(
        pgettext_lazy("commitment", "unit"),
        max_length=40,
        blank=True,
        help_text=_("For example: km, tonnes a year, people."),
    )
    baseline = models.DecimalField(
        pgettext_lazy("commitment", "baseline"),
        max_digits=15,
        decimal_places=3,
        validators=[MinValueValidator(0)],
        help_text=_("The figure when the commitment begins."),
    )
    target = models.DecimalField(
        pgettext_lazy("commitment", "target"),
        max_digits=15,
        decimal_places=3,
        validators=[MinValueValidator(0)],
        help_text=_("The figure on the due date."),
    )
    direction = models.CharField(
        pgettext_lazy("commitment", "direction"),
        max_length=4,
        choices=Direction.choices,
        default=Direction.UP,
    )
    due_on = models.DateField(pgettext_lazy("commitment", "due date"))
    state = models.CharField(
        _("state"),
        max_length=12,
        choices=CommitmentState.choices,
        default=CommitmentState.PROPOSED,
    )
    agreed_on = models.DateField(pgettext_lazy("commitment", "agreed"), null=True, blank=True)
    settled_on = models.DateField(_("in this state since"), null=True, blank=True)
    reason = models.TextField(
        _("reason of the present state"), blank=True, default="", db_default=""
    )
    report_every = models.PositiveSmallIntegerField(
        _("reports asked for"),
        choices=Rhythm.choices,
        default=Rhythm.YEAR,
        db_default=Rhythm.YEAR,
        help_text=_(
            "How often the owner gets a message. The light counts by the year all the same."
        ),
    )
    pictures = models.ManyToManyField(
        "documents.Picture",
        verbose_name=_("pictures as evidence"),
        related_name="in_commitments",
        blank=True,
        help_text=_("Taken in, with their rights, in the list of pictures."),
    )
    asked_on = models.DateField(_("asked for a report"), null=True, blank=True)
    times_asked = models.PositiveSmallIntegerField(_("times asked"), default=0)
    is_demo = models.BooleanField(
        _("demo data"),
        default=False,
        help_text=_("Shown with a mark; invented to show what the portal does."),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    reason_zh_hans: str  # these two columns are modeltranslation's
    reason_en: str

    # What `with_light` adds to a row.
    last_value: Any
    last_given_on: date | None
    finding: str

    objects: ClassVar = CommitmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [
            one_of("kind", CommitmentKind, name="partnership_commitment_kind_known"),
            one_of("direction", Direction, name="partnership_commitment_direction_known"),
            models.CheckConstraint(
                name="partnership_commitment_rhythm_known",
                condition=Q(report_every__in=Rhythm.values),
            ),
            one_of("state", CommitmentState, name="partnership_commitment_state_known"),
            in_some_language(
                "title",
                name="partnership_commitment_titled",
                message=_("Say in Chinese or in English what will be done, better in both."),
                code=TITLE,
            ),
            models.CheckConstraint(
                name="partnership_commitment_has_unit",
                condition=filled("unit_zh_hans") | filled("unit_en"),
                violation_error_code=UNIT,
                violation_error_message=_(
                    "A figure without a unit says nothing. Write in what the figures are counted, "
                    "for example km."
                ),
            ),
            models.CheckConstraint(
                name="partnership_commitment_target_ahead",
                condition=Q(direction=Direction.UP, target__gt=F("baseline"))
                | Q(direction=Direction.DOWN, target__lt=F("baseline")),
                violation_error_code=TARGET,
                violation_error_message=_(
                    "The target lies on the wrong side of the baseline. Correct one of the two "
                    "figures, or choose the other direction."
                ),
            ),
            models.CheckConstraint(
                name="partnership_commitment_agreed_when",
                condition=Q(state=CommitmentState.PROPOSED, agreed_on__isnull=True)
                | Q(state=CommitmentState.DROPPED)
                | Q(state__in=sorted(AGREED_ONCE), agreed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="partnership_commitment_agreed_in_both_languages",
                condition=Q(agreed_on__isnull=True) | in_both_languages(),
                violation_error_code=BOTH,
                violation_error_message=_(
                    "An agreed commitment is public in Chinese and in English: title, description, "
                    "indicator and unit are needed in both."
                ),
            ),
            models.CheckConstraint(
                name="partnership_commitment_settled_when",
                condition=Q(state=CommitmentState.PROPOSED) | Q(settled_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "due_on"], name="partnership_commitment_of"),
            models.Index(fields=["due_on", "id"], name="partnership_commitment_due"),
        ]

    def __str__(self) -> str:
        columns = (languages.column("title", code) for code in languages.LANGUAGES)
        titles = (self.title, *(getattr(self, column) for column in columns))
        return next(filter(None, titles), f"#{self.pk}")

    @property
    def is_public(self) -> bool:
        return self.agreed_on is not None

    @property
    def has_owner(self) -> bool:
        """The owner takes part, so that there is somebody to report."""
        return self.organisation.standing == Standing.PARTNER

    @property
    def lacks_a_language(self) -> bool:
        columns = (languages.column(name, code) for name in TEXTS for code in languages.LANGUAGES)
        return not all(getattr(self, column) for column in columns)
