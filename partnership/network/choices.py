"""What an organisation can be, and how far the secretariat knows it."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import Role

EDITORS: Final = frozenset({Role.SECRETARIAT})
READERS: Final = EDITORS | {Role.PUBLISHER, Role.AUDIT_ADMINISTRATOR}


class OrganisationType(models.TextChoices):
    """What kind of body speaks."""

    CITY_GOVERNMENT = "city-government", _("City government or its department")
    PROVINCE = "province", _("Province or its department")
    MINISTRY = "ministry", _("Ministry or national authority")
    CENTRE = "centre", _("Centre of the partnership or under a ministry")
    AGENCY = "agency", _("Developed-country agency")
    INTERNATIONAL = "international", _("International organisation")
    FINANCE = "finance", _("Financial institution")
    PRIVATE = "private", _("Private sector")
    RESEARCH = "research", _("Research institution")
    NGO = "ngo", _("Non-governmental organisation")
    SCHOOL = "school", _("School")
    COMMUNITY = "community", _("Community group")


LOCAL: Final = frozenset({OrganisationType.CITY_GOVERNMENT, OrganisationType.PROVINCE})


class Standing(models.TextChoices):
    """How an organisation stands to the partnership."""

    PROPOSED = "proposed", pgettext_lazy("organisation", "Proposed, not yet checked")
    PUBLIC_INFORMATION = (
        "public-information",
        pgettext_lazy("organisation", "Public information, not a partner"),
    )
    PARTNER = "partner", pgettext_lazy("organisation", "Partner")
    CLOSED = "closed", pgettext_lazy("organisation", "No longer takes part")


TRANSITIONS: Final[dict[Standing, frozenset[Standing]]] = {
    Standing.PROPOSED: frozenset({Standing.PUBLIC_INFORMATION, Standing.PARTNER, Standing.CLOSED}),
    Standing.PUBLIC_INFORMATION: frozenset({Standing.PARTNER, Standing.CLOSED}),
    Standing.PARTNER: frozenset({Standing.CLOSED}),
    Standing.CLOSED: frozenset({Standing.PARTNER, Standing.PUBLIC_INFORMATION}),
}
LISTABLE: Final = frozenset({Standing.PUBLIC_INFORMATION, Standing.PARTNER})


class RequestState(models.TextChoices):
    """How far the secretariat is with what was asked of it."""

    OPEN = "open", pgettext_lazy("request", "open")
    APPROVED = "approved", pgettext_lazy("request", "approved")
    REFUSED = "refused", pgettext_lazy("request", "refused")


class EnquiryKind(models.TextChoices):
    """What somebody writes to the secretariat about."""

    CONTACT = "contact", pgettext_lazy("enquiry", "A message to the secretariat")
    QUESTION = "question", pgettext_lazy("enquiry", "A question")
    ERROR = "error", pgettext_lazy("enquiry", "An error on a page")


class EnquiryState(models.TextChoices):
    """How far the secretariat is with a message."""

    OPEN = "open", pgettext_lazy("enquiry", "open")
    ANSWERED = "answered", pgettext_lazy("enquiry", "answered")
    CLOSED = "closed", pgettext_lazy("enquiry", "closed without an answer")
