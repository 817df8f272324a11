"""Sheets: the fields of a submission, read from a form, checked, and shown to people.

Answers are kept exactly as typed, so that nothing is lost to a wrong date; only submitting asks
whether they are complete.
"""

from partnership.review.sheets.forms import SheetForm
from partnership.review.sheets.length import Whole
from partnership.review.sheets.parts import Answers, Part, Values, path_of
from partnership.review.sheets.problems import Problem
from partnership.review.sheets.sheet import Sheet
from partnership.review.sheets.showing import Line, ShownPart, ShownRow

__all__ = [
    "Answers",
    "Line",
    "Part",
    "Problem",
    "Sheet",
    "SheetForm",
    "ShownPart",
    "ShownRow",
    "Values",
    "Whole",
    "path_of",
]
