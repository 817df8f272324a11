"""Events and registrations in the secretariat's admin."""

from partnership.events.admin.event_messages import EventMessageAdmin
from partnership.events.admin.events import EventAdmin
from partnership.events.admin.registrations import RegistrationAdmin

__all__ = ["EventAdmin", "EventMessageAdmin", "RegistrationAdmin"]
