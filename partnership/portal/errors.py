"""Refusals about the portal's own texts."""

from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError


class TitleMissing(DomainError):
    code = "title-missing"
    message = _("A public text needs a title in both languages. Add the missing title.")


class BodyMissing(DomainError):
    code = "body-missing"
    message = _("There is no text in this language yet. Write it, then publish.")
