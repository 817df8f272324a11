"""What readers are told: that the source is newer than the translation they read."""

from django.db.models import OuterRef, Subquery

from partnership.core import languages
from partnership.translations.models import TranslatedObject


def source_changed_at(kind: str, language: str) -> Subquery:
    """Return the expression for when the source changed of which the public translation into
    `language` does not know; none where the two are in step."""
    rows = TranslatedObject.objects.filter(
        kind=kind, object_id=OuterRef("pk"), source_language=languages.other(language)
    )
    return Subquery(rows.values("behind_since")[:1])
