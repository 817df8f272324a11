"""Noticing every way of saving.

What goes through a model is brought in step at once, in the same transaction. What does not is
marked by triggers of the database (see `triggers`) and swept up by the minute.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from partnership.search import readiness
from partnership.search.glossary.sources import NameSource
from partnership.search.glossary.sources import sources as name_sources
from partnership.search.indexing import renaming
from partnership.search.indexing.writing import bring_in_step
from partnership.search.sources import Source, sources


def watch() -> None:
    """Connect to the models of all sources; called once, when all apps have declared theirs."""
    for source in sources():
        if source.model is not None:
            _watch_source(source)
    for names in name_sources():
        for model in names.columns:
            _watch_names(names, model)


def _watch_source(source: Source) -> None:
    def changed(instance: Model, raw: bool = False, **_more: Any) -> None:
        if not raw:  # rows of a fixture refer to others that are not there yet
            bring_in_step(source.kind, [instance.pk])
            readiness.ask_for()

    name = f"search:{source.kind}"
    post_save.connect(changed, sender=source.model, weak=False, dispatch_uid=name)
    post_delete.connect(changed, sender=source.model, weak=False, dispatch_uid=name)


def _watch_names(names: NameSource, model: type[Model]) -> None:
    def renamed(instance: Model, raw: bool = False, **_more: Any) -> None:
        if not raw:
            renaming.mark(instance, names.columns[model])

    name = f"search:names:{model._meta.label}"
    post_save.connect(renamed, sender=model, weak=False, dispatch_uid=name)
