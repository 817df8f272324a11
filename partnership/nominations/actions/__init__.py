"""Deeds about nominations. Each locks the event, as every deed about a seat does."""

from partnership.nominations.actions.asking import ask, change_quota, lock_quota, release
from partnership.nominations.actions.deciding import (
    accept,
    decline,
    put_in_reserve,
    return_to_organisation,
)
from partnership.nominations.actions.endorsing import endorse, send_back
from partnership.nominations.actions.filling import add, add_all, edit, move, remove
from partnership.nominations.actions.letter_words import lock_template, settle_template
from partnership.nominations.actions.letters import (
    issue_anew,
    issue_to_organisation,
    issue_to_person,
)
from partnership.nominations.actions.reminding import remind
from partnership.nominations.actions.replacing import propose_substitute, substitute
from partnership.nominations.actions.submitting import submit, withdraw
from partnership.nominations.actions.telling import tell_answers
from partnership.nominations.actions.travel import look_at_travel, write_travel

__all__ = [
    "accept",
    "add",
    "add_all",
    "ask",
    "change_quota",
    "decline",
    "edit",
    "endorse",
    "issue_anew",
    "issue_to_organisation",
    "issue_to_person",
    "lock_quota",
    "lock_template",
    "look_at_travel",
    "move",
    "propose_substitute",
    "put_in_reserve",
    "release",
    "remind",
    "remove",
    "return_to_organisation",
    "send_back",
    "settle_template",
    "submit",
    "substitute",
    "tell_answers",
    "withdraw",
    "write_travel",
]
