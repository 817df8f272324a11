"""Something somebody wrote to the secretariat."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.core.constraints import filled, one_of
from partnership.core.models import TimeStamped
from partnership.network.choices import EnquiryKind, EnquiryState
from partnership.network.member_querysets import EnquiryQuerySet


class Enquiry(TimeStamped):
    """A message, a question or an error on a page. An answer leaves from here; without an address
    there is nobody to answer."""

    reference = models.CharField(_("reference"), max_length=16, unique=True)
    kind = models.CharField(
        pgettext_lazy("enquiry", "kind"), max_length=10, choices=EnquiryKind.choices
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    page = models.CharField(_("page"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        "partnership.Organisation",
        models.PROTECT,
        verbose_name=_("organisation"),
        related_name="enquiries",
        null=True,
        blank=True,
    )
    message = models.TextField(pgettext_lazy("enquiry", "message"))
    state = models.CharField(
        _("state"), max_length=10, choices=EnquiryState.choices, default=EnquiryState.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        verbose_name=_("answered by"),
        related_name="+",
        null=True,
        blank=True,
    )
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects: ClassVar = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        constraints = [
            one_of("kind", EnquiryKind, name="partnership_enquiry_kind_known"),
            one_of("state", EnquiryState, name="partnership_enquiry_state_known"),
            models.CheckConstraint(
                name="partnership_enquiry_can_be_answered",
                condition=Q(kind=EnquiryKind.ERROR) | filled("email"),
                violation_error_message=_("A question needs an address to answer to."),
            ),
            models.CheckConstraint(
                name="partnership_enquiry_answered_by_whom",
                condition=Q(state=EnquiryState.OPEN, decided_by__isnull=True)
                | Q(state=EnquiryState.CLOSED, decided_by__isnull=False)
                | Q(state=EnquiryState.ANSWERED, decided_by__isnull=False)
                & filled("answer", "email"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}".rstrip()
