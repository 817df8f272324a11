"""Trainings, sites, surveys, samples and reports that come with the portal as demo data."""

from monitoring.demo import reports, samples, surveys
from monitoring.demo.trainings import load
from monitoring.results.renewing import renew

__all__ = ["load", "renew", "reports", "samples", "surveys"]
