"""What a picture still lacks before it may be shown, in sentences that name the cure.

Pure reading; `PictureQuerySet.clear` is the same rule for the database, and a test compares them.
"""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.core import languages
from partnership.documents.choices import SHOWING_PEOPLE, People, State, Use
from partnership.documents.models import Consent, Picture

Gap = str | Promise

WAITING = _("The file is still being checked. Wait until the check is over.")
REFUSED = _("The file was refused. Choose another picture.")
WITHDRAWN = _("The picture was withdrawn. Choose another one, or restore it.")
NO_LICENCE = _("The licence is missing. Choose one from the list.")
NO_ALT_TEXT = {
    languages.CHINESE: _("The text in place of the picture is missing in Chinese. Write it."),
    languages.ENGLISH: _("The text in place of the picture is missing in English. Write it."),
}
NOBODY_LOOKED = _("Nobody has said whether people can be recognised. Look, then choose.")
NO_CONSENT = _("People can be recognised, but there is no consent. Add the record of it.")
CONSENT_OVER = _(
    "A consent does not hold: withdrawn, over, not begun, or not for this use. Add a new one, or "
    "choose another picture."
)
NO_GUARDIAN = _("Minors can be recognised, but no guardian has consented. Add that consent.")


def gaps(picture: Picture, use: str = Use.WEB) -> list[Gap]:
    """Return what forbids to show `picture` for `use`; nothing when it may be shown."""
    return [*_of_file(picture), *_of_texts(picture), *_of_people(picture, use)]


def _of_file(picture: Picture) -> Iterator[Gap]:
    if picture.file.state == State.QUARANTINED:
        yield WAITING
    if picture.file.state == State.REFUSED:
        yield REFUSED
    if picture.is_withdrawn:
        yield WITHDRAWN


def _of_texts(picture: Picture) -> Iterator[Gap]:
    if not picture.licence:
        yield NO_LICENCE
    for language in languages.LANGUAGES:
        if not getattr(picture, languages.column("alt_text", language)):
            yield NO_ALT_TEXT[language]


def _of_people(picture: Picture, use: str) -> Iterator[Gap]:
    if not picture.people:
        yield NOBODY_LOOKED
    if picture.people not in SHOWING_PEOPLE:
        return
    consents: list[Consent] = list(picture.consents.all())
    if not consents:
        yield NO_CONSENT
    if not all(consent.covers(use) for consent in consents):
        yield CONSENT_OVER
    if picture.people == People.MINORS and not any(each.is_by_guardian for each in consents):
        yield NO_GUARDIAN
