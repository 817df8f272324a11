"""Messages on their way, and the way itself."""

from partnership.notifications.models.channel import Channel
from partnership.notifications.models.outgoing_message import OutgoingMessage

__all__ = ["Channel", "OutgoingMessage"]
