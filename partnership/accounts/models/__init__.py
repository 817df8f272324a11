"""People and what they work as."""

from partnership.accounts.models.user import User

__all__ = ["User"]
