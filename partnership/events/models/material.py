"""What there is to read, before an event or after it."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import in_some_language, one_of
from partnership.events.choices import MaterialKind


class Material(models.Model):
    """A file that has been checked, or a link; public together with its event, minutes once it is
    over."""

    event = models.ForeignKey(
        "events.Event", models.CASCADE, verbose_name=_("event"), related_name="materials"
    )
    session = models.ForeignKey(
        "events.Session",
        models.SET_NULL,
        verbose_name=pgettext_lazy("event", "session"),
        related_name="materials",
        null=True,
        blank=True,
        help_text=_("Empty: of the whole event."),
    )
    kind = models.CharField(
        pgettext_lazy("material", "kind"),
        max_length=12,
        choices=MaterialKind.choices,
        default=MaterialKind.DOCUMENT,
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("file"),
        related_name="event_materials",
        null=True,
        blank=True,
    )
    url = models.URLField(
        pgettext_lazy("material", "link"),
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("Instead of a file: the address of a page or recording."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = pgettext_lazy("event", "material")
        verbose_name_plural = pgettext_lazy("event", "materials")
        ordering = ["order", "pk"]
        constraints = [
            one_of("kind", MaterialKind, name="events_material_kind_known"),
            in_some_language("title", name="events_material_titled"),
            models.CheckConstraint(
                name="events_material_file_or_link",
                condition=Q(file__isnull=False, url="") | Q(file__isnull=True) & ~Q(url=""),
                violation_error_message=_("Choose a file or give a link, one of the two."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"#{self.pk}"
