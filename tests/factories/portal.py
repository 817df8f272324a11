"""Pages and news for tests. Factories make drafts; `public` publishes one by the real action."""

import factory
from factory.django import DjangoModelFactory

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.core.languages import LANGUAGES
from partnership.portal import actions
from partnership.portal.models import News, Page, PublishedText

PUBLISHER = User(pk=0, name="Publisher", roles=[Role.SECRETARIAT, Role.PUBLISHER])


class TextFactory(DjangoModelFactory):
    """A draft, complete in both languages."""

    class Meta:
        abstract = True

    key = factory.Sequence(lambda n: f"text-{n}")
    title_zh_hans = factory.Sequence(lambda n: f"标题{n}")
    title_en = factory.Sequence(lambda n: f"Title {n}")
    summary_zh_hans = "摘要。"
    summary_en = "Summary."
    body_zh_hans = "正文。"
    body_en = "Body."


class PageFactory(TextFactory):
    class Meta:
        model = Page


class NewsFactory(TextFactory):
    class Meta:
        model = News


def public(text: PublishedText, *languages: str) -> PublishedText:
    """Publish a draft, in both languages unless some are named."""
    for language in languages or LANGUAGES:
        text = actions.publish(text, language, by=PUBLISHER)
    return text
