"""A file that belongs to a submission: a picture, a permission letter, the signed print."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.documents.choices import Licence, People
from partnership.review.choices import PRINT_SIDE, EnclosureRole
from partnership.review.querysets import EnclosureQuerySet


class Enclosure(models.Model):
    """Who may see the submission may fetch it. What was taken out stays as a row, so that it can
    still be said what a version came with.

    The texts belong to pictures and are in the submission's language. `print_code` and
    `print_version` say which text a signed print shows (`prints.py`); they are empty where it came
    before prints had a code. `turned` is the same file turned, which takes the place of `file` as
    soon as its check is over.
    """

    submission = models.ForeignKey(
        "review.Submission",
        models.CASCADE,
        related_name="enclosures",
        verbose_name=_("submission"),
    )
    role = models.CharField(_("kind of file"), max_length=12, choices=EnclosureRole.choices)
    file = models.OneToOneField(
        "documents.StoredFile", models.PROTECT, related_name="enclosure", verbose_name=_("file")
    )
    caption = models.CharField(
        _("caption"), max_length=300, blank=True, help_text=_("What is shown, where and when.")
    )
    alt_text = models.CharField(
        _("text in place of the picture"),
        max_length=300,
        blank=True,
        help_text=_("What can be seen, for people who do not see it: one or two sentences."),
    )
    photographer = models.CharField(
        _("author"), max_length=120, blank=True, help_text=_("Who took or drew it.")
    )
    licence = models.CharField(_("licence"), max_length=20, choices=Licence.choices, blank=True)
    people = models.CharField(
        _("people"),
        max_length=10,
        choices=People.choices,
        blank=True,
        help_text=_("Look at the picture before you choose. Minors are under 18."),
    )
    turned = models.OneToOneField(
        "documents.StoredFile",
        models.PROTECT,
        related_name="enclosure_turned",
        null=True,
        blank=True,
        verbose_name=_("turned, waiting for its check"),
    )
    print_code = models.CharField(
        _("code of the print"), max_length=14, default="", db_default="", blank=True
    )
    print_version = models.PositiveSmallIntegerField(_("version printed"), null=True, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added"), auto_now_add=True)
    removed_at = models.DateTimeField(_("taken out"), null=True, blank=True)

    objects: ClassVar = EnclosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("enclosure")
        verbose_name_plural = _("enclosures")
        ordering = ["added_at", "pk"]
        constraints = [
            one_of("role", EnclosureRole, name="review_enclosure_role_known"),
            one_of("licence", Licence, name="review_enclosure_licence_known", blank=True),
            one_of("people", People, name="review_enclosure_people_known", blank=True),
            models.CheckConstraint(
                name="review_enclosure_picture_described",
                condition=~Q(role=EnclosureRole.PICTURE)
                | Q(caption__gt="", alt_text__gt="", photographer__gt="", licence__gt=""),
            ),
            models.CheckConstraint(
                name="review_enclosure_print_named",
                condition=Q(print_code="", print_version__isnull=True)
                | Q(role=EnclosureRole.SIGNED, print_code__gt="", print_version__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.file)

    @property
    def is_signed_print(self) -> bool:
        return self.role == EnclosureRole.SIGNED

    @property
    def sides(self) -> tuple[int, int]:
        """Width and height of a picture in pixels; zero for a file that is none."""
        facts = self.file.facts
        return (facts.get("width", 0), facts.get("height", 0))

    @property
    def is_small_for_print(self) -> bool:
        """A picture that the printed collection cannot show across a page."""
        is_picture = self.role == EnclosureRole.PICTURE and any(self.sides)
        return is_picture and max(self.sides) < PRINT_SIDE

    @property
    def may_be_turned(self) -> bool:
        """A picture or PDF that is here and is not being turned already."""
        return self.file.can_be_turned and self.turned_id is None

    @property
    def thumbnail(self) -> str:
        """The name of the smallest copy of a picture; empty for a file that has none."""
        widths = self.file.facts.get("widths") if self.file.is_available else None
        return f"{widths[0]}.webp" if widths else ""
