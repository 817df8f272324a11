"""Monitoring in the secretariat's admin: what trainings add to events, sites and surveys."""

from monitoring.admin import surveys, trainings

__all__ = ["surveys", "trainings"]
