"""The second factor: who must have one, how its secrets rest, and that a code counts once."""

import time
from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Final

from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext

from partnership.accounts.choices import STAFF_ROLES
from partnership.accounts.models import User

LAST_STEP: Final = "last_step"


def is_required(user: User) -> bool:
    """Tell whether `user` must have a second factor: whoever holds a staff role."""
    return bool(settings.REQUIRE_STAFF_MFA) and not STAFF_ROLES.isdisjoint(user.roles)


def is_set_up(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def is_missing(user: User) -> bool:
    return is_required(user) and not is_set_up(user)


@transaction.atomic
def spend_code(authenticator: Authenticator) -> bool:
    """Note that the app's code of this moment was used; False if it had been before.

    allauth remembers used codes in the cache, which may be down; this row is not.
    """
    if authenticator.type != Authenticator.Type.TOTP:
        return True
    row = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    step = int(time.time()) // app_settings.TOTP_PERIOD
    if row.data.get(LAST_STEP, 0) >= step:
        return False
    row.data[LAST_STEP] = step
    row.save(update_fields=["data"])
    return True


def _cipher() -> MultiFernet:
    """Return the cipher of the present key that also reads what former keys wrote."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [sha256(f"accounts.second-factor:{key}".encode()).digest() for key in keys]
    return MultiFernet([Fernet(urlsafe_b64encode(digest)) for digest in digests])


class SecondFactorAdapter(DefaultMFAAdapter):
    """allauth's second factor, with secrets encrypted at rest and kept by those who need it."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return gettext("Marine Plastic Reduction Partnership")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not is_required(authenticator.user)
