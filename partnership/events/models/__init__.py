"""Events, and who comes to them."""

from partnership.events.models.access_link import AccessLink
from partnership.events.models.event import Event
from partnership.events.models.event_message import EventMessage
from partnership.events.models.group_member import GroupMember
from partnership.events.models.material import Material
from partnership.events.models.notice import Notice
from partnership.events.models.registration import Registration
from partnership.events.models.reminder import Reminder
from partnership.events.models.seat_hold import SeatHold
from partnership.events.models.session import Session
from partnership.events.models.speaker import Speaker

__all__ = [
    "AccessLink",
    "Event",
    "EventMessage",
    "GroupMember",
    "Material",
    "Notice",
    "Registration",
    "Reminder",
    "SeatHold",
    "Session",
    "Speaker",
]
