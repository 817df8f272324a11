"""Monitoring in the secretariat's admin: what trainings add to events, sites and surveys."""

from monitoring.admin import annual, reports, samples, surveys, trainings, waste

__all__ = ["annual", "reports", "samples", "surveys", "trainings", "waste"]
