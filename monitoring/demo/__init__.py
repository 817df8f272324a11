"""Trainings, sites, surveys and samples that come with the portal as demo data."""

from monitoring.demo import samples, surveys
from monitoring.demo.trainings import load

__all__ = ["load", "samples", "surveys"]
