"""Tickets of public forms: what keeps machines out without asking people to prove anything.

A form carries a signed ticket with the time it was made. It is of one use, and a script of ours
does a small calculation on it (SHA-256 of ticket and number begins with some zero bits). Where no
script runs, the form is shown once more with a slow ticket that counts after a while only. Who
waits gets through; a thousand posts from one network do not.
"""

import hashlib
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Final, Self

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext_lazy as _

from partnership.core import client_address
from partnership.core.errors import DomainError
from partnership.core.models import SpentTicket

SALT: Final = "core.tickets"
ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else
NONCE_LENGTH: Final = 10
SOONEST: Final = 3.0  # seconds after the form was made
SOONEST_WITHOUT_PROOF: Final = 20.0
LATEST: Final = timedelta(hours=2).total_seconds()
LONGEST_PROOF: Final = 12  # digits
COUNTED_FOR: Final = timedelta(hours=1)


class AlreadySent(DomainError):
    """The same form came a second time: a double click, a reload."""

    code = "already-sent"
    message = _("We have this already. You need not send it again.")


@dataclass(frozen=True, slots=True)
class Ticket:
    """A ticket that is ours. `age` is in seconds; a slow one needs no proof."""

    text: str
    purpose: str
    nonce: str
    age: float
    is_slow: bool

    @classmethod
    def read(cls, text: str, purpose: str) -> Self | None:
        """Return the ticket; None when it is not ours or was made for another form."""
        try:
            made_for, made_at, nonce, is_slow = signing.loads(text, salt=SALT)
        except (signing.BadSignature, ValueError):
            return None
        if made_for != purpose:
            return None
        return cls(text, purpose, nonce, time.time() - made_at, is_slow)

    def has_proof(self, proof: str) -> bool:
        """Tell whether somebody has done the calculation."""
        if not proof or len(proof) > LONGEST_PROOF:
            return False
        digest = hashlib.sha256(f"{self.text}:{proof}".encode()).digest()
        return int.from_bytes(digest) >> (256 - settings.PROOF_OF_WORK_BITS) == 0

    def solve(self) -> str:
        """Do the calculation, as the script in the browser does."""
        return next(proof for proof in map(str, count()) if self.has_proof(proof))


def issue(purpose: str, *, is_slow: bool = False) -> str:
    """Return a new ticket for the form called `purpose`."""
    return signing.dumps([purpose, time.time(), new_reference(), is_slow], salt=SALT)


def new_reference() -> str:
    """Return a short text that people can read out and that nobody can guess."""
    return get_random_string(NONCE_LENGTH, ALPHABET)


def spend(ticket: Ticket, request: HttpRequest | None = None) -> None:
    """Use the ticket up, inside the transaction of the deed the form asks for.

    Without a request it is one of the staff's forms, which nobody counts.
    Raises AlreadySent when it was used before, by a request at the same moment, too.
    """
    try:
        with transaction.atomic():
            SpentTicket.objects.create(
                nonce=ticket.nonce,
                purpose=ticket.purpose,
                network=_network(request) if request else "",
                spent_at=timezone.now(),
            )
    except IntegrityError as refused:
        raise AlreadySent from refused


def is_spent(ticket: Ticket) -> bool:
    return SpentTicket.objects.filter(nonce=ticket.nonce).exists()


def are_too_many(request: HttpRequest) -> bool:
    """Tell whether this network, or all together, have sent as much as people do in an hour."""
    recent = _recent()
    of_network = recent.filter(network=_network(request))
    return (
        of_network.count() >= settings.PUBLIC_FORMS_PER_NETWORK
        or recent.count() >= settings.PUBLIC_FORMS_IN_ALL
    )


def are_more_than(most: int, request: HttpRequest, purpose: str) -> bool:
    """Tell whether this network has sent one form `most` times within the hour."""
    return _recent().filter(network=_network(request), purpose=purpose).count() >= most


def _recent() -> QuerySet[SpentTicket]:
    since = timezone.now() - COUNTED_FOR
    return SpentTicket.objects.filter(spent_at__gt=since).exclude(network="")


def over(now: datetime) -> QuerySet[SpentTicket]:
    """Return the tickets that count for nothing any more."""
    return SpentTicket.objects.filter(spent_at__lt=now - timedelta(days=1))


def _network(request: HttpRequest) -> str:
    return salted_hmac(SALT, client_address.network_of(request)).hexdigest()
