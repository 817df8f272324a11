"""People with an account and their sessions."""

from partnership.accounts.models.former_password import FormerPassword
from partnership.accounts.models.session import Session
from partnership.accounts.models.user import User, UserManager

__all__ = ["FormerPassword", "Session", "User", "UserManager"]
