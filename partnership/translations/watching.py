"""Noticing every save, in the same transaction.

What is written past the models (bulk updates, fixtures, statements) is found by the audit at night.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from partnership.translations import declared, following, texts, together
from partnership.translations.declared import Part, Translated
from partnership.translations.models import TranslatedObject


def watch() -> None:
    """Connect to all models that are declared; called once, when all apps have declared theirs."""
    for part in declared.parts():
        name = f"translations:{part.label}"
        post_save.connect(saved, sender=part.model, dispatch_uid=name)
        post_delete.connect(deleted, sender=part.model, dispatch_uid=name)


def saved(
    sender: type[Model],
    instance: Model,
    created: bool,
    raw: bool = False,
    update_fields: Collection[str] | None = None,
    **_more: Any,
) -> None:
    """Follow what was saved; a save of other columns alone is none of our business."""
    kind, part = declared.of_model(sender)
    if raw or (update_fields is not None and not _concerns(kind, part, update_fields)):
        return
    if together.noted(kind, part, instance):
        return
    is_whole = update_fields is None and not instance.get_deferred_fields()
    row = texts.of_instance(part, instance) if is_whole else None
    if row is None:
        (row,) = texts.of_keys(part, [instance.pk])
    thing = None
    if not part.owner:
        thing = instance if is_whole else kind.model._base_manager.get(pk=instance.pk)
    following.follow(kind, part, row, thing, is_new=created)


def deleted(sender: type[Model], instance: Model, **_more: Any) -> None:
    kind, part = declared.of_model(sender)
    if part.owner:
        following.forget_row(part, int(instance.pk))
    else:
        TranslatedObject.objects.filter(kind=kind.kind, object_id=instance.pk).delete()


def _concerns(kind: Translated, part: Part, names: Collection[str]) -> bool:
    """Texts, and of the object itself what language and publication follow from."""
    watched = {*part.columns(), *part.fields}
    if not part.owner:
        watched.update(kind.described_by)
    return not watched.isdisjoint(names)
