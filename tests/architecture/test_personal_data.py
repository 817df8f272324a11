"""No field that looks personal goes undecided, and none is registered that does not exist."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from partnership.accounts.choices import Role
from partnership.core import privacy, retention
from partnership.core.privacy import ONESELF, PersonalField

LOOKS_PERSONAL = re.compile(
    r"(^|_)(e_?mail|phone|mobile|fax|contact|wechat|whatsapp|address|ip|user_agent|browser|birth"
    r"|born|age|gender|sex|nationality|passport|id_card|identity|password|secret|token|person"
    r"|applicant|attendee|participant|guardian|teacher|pupil|leader|speaker|first_name|last_name"
    r"|full_name|given_name|family_name|latin_name|job_title)(_|$)"
)
SEERS = {ONESELF, *Role.values}


def looks_personal(field: models.Field) -> bool:
    """Judge by the name; every column of the user model counts, and so do e-mail fields."""
    if field.primary_key:
        return False
    return (
        field.model._meta.label == settings.AUTH_USER_MODEL
        or isinstance(field, models.EmailField | models.GenericIPAddressField)
        or LOOKS_PERSONAL.search(field.name) is not None
    )


def undecided() -> list[str]:
    return [
        f"{model._meta.label_lower}.{field.name}"
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if looks_personal(field) and not privacy.is_decided(model._meta.label_lower, field.name)
    ]


def registered_in_vain() -> list[str]:
    found = []
    for entry in privacy.registered():
        try:
            apps.get_model(entry.model)._meta.get_field(entry.field)
        except (LookupError, FieldDoesNotExist):
            found.append(f"{entry.model}.{entry.field}")
    return found


def test_every_field_that_looks_personal_is_decided() -> None:
    assert undecided() == [], (
        "Register these fields in the privacy.py of their app (partnership/core/privacy.py says "
        "how), or say there with privacy.not_personal() why they are none."
    )


def test_every_registered_field_exists() -> None:
    assert registered_in_vain() == []


def test_every_entry_is_complete() -> None:
    rules = {rule.name for rule in retention.rules()}
    for entry in privacy.registered():
        assert str(entry.purpose), entry
        assert str(entry.retention), entry
        assert set(entry.seen_by) <= SEERS, entry
        assert not entry.rule or entry.rule in rules, entry


def test_it_notices_a_field_nobody_has_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    left_out = ("accounts.user", "latin_name")
    kept = {key: entry for key, entry in privacy._register.items() if key != left_out}
    monkeypatch.setattr(privacy, "_register", kept)

    assert undecided() == ["accounts.user.latin_name"]


def test_it_notices_an_entry_without_a_field(monkeypatch: pytest.MonkeyPatch) -> None:
    made_up = PersonalField("accounts.user", "shoe_size", "x", "y")
    missing = PersonalField("nothing.here", "name", "x", "y")
    monkeypatch.setattr(privacy, "_register", {("a", "b"): made_up, ("c", "d"): missing})

    assert registered_in_vain() == ["accounts.user.shoe_size", "nothing.here.name"]
