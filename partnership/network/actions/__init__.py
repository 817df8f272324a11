"""Deeds of the network: each asks the policy, locks the row, changes it and leaves a trace."""

from partnership.network.actions.enquiries import answer_enquiry, close_enquiry, send_enquiry
from partnership.network.actions.memberships import (
    change_member_role,
    invite_member,
    withdraw_membership,
)
from partnership.network.actions.organisations import (
    create_organisation,
    lock_for_edit,
    settle_edit,
)
from partnership.network.actions.profile import (
    approve_name,
    edit_profile,
    propose_name,
    refuse_name,
)
from partnership.network.actions.requests import (
    approve_request,
    ask_for_membership,
    make_organisation,
    propose_member,
    refuse_request,
)
from partnership.network.actions.standing import (
    add_to_directory,
    change_standing,
    take_from_directory,
)

__all__ = [
    "add_to_directory",
    "answer_enquiry",
    "approve_name",
    "approve_request",
    "ask_for_membership",
    "change_member_role",
    "change_standing",
    "close_enquiry",
    "create_organisation",
    "edit_profile",
    "invite_member",
    "lock_for_edit",
    "make_organisation",
    "propose_member",
    "propose_name",
    "refuse_name",
    "refuse_request",
    "send_enquiry",
    "settle_edit",
    "take_from_directory",
    "withdraw_membership",
]
