"""Trainings, sites, surveys and samples that come with the portal as demo data."""

from monitoring.demo import samples, surveys
from monitoring.demo.trainings import load
from monitoring.results.renewing import renew

__all__ = ["load", "renew", "samples", "surveys"]
