"""What the secretariat sends into chat groups about an event: a text to copy, a code to scan."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from partnership.core import languages, qr
from partnership.events.addresses import event_url
from partnership.events.event_page import EventPage
from partnership.events.marks import marked
from partnership.events.models import Event


@dataclass(frozen=True, slots=True)
class Share:
    """In one language: plain text without marks, and the code of the event's address."""

    language: str
    name: str
    text: str
    code: SafeString


def shares_of(event: Event) -> list[Share]:
    """Return what can be shared: every language the event is public in, Chinese first."""
    public = set(event.published_languages)
    return [_share(event, code) for code in languages.LANGUAGES if code in public]


def _share(event: Event, language: str) -> Share:
    address = settings.SITE_URL + event_url(event.slug, language)
    name = dict(settings.LANGUAGES)[language]
    label = _("QR code of the event's page in %(language)s") % {"language": name}
    with override(language):
        page = EventPage.at_present(event)
        facts = [f"{fact['term']}{_colon()}{fact['value']}" for fact in page.facts]
        title = marked(event, page.title)
        lines = [title, page.summary, *facts, page.registration_line, address]
    text = "\n".join(line for line in lines if line)
    return Share(language, name, text, qr.svg(address, label))


def _colon() -> str:
    return "：" if languages.current() == languages.CHINESE else ": "
