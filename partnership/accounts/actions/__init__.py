"""Deeds on accounts: each asks the policy, locks the row, changes it and leaves a trace."""

from partnership.accounts.actions.addresses import change_address, confirm_address
from partnership.accounts.actions.invitations import invite, send_invitation_again
from partnership.accounts.actions.profile import change_profile
from partnership.accounts.actions.roles import grant_role, withdraw_role
from partnership.accounts.actions.sessions import end_other_sessions, end_session
from partnership.accounts.actions.standing import (
    anonymise,
    deactivate,
    reactivate,
    remove_second_factor,
)

__all__ = [
    "anonymise",
    "change_address",
    "change_profile",
    "confirm_address",
    "deactivate",
    "end_other_sessions",
    "end_session",
    "grant_role",
    "invite",
    "reactivate",
    "remove_second_factor",
    "send_invitation_again",
    "withdraw_role",
]
