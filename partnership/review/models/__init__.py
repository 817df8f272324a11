"""Submissions, what was submitted when, which files belong to it, who
judges it, and what was said about which field."""

from partnership.review.models.assignment import ReviewAssignment
from partnership.review.models.comment import FieldComment
from partnership.review.models.enclosure import Enclosure
from partnership.review.models.submission import Submission
from partnership.review.models.version import SubmissionVersion

__all__ = ["Enclosure", "FieldComment", "ReviewAssignment", "Submission", "SubmissionVersion"]
