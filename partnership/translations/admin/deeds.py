"""What the buttons of a text's form do."""

from collections.abc import Callable
from typing import Final

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.translations import actions
from partnership.translations.actions import Approval
from partnership.translations.models import TranslationUnit

Deed = Callable[[TranslationUnit, QueryDict, User], object]


def _save(unit: TranslationUnit, typed: QueryDict, by: User) -> object:
    return actions.save_draft(unit, **_text(typed), by=by)


def _submit(unit: TranslationUnit, typed: QueryDict, by: User) -> object:
    return actions.send_to_review(unit, **_text(typed), by=by)


def _approve(unit: TranslationUnit, typed: QueryDict, by: User) -> object:
    approval = Approval(unit, typed_text(typed), typed.get("token", ""))
    return actions.approve(unit.translated, [approval], by=by)


def _confirm(unit: TranslationUnit, typed: QueryDict, by: User) -> object:
    return actions.confirm_minor_edit(unit, **_reason(typed), by=by)


def _excuse(unit: TranslationUnit, typed: QueryDict, by: User) -> object:
    return actions.excuse(unit, **_reason(typed), by=by)


def _text(typed: QueryDict) -> dict[str, str]:
    return {
        "text": typed_text(typed),
        "token": typed.get("token", ""),
        "note": typed.get("note", ""),
    }


def typed_text(typed: QueryDict) -> str:
    """Return the text with one line end for a line end, whatever the browser sends."""
    return typed.get("text", "").replace("\r\n", "\n")


def _reason(typed: QueryDict) -> dict[str, str]:
    return {name: typed.get(name, "") for name in ("token", "reason")}


DEEDS: Final[dict[str, tuple[Deed, str | Promise]]] = {
    "save": (_save, _("The draft is saved. Readers see it once it is approved.")),
    "submit": (_submit, _("The draft waits for approval.")),
    "approve": (_approve, _("The translation is approved and stands in the object.")),
    "minor": (_confirm, _("Noted: the translation still holds.")),
    "excuse": (_excuse, _("Noted: no translation is needed.")),
}
