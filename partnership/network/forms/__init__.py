"""The ways into the network."""

from partnership.network.forms.commitment_pictures import PictureForm
from partnership.network.forms.commitments import (
    CommitmentForm,
    EvidenceForm,
    ReportForm,
    WithdrawalForm,
)
from partnership.network.forms.enquiries import EnquiryForm
from partnership.network.forms.members import (
    JoinForm,
    LeaveForm,
    ProposalForm,
    RoleForm,
)
from partnership.network.forms.organisations import NewOrganisationForm, OrganisationForm
from partnership.network.forms.profile import ListingForm, NameForm, ProfileForm

__all__ = [
    "CommitmentForm",
    "EnquiryForm",
    "EvidenceForm",
    "JoinForm",
    "LeaveForm",
    "ListingForm",
    "NameForm",
    "NewOrganisationForm",
    "OrganisationForm",
    "PictureForm",
    "ProfileForm",
    "ProposalForm",
    "ReportForm",
    "RoleForm",
    "WithdrawalForm",
]
