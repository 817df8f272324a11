"""Model relations point downwards, as imports do.

A foreign key given as a string escapes the import contracts; this walk does not.
"""

from collections.abc import Iterable

from django.apps import apps
from django.db import models

LAYERS = (
    ("core",),
    ("reference",),
    ("accounts",),
    ("notifications",),
    ("documents",),
    ("maps",),
    ("translations", "search"),
    ("review",),
    ("partnership",),
    ("events",),
    ("nominations",),
    ("attendance",),
    ("reports",),
    ("roundtables", "monitoring", "outreach"),
    ("cases",),
    ("portal",),
)
RANK = {label: rank for rank, labels in enumerate(LAYERS) for label in labels}


def upward(relations: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the relations (from app, field, to app) that point upwards or sideways."""
    return [
        field
        for source, field, target in relations
        if source != target and RANK[target] >= RANK[source]
    ]


def relations() -> list[tuple[str, str, str]]:
    return [
        (model._meta.app_label, str(field), field.related_model._meta.app_label)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.ManyToManyField)
        and model._meta.app_label in RANK
        and field.related_model._meta.app_label in RANK
    ]


def test_every_app_of_ours_has_a_layer() -> None:
    ours = {
        config.label for config in apps.get_app_configs() if not config.path.count("site-packages")
    }

    assert ours <= RANK.keys()


def test_no_relation_points_upwards_or_sideways() -> None:
    assert upward(relations()) == []


def test_it_notices_a_relation_that_points_upwards_or_sideways() -> None:
    planted = [("core", "a", "cases"), ("roundtables", "b", "outreach"), ("cases", "c", "core")]

    assert upward(planted) == ["a", "b"]
