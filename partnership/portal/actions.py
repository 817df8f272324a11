"""What is done to pages and news: the deeds of everything published, with the rules for texts."""

from partnership.core import languages
from partnership.core.deeds import Deeds
from partnership.portal import policies
from partnership.portal.errors import BodyMissing, TitleMissing
from partnership.portal.models import PublishedText


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
publish = DEEDS.publish
withdraw = DEEDS.withdraw
mark_as_real = DEEDS.mark_as_real
import_text = DEEDS.import_draft
