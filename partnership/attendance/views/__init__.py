"""Pages of attendance: the door, the table, certificates, files,
evaluation."""

from partnership.attendance.views.certificates import (
    certificate,
    certificate_by_link,
    certificate_file,
    check,
    own_certificate,
)
from partnership.attendance.views.door import door, walk_in
from partnership.attendance.views.entry import entry
from partnership.attendance.views.evaluation import (
    evaluation_by_link,
    evaluation_csv,
    evaluation_results,
    own_evaluation,
)
from partnership.attendance.views.exports import export_file, exports
from partnership.attendance.views.table import table

__all__ = [
    "certificate",
    "certificate_by_link",
    "certificate_file",
    "check",
    "door",
    "entry",
    "evaluation_by_link",
    "evaluation_csv",
    "evaluation_results",
    "export_file",
    "exports",
    "own_certificate",
    "own_evaluation",
    "table",
    "walk_in",
]
