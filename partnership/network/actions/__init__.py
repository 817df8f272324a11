"""Deeds of the network: each asks the policy, locks the row, changes it and leaves a trace."""

from partnership.network.actions.commitment_pictures import add_picture
from partnership.network.actions.commitment_reports import (
    accept_evidence,
    accept_report,
    add_evidence,
    ask_for_due_reports,
    ask_for_report,
    correct_report,
    give_report,
    return_report,
    withdraw_evidence,
)
from partnership.network.actions.commitments import (
    change_commitment,
    edit_commitment,
    hand_over,
    lock_commitment,
    propose_commitment,
    settle_commitment,
    withdraw_proposal,
)
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
    "accept_evidence",
    "accept_report",
    "add_evidence",
    "add_picture",
    "add_to_directory",
    "answer_enquiry",
    "approve_name",
    "approve_request",
    "ask_for_due_reports",
    "ask_for_membership",
    "ask_for_report",
    "change_commitment",
    "change_member_role",
    "change_standing",
    "close_enquiry",
    "correct_report",
    "create_organisation",
    "edit_commitment",
    "edit_profile",
    "give_report",
    "hand_over",
    "invite_member",
    "lock_commitment",
    "lock_for_edit",
    "make_organisation",
    "propose_commitment",
    "propose_member",
    "propose_name",
    "refuse_name",
    "refuse_request",
    "return_report",
    "send_enquiry",
    "settle_commitment",
    "settle_edit",
    "take_from_directory",
    "withdraw_evidence",
    "withdraw_membership",
    "withdraw_proposal",
]
