"""The register of personal fields: what is kept of people, why, and for how long.

Each app that keeps personal data declares it in its `privacy.py`; the audit trail masks the
values of registered fields.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

_register: dict[tuple[str, str], "PersonalField"] = {}


@dataclass(frozen=True)
class PersonalField:
    """One field of one model that says something about a person.

    `model` is `app_label.modelname`, `retention` a sentence, `retention_days` counts from the
    event the sentence names (None: as long as the account or the object exists).
    """

    model: str
    field: str
    purpose: str | Promise
    retention: str | Promise
    retention_days: int | None = None


def register(*fields: PersonalField) -> None:
    """Enter fields; entering the same field twice replaces the entry."""
    for field in fields:
        _register[field.model.lower(), field.field] = field


def registered() -> tuple[PersonalField, ...]:
    return tuple(_register.values())


def is_personal(model: str, field: str) -> bool:
    """Tell whether `field` of the model labelled `model` is registered."""
    return (model.lower(), field) in _register
