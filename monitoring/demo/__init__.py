"""Trainings, sites, surveys, samples, waste profiles and reports that come as demo data."""

from monitoring.demo import annual, reports, samples, surveys, waste
from monitoring.demo.trainings import load
from monitoring.results.renewing import renew

__all__ = ["annual", "load", "renew", "reports", "samples", "surveys", "waste"]
