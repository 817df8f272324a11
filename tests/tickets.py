"""Tickets as a patient visitor's browser would send them."""

import time

from partnership.core import tickets
from partnership.core.tickets import Ticket


def solved(purpose: str, *, age: float = 60.0) -> dict[str, str]:
    """Return the fields of a form opened `age` seconds ago whose calculation is done."""
    made = time.time() - age
    text = tickets.signing.dumps([purpose, made, tickets.new_reference(), False], salt=tickets.SALT)
    ticket = Ticket.read(text, purpose)
    assert ticket is not None
    return {"ticket": text, "proof": ticket.solve(), "fax": ""}
