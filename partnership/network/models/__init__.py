"""Organisations, who speaks for them, and what they commit themselves to."""

from partnership.network.models.commitment import Commitment
from partnership.network.models.commitment_report import CommitmentEvidence, CommitmentReport
from partnership.network.models.enquiry import Enquiry
from partnership.network.models.handover import Handover
from partnership.network.models.membership import Membership
from partnership.network.models.membership_request import MembershipRequest
from partnership.network.models.name_change import NameChange
from partnership.network.models.organisation import Organisation
from partnership.network.models.source import OrganisationSource

__all__ = [
    "Commitment",
    "CommitmentEvidence",
    "CommitmentReport",
    "Enquiry",
    "Handover",
    "Membership",
    "MembershipRequest",
    "NameChange",
    "Organisation",
    "OrganisationSource",
]
