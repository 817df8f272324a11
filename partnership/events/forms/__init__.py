"""What people type: registering, and coming back to a registration."""

from partnership.events.forms.again import LinkForm
from partnership.events.forms.registering import OwnRegistrationForm, StrangersForm, form_for

__all__ = ["LinkForm", "OwnRegistrationForm", "StrangersForm", "form_for"]
