"""What is kept of people in submissions stands in the register, and so does everybody who reads it."""

from django.apps import apps
from django.db import models

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core import privacy


def seen_by(model: str, field: str) -> set[str]:
    entries = {(entry.model, entry.field): entry for entry in privacy.registered()}
    return set(entries[f"review.{model}", field].seen_by)


def test_every_person_and_every_free_text_is_registered() -> None:
    left_out = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("review").get_models()
        for field in model._meta.concrete_fields
        if (field.related_model is User or isinstance(field, models.TextField))
        and not privacy.is_personal(model._meta.label_lower, field.name)
    ]

    assert left_out == []


def test_the_register_names_everybody_who_reads_answers_and_files() -> None:
    for field in (
        ("submission", "answers"),
        ("submissionversion", "answers"),
        ("enclosure", "file"),
        ("enclosure", "photographer"),
    ):
        assert seen_by(*field) == {privacy.ONESELF, *Role.values}


def test_the_register_keeps_reviews_from_the_authors_side() -> None:
    for field in ("reviewer", "remark", "released_because"):
        assert Role.MEMBER not in seen_by("reviewassignment", field)
