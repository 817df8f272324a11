"""The register of personal fields: what is kept of people, why, for how long, who may see it.

Each app that keeps personal data declares it in its `privacy.py`, which is found on its own. The
audit trail masks the values of registered fields, and a test fails for a field that looks
personal and is neither registered nor said to be none.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core.choices import DataClass

ONESELF = "oneself"  # in `seen_by`: the person whom the field is about
AUDIT_ADMINISTRATOR = "audit-administrator"

_register: dict[tuple[str, str], "PersonalField"] = {}
_not_personal: dict[tuple[str, str], str] = {}


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One field of one model that says something about a person.

    `model` is `app_label.modelname`; `retention` says in words how long, `retention_days` the same
    as a number that counts from the event the sentence names, `rule` the retention rule that
    carries it out. `seen_by` names roles, and ONESELF. `masked` is false for fields whose values
    the audit trail has to keep, such as roles.
    """

    model: str
    field: str
    purpose: str | Promise
    retention: str | Promise
    retention_days: int | None = None
    rule: str = ""
    category: DataClass = DataClass.ORDINARY
    seen_by: tuple[str, ...] = ()
    masked: bool = True


def register(*fields: PersonalField) -> None:
    """Enter fields; entering the same field twice replaces the entry."""
    for field in fields:
        _register[field.model.lower(), field.field] = field


def not_personal(model: str, field: str, reason: str) -> None:
    """Say why a field that looks personal is none."""
    _not_personal[model.lower(), field] = reason


def registered() -> tuple[PersonalField, ...]:
    return tuple(_register.values())


def is_personal(model: str, field: str) -> bool:
    """Tell whether `field` of the model labelled `model` is registered."""
    return (model.lower(), field) in _register


def is_masked(model: str, field: str) -> bool:
    """Tell whether the audit trail hides the values; a relation may come as its column."""
    key = model.lower()
    entry = _register.get((key, field)) or _register.get((key, field.removesuffix("_id")))
    return entry is not None and entry.masked


def is_decided(model: str, field: str) -> bool:
    """Tell whether somebody has said what `field` is."""
    return is_personal(model, field) or (model.lower(), field) in _not_personal


def _of_the_trail(field: str, category: DataClass) -> PersonalField:
    return PersonalField(
        "core.auditevent",
        field,
        purpose=_("Shows who did what, as the law asks."),
        retention=_("AUDIT_RETENTION_DAYS after the event; never under 184 days."),
        category=category,
        seen_by=(AUDIT_ADMINISTRATOR,),
    )


register(
    _of_the_trail("actor_id", DataClass.ORDINARY),
    _of_the_trail("actor_label", DataClass.ORDINARY),
    _of_the_trail("target_label", DataClass.ORDINARY),
    _of_the_trail("note", DataClass.CONTACT),
)
