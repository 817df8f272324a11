"""A file somebody has sent: what it is, whether it was checked, and where it lies."""

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.core.models import TimeStamped
from partnership.documents.checks.kinds import PICTURES, SHEETS, Kind
from partnership.documents.choices import KIND_LABELS, State
from partnership.documents.querysets import StoredFileQuerySet
from partnership.documents.reasons import sentence


def new_token() -> str:
    """Return a name nobody can guess: 128 bits."""
    return secrets.token_hex(16)


class StoredFile(TimeStamped):
    """Lies on disk under `token`, a random name; the name it came with is only a label.

    `facts` is what the check found: the names under which the file can be fetched, and for
    pictures width, height and the widths of the copies. `on_behalf_of` is the key of an
    organisation whose quota the file counts against. `kind` is empty until a check has seen it;
    `kinds` are those it may turn out to be, however long it waits for the check.
    """

    token = models.CharField(_("random name"), max_length=32, unique=True, default=new_token)
    label = models.CharField(_("name it came with"), max_length=120, blank=True)
    kind = models.CharField(
        _("kind"),
        max_length=10,
        choices=[(kind.value, KIND_LABELS[kind]) for kind in Kind],
        blank=True,
    )
    kinds = ArrayField(
        models.CharField(max_length=10),
        verbose_name=_("kinds its door takes"),
        default=list,
        db_default=[],
        blank=True,
        editable=False,
        help_text=_("Empty for any."),
    )
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.QUARANTINED
    )
    reason = models.CharField(_("reason"), max_length=30, blank=True)
    details = models.JSONField(_("details of the reason"), default=dict, blank=True)
    facts = models.JSONField(_("what the check found"), default=dict, blank=True)
    size = models.PositiveBigIntegerField(_("size (bytes)"), validators=[MinValueValidator(1)])
    sha256 = models.CharField(_("fingerprint (SHA-256)"), max_length=64)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="files",
        null=True,
        blank=True,
        verbose_name=_("sent by"),
        help_text=_("Empty for what the portal has made itself."),
    )
    on_behalf_of = models.CharField(_("for the organisation"), max_length=60, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)

    objects: ClassVar = StoredFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        constraints = [
            one_of("state", State, name="documents_file_state_known"),
            models.CheckConstraint(name="documents_file_not_empty", condition=Q(size__gt=0)),
            models.CheckConstraint(
                name="documents_file_available_only_after_check",
                condition=~Q(state=State.AVAILABLE)
                | Q(checked_at__isnull=False, reason="") & Q(kind__in=list(Kind)),
            ),
            models.CheckConstraint(
                name="documents_file_refused_with_reason",
                condition=~Q(state=State.REFUSED) | Q(reason__gt=""),
            ),
        ]
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="documents_file_newest"),
            models.Index(
                fields=["created_at"],
                condition=Q(state=State.QUARANTINED),
                name="documents_file_waiting",
            ),
            models.Index(fields=["on_behalf_of"], name="documents_file_for"),
        ]

    def __str__(self) -> str:
        return self.label or self.token

    @property
    def is_picture(self) -> bool:
        return self.kind in PICTURES

    @property
    def can_be_turned(self) -> bool:
        """A picture, or a PDF: what comes from cameras and scanners."""
        return self.is_available and (self.is_picture or self.kind == Kind.PDF)

    @property
    def is_available(self) -> bool:
        return self.state == State.AVAILABLE

    @property
    def media_type(self) -> str:
        return SHEETS[Kind(self.kind)].media_type

    @property
    def explanation(self) -> str:
        """Why the file is refused and what to do, in the reader's language; empty when it is not."""
        return sentence(self.reason, self.details)

    @property
    def download_name(self) -> str:
        """The label with the ending of what the file is, whatever it was called."""
        ending = str(self.facts["names"][0]).rpartition(".")[2]
        stem = self.label.rpartition(".")[0] or self.label or self.token
        return f"{stem}.{ending}"
