"""Monitoring in the secretariat's admin: what trainings add to events, sites and surveys."""

from monitoring.admin import reports, surveys, trainings

__all__ = ["reports", "surveys", "trainings"]
