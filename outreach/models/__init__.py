"""Beach clean-ups and the campaigns they belong to."""

from outreach.models.campaign import Campaign
from outreach.models.cleanup import Cleanup

__all__ = ["Campaign", "Cleanup"]
