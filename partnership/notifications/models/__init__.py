"""Messages on their way, the way itself, and what people find in the portal."""

from partnership.notifications.models.channel import Channel
from partnership.notifications.models.group_message import GroupMessage
from partnership.notifications.models.notification import Notification
from partnership.notifications.models.outgoing_message import OutgoingMessage
from partnership.notifications.models.preference import Preference

__all__ = ["Channel", "GroupMessage", "Notification", "OutgoingMessage", "Preference"]
