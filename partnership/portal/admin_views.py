"""The pages behind the buttons of pages and news."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.core.admin.confirm import ConfirmPage, ReasonForm
from partnership.core.verdicts import Verdict
from partnership.portal import actions, policies
from partnership.portal.models import PublishedText

PUBLISH = {languages.CHINESE: _("Publish in Chinese"), languages.ENGLISH: _("Publish in English")}
WITHDRAW = {
    languages.CHINESE: _("Withdraw the Chinese text"),
    languages.ENGLISH: _("Withdraw the English text"),
}


class OfPublishers(ConfirmPage):
    """What only a publisher decides about a text."""

    def verdict(self, user: Any, obj: PublishedText) -> Verdict:
        return policies.may_publish(user, obj)


class Publish(OfPublishers):
    question = _("Everyone can then read the text in this language, at once.")
    done = _("The text is public.")

    def __init__(self, language: str) -> None:
        self.language, self.label, self.slug = language, PUBLISH[language], f"publish-{language}"

    def is_offered(self, obj: PublishedText) -> bool:
        return obj.published_at(self.language) is None

    def perform(self, obj: PublishedText, *, by: Any, **typed: Any) -> None:
        actions.publish(obj, self.language, by=by)


class Withdraw(OfPublishers):
    question = _("Nobody outside can then read the text in this language.")
    done = _("The text is no longer public.")
    form_class = ReasonForm
    is_danger = True

    def __init__(self, language: str) -> None:
        self.language, self.label, self.slug = language, WITHDRAW[language], f"withdraw-{language}"

    def is_offered(self, obj: PublishedText) -> bool:
        return obj.published_at(self.language) is not None

    def perform(self, obj: PublishedText, *, by: Any, **typed: Any) -> None:
        actions.withdraw(obj, self.language, by=by, reason=typed["reason"])


class MarkAsReal(OfPublishers):
    slug = "mark-as-real"
    label = _("Take the demo mark off")
    question = _("The text is then shown without the mark “Demo data”: you answer for it.")
    done = _("The text no longer carries the demo mark.")
    form_class = ReasonForm

    def is_offered(self, obj: PublishedText) -> bool:
        return obj.is_demo

    def perform(self, obj: PublishedText, *, by: Any, **typed: Any) -> None:
        actions.mark_as_real(obj, by=by, reason=typed["reason"])


CONFIRM_PAGES = (
    *(page(language) for language in languages.LANGUAGES for page in (Publish, Withdraw)),
    MarkAsReal(),
)
