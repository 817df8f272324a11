"""Who may do what with translations, and the reason when they may not."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext_lazy as _

from partnership.accounts.models import User
from partnership.core.verdicts import ALLOWED, Verdict
from partnership.translations.choices import EDITORS
from partnership.translations.errors import OwnTranslation

Person = User | AnonymousUser
EDITORS_ONLY = _("Only the secretariat translates, approves and assigns.")


def may_translate(user: Person) -> Verdict:
    """Write drafts, send them to review, assign, hand out files and take them in."""
    is_editor = user.is_authenticated and user.has_role(*EDITORS)
    return ALLOWED if is_editor else Verdict(EDITORS_ONLY)


def may_approve(user: Person, unit: Any) -> Verdict:
    """Where publication needs two people, so does the approval of a translation."""
    translates = may_translate(user)
    if not translates or not settings.TWO_PERSON_PUBLICATION:
        return translates
    is_own = bool(unit.draft) and unit.translator_id == user.pk
    return Verdict(OwnTranslation.message) if is_own else ALLOWED
