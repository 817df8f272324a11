"""What the admin's frame and start page show beside the lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from partnership.core.admin import waiting
from partnership.core.admin.confirm import Button
from partnership.core.admin.waiting import Question
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent

RECENT = 8
SHOWN = 3  # rows of a question; the others stand in its list
SIGNING_IN = (Verb.SIGNED_IN, Verb.SIGN_IN_FAILED, Verb.LOCKED_OUT, Verb.SIGNED_OUT)  # no work


@dataclass(frozen=True)
class Shortcut:
    """A kind of object on the start page: its list, and the way to a new one (empty: none)."""

    name: str
    icon: str
    url: str
    add_url: str


@dataclass(frozen=True)
class AtHand:
    """A row that waits, with the buttons of what can be done about it."""

    name: str
    url: str
    buttons: list[Button]


@dataclass(frozen=True)
class Deed:
    """One line of the recent history; `url` is empty when the object cannot be opened."""

    moment: datetime
    actor: str
    verb: str
    target: str
    url: str


def environment(request: HttpRequest) -> list[str] | None:
    """Return the badge in the head of every page: demo data, or nothing in real work."""
    return [_("Demo data"), "warning"] if settings.DEMO else None


def desk(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add what the start page shows."""
    items = waiting.items_for(request.user)  # type: ignore[arg-type]
    context["waiting"] = [replace(item, at_hand=at_hand(request, item.question)) for item in items]
    context["shortcuts"] = list(shortcuts(request))
    context["recent"] = list(recent_deeds(request))
    return context


def at_hand(request: HttpRequest, question: Question) -> list[AtHand]:
    """Return the first rows of a question with their buttons; none where rows have no page."""
    rows = question.first(request.user, SHOWN)  # type: ignore[arg-type]
    if not admin.site.is_registered(rows.model):
        return []
    model_admin: Any = admin.site.get_model_admin(rows.model)
    name = f"admin:{model_admin.opts.app_label}_{model_admin.opts.model_name}_change"
    related = model_admin.list_select_related or ()
    found = []
    for row in rows.select_related(*related):
        url = reverse(name, args=[row.pk])
        deeds = list(model_admin.buttons(request, row, question.deeds)) if question.deeds else []
        buttons = deeds or [Button(_("Open it"), url, language="", is_danger=False)]
        found.append(AtHand(question.called(row), url, buttons))
    return found


def shortcuts(request: HttpRequest) -> Iterator[Shortcut]:
    """Yield the kinds of object the person works on every day."""
    for model_admin in _visible_admins(request):
        if getattr(model_admin, "is_on_desk", False):
            opts = model_admin.opts
            name = f"admin:{opts.app_label}_{opts.model_name}"
            may_add = model_admin.has_add_permission(request)
            yield Shortcut(
                name=str(opts.verbose_name_plural),
                icon=getattr(model_admin, "icon", ""),
                url=reverse(f"{name}_changelist"),
                add_url=reverse(f"{name}_add") if may_add else "",
            )


def recent_deeds(request: HttpRequest) -> Iterator[Deed]:
    """Yield the latest events about the kinds of object that the person may look at."""
    kinds = [model_admin.opts.label_lower for model_admin in _visible_admins(request)]
    deeds = AuditEvent.objects.filter(target_type__in=kinds).exclude(verb__in=SIGNING_IN)
    events = list(deeds.newest_first()[:RECENT])
    names = _present_names(events)
    for event in events:
        name = names.get((event.target_type, event.target_id))
        yield Deed(
            moment=event.occurred_at,
            actor=event.actor_name,
            verb=event.get_verb_display(),
            target=name or event.target_label,
            url=object_url(event) if name else "",
        )


def _present_names(events: list[AuditEvent]) -> dict[tuple[str, str], str]:
    """Return what the objects are called now, in the reader's language; one query a kind."""
    keys: dict[type[models.Model], set[str]] = {}
    for event in events:
        if event.model is not None:
            keys.setdefault(event.model, set()).add(event.target_id)
    return {
        (model._meta.label_lower, str(obj.pk)): str(obj)
        for model, found in keys.items()
        for obj in model._base_manager.filter(pk__in=found)
    }


def object_url(event: AuditEvent, page: str = "change") -> str:
    """Return the admin's page of the object an event is about, empty when there is none."""
    model = event.model
    if not event.target_id or model is None or not admin.site.is_registered(model):
        return ""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(name, args=[event.target_id])


def _visible_admins(request: HttpRequest) -> Iterator[Any]:
    for app in admin.site.get_app_list(request):
        for model in app["models"]:
            yield admin.site.get_model_admin(model["model"])
