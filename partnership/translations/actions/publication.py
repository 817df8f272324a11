"""What translations have to say before a text becomes public."""

from django.conf import settings
from django.db.models import F, Q

from partnership.core import languages
from partnership.translations.errors import NotApproved
from partnership.translations.models import TranslationUnit


def unapproved(kind: str, key: int, language: str) -> list[str]:
    """Return the names of texts that must not become public in `language` as they are.

    A translation whose source has changed since it was approved never does. One that nobody has
    approved does, because whoever publishes answers for it, unless the setting asks for both.
    """
    units = TranslationUnit.objects.filter(
        translated__kind=kind, translated__object_id=key, language=language
    ).exclude(text_now="")
    refused = Q(is_behind=True)
    if settings.TRANSLATION_APPROVAL:
        refused |= ~Q(text_hash=F("text_now"))
    found = units.filter(refused).select_related("translated", "content_type").order_by("pk")
    return list(dict.fromkeys(unit.label for unit in found))


def require_approved(kind: str, key: int, language: str) -> None:
    names = unapproved(kind, key, language)
    if names:
        separator = "、" if languages.current() == languages.CHINESE else ", "
        raise NotApproved(names=separator.join(names))
