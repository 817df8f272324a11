"""Editing the words of letters."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core.errors import ChangedMeanwhile
from partnership.nominations import policies
from partnership.nominations.models import LetterTemplate


def lock_template(template: LetterTemplate, *, by: User, version: int) -> LetterTemplate:
    """Return the row locked until the transaction ends, for a form about to save it."""
    policies.may_decide(by).require()
    locked: LetterTemplate = LetterTemplate.objects.select_for_update().get(pk=template.pk)
    if locked.version != version:
        raise ChangedMeanwhile
    return locked


@transaction.atomic
def settle_template(template: LetterTemplate) -> None:
    """Count the edit."""
    locked = LetterTemplate.objects.select_for_update().get(pk=template.pk)
    locked.version += 1
    locked.save()
