"""Case numbers: CN-AS, the year, a running number."""

from django.db import connection
from django.db.models.functions import Length

from cases.models import Case

LOCK = 4_617_001  # any number of our own; advisory locks are held until the transaction ends


def next_number(year: int) -> str:
    """Return the next free number of `year`. Call it inside the transaction that uses it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, year])
    prefix = f"CN-AS-{year:04d}-"
    numbers = Case.objects.filter(number__startswith=prefix)
    last = numbers.order_by(Length("number").desc(), "-number").first()
    running = int(last.number.removeprefix(prefix)) if last else 0
    return f"{prefix}{running + 1:03d}"
