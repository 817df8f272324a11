"""What is done to outcome documents and projects."""

from roundtables.actions.outcomes import OUTCOMES, publish_outcome
from roundtables.actions.projects import PROJECTS, move_on, publish_project, stop

__all__ = ["OUTCOMES", "PROJECTS", "move_on", "publish_outcome", "publish_project", "stop"]
