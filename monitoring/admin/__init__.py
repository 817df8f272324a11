"""Monitoring in the secretariat's admin: what trainings add to events, sites and surveys."""

from monitoring.admin import annual, reports, surveys, trainings, waste

__all__ = ["annual", "reports", "surveys", "trainings", "waste"]
