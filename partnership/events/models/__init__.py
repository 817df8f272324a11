"""Events, and who comes to them."""

from partnership.events.models.access_link import AccessLink
from partnership.events.models.event import Event
from partnership.events.models.group_member import GroupMember
from partnership.events.models.notice import Notice
from partnership.events.models.registration import Registration
from partnership.events.models.seat_hold import SeatHold

__all__ = ["AccessLink", "Event", "GroupMember", "Notice", "Registration", "SeatHold"]
