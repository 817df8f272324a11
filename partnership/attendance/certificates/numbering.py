"""Numbers of certificates, and the codes by which they are checked."""

import secrets
from typing import Final

from django.db import connection
from django.db.models.functions import Length

from partnership.attendance.models import Certificate

LOCK: Final = 4_617_016  # any number of our own; advisory locks are held until the transaction ends
LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is taken for another
LENGTH: Final = 12  # 60 bits


def lock(year: int) -> None:
    """Let nobody else give numbers of `year` until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, year])


def next_number(year: int) -> str:
    """Return the next free number of `year`. Call it inside the transaction that uses it."""
    lock(year)
    prefix = f"CN-AS-C-{year:04d}-"
    numbers = Certificate.objects.filter(number__startswith=prefix)
    last = numbers.order_by(Length("number").desc(), "-number").first()
    running = int(last.number.removeprefix(prefix)) if last else 0
    return f"{prefix}{running + 1:05d}"


def new_code() -> str:
    """Return a code nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _position in range(LENGTH))


def typed_code(text: str) -> str:
    """Return a code as it is kept: people type small letters, blanks and dashes."""
    return "".join(letter for letter in text.upper() if letter in LETTERS)
