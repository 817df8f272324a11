"""The ways into the network."""

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
    "EnquiryForm",
    "JoinForm",
    "LeaveForm",
    "ListingForm",
    "NameForm",
    "NewOrganisationForm",
    "OrganisationForm",
    "ProfileForm",
    "ProposalForm",
    "RoleForm",
]
