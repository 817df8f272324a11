"""Public pages of the case collection."""

from cases.views.detail import detail, numbered
from cases.views.listing import case_list
from cases.views.papers import pdf, print_view
from cases.views.side_by_side import side_by_side

__all__ = ["case_list", "detail", "numbered", "pdf", "print_view", "side_by_side"]
