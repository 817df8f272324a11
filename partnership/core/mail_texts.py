"""Writing a mail: subject, text, and the same text as HTML, so that the two never differ.

A mail `cases/email/returned` has its templates beside each other: `returned.subject.txt` and
`returned.txt`, which extends mail/frame.txt. What stands in them is set as it is; the HTML part
escapes it. A paragraph that is an address and nothing else is set off.
"""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, engines
from django.template.loader import render_to_string
from django.utils import translation

from partnership.core import languages

ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Written:
    """A finished mail; the subject is one line."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between blank lines."""

    text: str

    @property
    def is_address(self) -> bool:
        return ADDRESS.fullmatch(self.text) is not None


def write(template: str, language: str, context: dict[str, Any]) -> Written:
    """Fill the templates of a mail in `language`."""
    with translation.override(language):
        values = {
            "site_url": settings.SITE_URL,
            "contact_email": settings.CONTACT_EMAIL,
            "language": language,
            **context,
        }
        subject = " ".join(plain(f"{template}.subject.txt", values).split())
        text = plain(f"{template}.txt", values).strip()
        return Written(subject, f"{text}\n", as_html(subject, text))


def plain(template: str, values: dict[str, Any]) -> str:
    """Return a filled text template: nothing is escaped, since it is no HTML."""
    found: Any = engines["django"].get_template(template)
    filled: str = found.template.render(Context(values, autoescape=False))
    return filled


def as_html(subject: str, text: str) -> str:
    """Return the text as the page of a mail, in the active language."""
    page = {
        "subject": subject,
        "paragraphs": [Paragraph(part.strip()) for part in re.split(r"\n\s*\n", text)],
        "language_tag": languages.tag(),
    }
    return render_to_string("mail/page.html", page)
