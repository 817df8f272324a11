"""Expected refusals around translations."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class SourceChanged(DomainError):
    code = "source-changed"
    message = _(
        "The source text has changed since you opened this page. It now stands beside your text with "
        "the change marked; look through your text and save again. Nothing you typed is lost."
    )


class TextMissing(DomainError):
    code = "text-missing"
    message = _("There is no translation to approve. Write it first.")


class TextRefused(DomainError):
    """The object does not take the text, for instance because it is too long."""

    code = "text-refused"
    message = _("“%(field)s” does not take this text: %(problem)s")


class OwnTranslation(DomainError):
    code = "own-translation"
    message = _("You translated this yourself. Ask a colleague to approve it.")


class NotStale(DomainError):
    code = "not-stale"
    message = _("This translation is not out of date, so there is nothing to confirm.")


class TextIsThere(DomainError):
    code = "text-is-there"
    message = _(
        "There is a translation or a draft. Only what is missing can be declared not needed."
    )


class NotApproved(DomainError):
    code = "translation-not-approved"
    message = _(
        "The source of these translations has changed, or nobody has approved them: %(names)s. "
        "Look through them under “Translation” and approve them first."
    )


class NothingToAssign(DomainError):
    code = "nothing-to-assign"
    message = _(
        "Nothing of what was chosen is left to translate, or all of it is with this person for this "
        "day already."
    )


class NotATranslator(DomainError):
    code = "not-a-translator"
    message = _(
        "Only active people of the secretariat translate here. For others, make a Word file."
    )


class DayOver(DomainError):
    code = "day-over"
    message = _("This day is over. Choose today or a later day.")


class NothingToHandOut(DomainError):
    code = "nothing-to-hand-out"
    message = _(
        "Nothing is left to translate in what was chosen. A file of all texts is made on the page of "
        "each object."
    )


class NotAHandout(DomainError):
    """Not a file this portal has made, or not of this object."""

    code = "not-a-handout"
    message = _(
        "This is no file made here for a translator: the key in its first lines is missing or "
        "changed. Take the translator's file as it was sent out, and do not delete its grey lines."
    )


class OfAnotherObject(DomainError):
    code = "of-another-object"
    message = _("This file belongs to another object: %(title)s. Take it in on that object's page.")


class HandoutDamaged(DomainError):
    code = "handout-damaged"
    message = _(
        "The Word file cannot be read. Open it in Word, save it anew as DOCX and try again."
    )


class NothingChosen(DomainError):
    code = "nothing-chosen"
    message = _("Choose at least one.")
