"""Pages of submissions: for their authors, their reviewers and those who endorse them."""

from partnership.review.views.answering import answer
from partnership.review.views.beginning import begin, new
from partnership.review.views.comparing import compare
from partnership.review.views.editing import edit, keep
from partnership.review.views.enclosing import file, files, take_out, thumbnail, turn
from partnership.review.views.endorsing import endorse
from partnership.review.views.judging import delete_comment, judge, recommend, release
from partnership.review.views.notices import notice, notices
from partnership.review.views.reading import detail, printed
from partnership.review.views.submitting import discard, submit, withdraw

__all__ = [
    "answer",
    "begin",
    "compare",
    "delete_comment",
    "detail",
    "discard",
    "edit",
    "endorse",
    "file",
    "files",
    "judge",
    "keep",
    "new",
    "notice",
    "notices",
    "printed",
    "recommend",
    "release",
    "submit",
    "take_out",
    "thumbnail",
    "turn",
    "withdraw",
]
