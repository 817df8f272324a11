"""The network in the secretariat's admin."""

from partnership.network.admin.commitments import (
    CommitmentAdmin,
    CommitmentEvidenceAdmin,
    CommitmentReportAdmin,
)
from partnership.network.admin.enquiries import EnquiryAdmin
from partnership.network.admin.members import (
    MembershipAdmin,
    MembershipRequestAdmin,
    NameChangeAdmin,
)
from partnership.network.admin.organisations import OrganisationAdmin

__all__ = [
    "CommitmentAdmin",
    "CommitmentEvidenceAdmin",
    "CommitmentReportAdmin",
    "EnquiryAdmin",
    "MembershipAdmin",
    "MembershipRequestAdmin",
    "NameChangeAdmin",
    "OrganisationAdmin",
]
