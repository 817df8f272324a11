"""The time zones events take place in: those of the portal's list."""

from partnership.reference.zones import BEIJING, ZONES, zone

__all__ = ["BEIJING", "ZONES", "zone"]
