"""Trainings, sites, surveys on beaches and at sea, samples, waste profiles and reports that come as
demo data."""

from monitoring.demo import annual, reports, samples, sea, surveys, waste
from monitoring.demo.trainings import load
from monitoring.results.renewing import renew

__all__ = ["annual", "load", "renew", "reports", "samples", "sea", "surveys", "waste"]
