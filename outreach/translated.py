"""The texts a clean-up adds to its event, whose translations are watched with it."""

from outreach.models import Cleanup
from partnership.translations.declared import Part, add_rows

add_rows("event", Part(Cleanup, ("beach", "tide_note", "equipment", "safety_notes"), "event_id"))
