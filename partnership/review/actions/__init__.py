"""What is done with submissions. Every deed locks the row, asks the policy and the table of
transitions, and leaves a trace; it returns what it changed as it now is."""

from partnership.review.actions.comments import answer, comment, delete_comment
from partnership.review.actions.decisions import (
    accept,
    decline,
    put_on_notice,
    return_for_changes,
    take,
    withdraw,
)
from partnership.review.actions.enclosing import enclose, settle_turn, take_out, turn
from partnership.review.actions.endorsement import endorse, refuse_endorsement
from partnership.review.actions.experts import assign, recommend, release
from partnership.review.actions.publication import mark_published, require_publishable
from partnership.review.actions.reminding import remind
from partnership.review.actions.writing import (
    begin,
    begin_many,
    discard,
    discard_abandoned,
    save_answers,
    submit,
    tell_together,
)

__all__ = [
    "accept",
    "answer",
    "assign",
    "begin",
    "begin_many",
    "comment",
    "decline",
    "delete_comment",
    "discard",
    "discard_abandoned",
    "enclose",
    "endorse",
    "mark_published",
    "put_on_notice",
    "recommend",
    "refuse_endorsement",
    "release",
    "remind",
    "require_publishable",
    "return_for_changes",
    "save_answers",
    "settle_turn",
    "submit",
    "take",
    "take_out",
    "tell_together",
    "turn",
    "withdraw",
]
