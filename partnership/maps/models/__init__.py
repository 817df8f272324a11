"""What the secretariat decides about maps."""

from partnership.maps.models.approved_map import ApprovedMap

__all__ = ["ApprovedMap"]
