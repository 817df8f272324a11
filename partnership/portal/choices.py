"""What the portal's own texts can be, and which roles look after them."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.accounts.choices import Role

EDITORS: Final = frozenset({Role.SECRETARIAT})
PUBLISHERS: Final = frozenset({Role.PUBLISHER})
DRAFT_READERS: Final = EDITORS | PUBLISHERS | {Role.AUDIT_ADMINISTRATOR}


class PageKind(models.TextChoices):
    """Where a page stands: at an address of its own, or in one of the two lists."""

    PAGE = "page", _("Page")
    NOTICE = "notice", _("Notice")
    PUBLICATION = "publication", _("Publication")


LISTED_KINDS: Final = (PageKind.NOTICE, PageKind.PUBLICATION)

NEWS: Final = "news"  # what stands beside the kinds of page where a text's address is made


class PageKey(models.TextChoices):
    """The pages the portal links to by name; each has its view."""

    ABOUT = "about", _("About the partnership")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    PRIVACY = "privacy", _("Privacy notice")
    TERMS = "terms", _("Terms of use")
