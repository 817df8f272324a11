"""Organisations and who speaks for them."""

from partnership.network.models.enquiry import Enquiry
from partnership.network.models.membership import Membership
from partnership.network.models.membership_request import MembershipRequest
from partnership.network.models.name_change import NameChange
from partnership.network.models.organisation import Organisation
from partnership.network.models.source import OrganisationSource

__all__ = [
    "Enquiry",
    "Membership",
    "MembershipRequest",
    "NameChange",
    "Organisation",
    "OrganisationSource",
]
