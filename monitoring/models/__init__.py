"""Trainings in monitoring: what is taught by whom, and what people knew before and after."""

from monitoring.models.score import Score
from monitoring.models.trainer import Trainer
from monitoring.models.training import Training

__all__ = ["Score", "Trainer", "Training"]
