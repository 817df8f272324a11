"""Who looks after the door of an event, and who came."""

from partnership.attendance.models.certificate import Certificate
from partnership.attendance.models.check_in import CheckIn
from partnership.attendance.models.export import Export
from partnership.attendance.models.plan import Plan
from partnership.attendance.models.presence import Presence
from partnership.attendance.models.question import Question
from partnership.attendance.models.response import Answer, EvaluationTurn, Response
from partnership.attendance.models.steward import Steward

__all__ = [
    "Answer",
    "Certificate",
    "CheckIn",
    "EvaluationTurn",
    "Export",
    "Plan",
    "Presence",
    "Question",
    "Response",
    "Steward",
]
