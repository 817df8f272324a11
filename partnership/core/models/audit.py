"""The audit trail: who did what to what, when, and what it was before and after."""

import uuid
from typing import ClassVar, Self

from django.apps import apps
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partnership.core.choices import Verb

SYSTEM = "system"  # the actor when the clock acts
DEMO = "演示数据 Demo data"  # the actor of content that comes with the portal


class AuditQuerySet(models.QuerySet["AuditEvent"]):
    """Questions put to the trail."""

    def about(self, target: models.Model) -> Self:
        """Everything that happened to one object, newest first."""
        return self.filter(
            target_type=target._meta.label_lower, target_id=str(target.pk)
        ).newest_first()

    def newest_first(self) -> Self:
        return self.order_by("-occurred_at", "-id")


class AuditEvent(models.Model):
    """One deed. Holds no foreign key, so history never blocks or follows a deletion.

    The table is partitioned by month and made by a migration of its own (`managed = False`):
    the database refuses to change, delete or truncate its rows; only whole months go, and
    never one younger than 184 days.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    occurred_at = models.DateTimeField(_("time"))
    actor_id = models.CharField(_("person's number"), max_length=40, blank=True)
    actor_label = models.CharField(_("person"), max_length=200, blank=True)
    verb = models.CharField(_("what happened"), max_length=40, choices=Verb.choices)
    target_type = models.CharField(_("kind of object"), max_length=100, blank=True)
    target_id = models.CharField(_("object's number"), max_length=60, blank=True)
    target_label = models.CharField(_("object"), max_length=300, blank=True)
    changes = models.JSONField(_("before and after"), default=dict)
    note = models.TextField(_("note"), blank=True)
    request_id = models.CharField(_("request"), max_length=40, blank=True)

    objects: ClassVar = AuditQuerySet.as_manager()

    class Meta:
        managed = False
        db_table = "core_auditevent"
        verbose_name = _("audit event")
        verbose_name_plural = _("audit trail")

    def __str__(self) -> str:
        return f"{self.occurred_at:%Y-%m-%d %H:%M} {self.actor_name} {self.get_verb_display()} {self.target_label}"

    @property
    def actor_name(self) -> str:
        """Who did it, in the reader's language where it is not a name."""
        if self.actor_label == SYSTEM:
            return gettext("the system")
        return gettext("Demo data") if self.actor_label == DEMO else self.actor_label

    @property
    def model(self) -> type[models.Model] | None:
        """The kind of object it happened to, None when the portal no longer has it."""
        try:
            return apps.get_model(self.target_type)
        except (LookupError, ValueError):
            return None
