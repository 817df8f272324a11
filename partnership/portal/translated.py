"""The texts of pages and news whose translations are watched."""

from partnership.core import languages
from partnership.core.models.publication import publication_field
from partnership.portal import actions
from partnership.portal.models import News, Page
from partnership.translations.declared import Part, Translated, register

for kind, model in (("page", Page), ("news", News)):
    register(
        Translated(
            kind=kind,
            plural=model._meta.verbose_name_plural or "",
            parts=(Part(model, ("title", "summary", "body")),),
            title="title",
            source_language=lambda text: text.source_language,
            is_public=lambda text, language: text.published_at(language) is not None,
            lock=actions.lock_for_edit,
            settle=actions.settle_edit,
            rank=30,
            described_by=(
                "source_language",
                *(publication_field(code) for code in languages.LANGUAGES),
            ),
        )
    )
