"""Writing what is told in a person's language, and its title in both."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from partnership.accounts.models import User
from partnership.core import languages, mail_texts
from partnership.core.mail_texts import Written
from partnership.notifications.registry import Context, Kind

Page = Callable[[], str]  # the path of what it is about, in the active language


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands in the portal's list, in one language."""

    title: str
    path: str


def mail(kind: Kind, person: User, page: Page, context: Context) -> Written:
    """Write the mail, with the address of `page` as `link`."""
    with translation.override(person.language):
        values = {"person": person, "link": settings.SITE_URL + page(), **context}
        if kind.is_optional:
            values["choices_link"] = settings.SITE_URL + reverse("notifications:preferences")
        return mail_texts.write(kind.template, person.language, values)


def headlines(kind: Kind, person: User, page: Page, context: Context) -> dict[str, Headline]:
    """Return title and path by language; the title is the subject of the mail."""
    return {
        language: _headline(kind, person, page, context, language)
        for language in languages.LANGUAGES
    }


def _headline(kind: Kind, person: User, page: Page, context: Context, language: str) -> Headline:
    with translation.override(language):
        values = {"person": person, "language": language, **context}
        title = mail_texts.plain(f"{kind.template}.subject.txt", values)
        return Headline(" ".join(title.split()), page())
