"""Messages in the secretariat's admin: what leaves, how it looks, and writing to groups."""

from partnership.notifications.admin import group_messages, outgoing

__all__ = ["group_messages", "outgoing"]  # importing them enters their lists
