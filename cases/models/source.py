"""What a case's facts were taken from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.choices import SourceType
from cases.models.row import CaseRow
from partnership.core.constraints import one_of
from partnership.core.partial_dates import PartialDateField, well_formed
from partnership.reference.choices import Grade


class CaseSource(CaseRow):
    """A reference. Author, title and container stand as the source gives them, in its language."""

    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="sources")
    key = models.CharField(
        _("key"), max_length=30, help_text=_("Short name within the case, such as s1.")
    )
    type = models.CharField(_("kind"), max_length=20, choices=SourceType.choices)
    author = models.CharField(_("author"), max_length=300, blank=True)
    title = models.CharField(_("title"), max_length=500)
    title_translation = models.CharField(_("title, translated"), max_length=500, blank=True)
    container = models.CharField(_("journal, newspaper or site"), max_length=300, blank=True)
    publisher = models.CharField(_("publisher"), max_length=300, blank=True)
    issued = PartialDateField(_("date of issue"))
    url = models.URLField(_("web address"), max_length=1000, blank=True)
    language = models.CharField(
        _("language of the source"), max_length=10, help_text=_("Code, such as zh, en or vi.")
    )
    grade = models.CharField(_("evidence grade"), max_length=1, choices=Grade.choices)

    class Meta(CaseRow.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *CaseRow.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "key"],
                name="cases_casesource_key",
                violation_error_message=_("Another source of this case has this key."),
            ),
            # What rows refer to together with their case: see the migration on sources.
            models.UniqueConstraint(fields=["case", "id"], name="cases_casesource_of_case"),
            one_of("type", SourceType, name="cases_casesource_type_known"),
            one_of("grade", Grade, name="cases_casesource_grade_known"),
            well_formed("issued", name="cases_casesource_issued_well_formed"),
            models.CheckConstraint(
                name="cases_casesource_web_address",
                condition=Q(url="") | Q(url__regex=r"^https?://"),
                violation_error_message=_("The address must begin with https:// or http://."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("%(name)s: %(value)s") % {"name": self.key, "value": self.title}
