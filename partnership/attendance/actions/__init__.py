"""Deeds about attendance: each asks the policy, changes and leaves a trace."""

from partnership.attendance.actions.certifying import (
    incomplete,
    issue,
    issue_next,
    replace,
    revoke,
    uncounted,
    unprintable,
)
from partnership.attendance.actions.checking_in import check_in, take_back, walk_in
from partnership.attendance.actions.counting import count_heads
from partnership.attendance.actions.evaluating import (
    answer,
    begin_evaluation,
    invite_next,
    take_usual_questions,
)
from partnership.attendance.actions.exporting import ask_for, fetch, make_next
from partnership.attendance.actions.noting import fill, note
from partnership.attendance.actions.stewards import name_steward, withdraw_steward

__all__ = [
    "answer",
    "ask_for",
    "begin_evaluation",
    "check_in",
    "count_heads",
    "fetch",
    "fill",
    "incomplete",
    "invite_next",
    "issue",
    "issue_next",
    "make_next",
    "name_steward",
    "note",
    "replace",
    "revoke",
    "take_back",
    "take_usual_questions",
    "uncounted",
    "unprintable",
    "walk_in",
    "withdraw_steward",
]
