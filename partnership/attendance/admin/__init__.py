"""Attendance in the secretariat's admin."""

from partnership.attendance.admin.certificates import CertificateAdmin
from partnership.attendance.admin.plans import PlanAdmin

__all__ = ["CertificateAdmin", "PlanAdmin"]
