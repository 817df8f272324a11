"""What stewards and the secretariat type."""

from partnership.attendance.forms.door import CountForm, WalkInForm

__all__ = ["CountForm", "WalkInForm"]
