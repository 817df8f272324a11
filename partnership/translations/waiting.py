"""What translations ask of the secretariat."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.translations.choices import EDITORS, State
from partnership.translations.models import TranslatedObject


def listed(query: str) -> Callable[[], str]:
    return lambda: f"{reverse('admin:translations_translatedobject_changelist')}?{query}"


def mine(person: Any) -> models.QuerySet:
    return TranslatedObject.objects.assigned_to(person)


register(
    Question(
        title=_("Your texts to translate"),
        advice=_("Objects with texts that were given to you."),
        roles=EDITORS,
        find=mine,
        link=listed("mine=1"),
        rank=12,
        is_personal=True,
    ),
    Question(
        title=_("Public translations behind their source"),
        advice=_("Readers are told that the other language is newer. Bring the text up to date."),
        roles=EDITORS,
        find=TranslatedObject.objects.behind,
        link=listed("behind=1"),
        rank=22,
    ),
    Question(
        title=_("Translations to approve"),
        advice=_("Compare them with their source, then approve."),
        roles=EDITORS,
        find=lambda: TranslatedObject.objects.in_state(State.IN_REVIEW),
        link=listed("state=in-review"),
        rank=23,
    ),
)
