"""What is done to pages and news: the deeds of everything published, with the rules for texts."""

from django.db import transaction

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.deeds import Deeds
from partnership.portal import policies
from partnership.portal.errors import BodyMissing, TitleMissing
from partnership.portal.models import PublishedText
from partnership.translations import actions as translations


def _require_ready(text: PublishedText, language: str) -> None:
    titles = (getattr(text, languages.column("title", code)) for code in languages.LANGUAGES)
    if not all(title.strip() for title in titles):
        raise TitleMissing
    if not getattr(text, languages.column("body", language)).strip():
        raise BodyMissing


DEEDS = Deeds[PublishedText](
    may_edit=policies.may_edit, may_publish=policies.may_publish, require_ready=_require_ready
)
lock_for_edit = DEEDS.lock_for_edit
settle_edit = DEEDS.settle_edit
withdraw = DEEDS.withdraw
mark_as_real = DEEDS.mark_as_real
import_text = DEEDS.import_draft


@transaction.atomic
def publish(text: PublishedText, language: str, *, by: User) -> PublishedText:
    """Make the text public in `language`; that of a translation answers for it."""
    kind = str(text._meta.model_name)
    translations.require_approved(kind, text.pk, language)
    published = DEEDS.publish(text, language, by=by)
    if language != published.source_language:
        translations.sign_published(kind, text.pk)
    return published
