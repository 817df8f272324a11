"""Addresses in mails: always on the portal's own host, in the reader's language.

The host comes from SITE_URL, never from the request: a forged Host header must not decide where
a mail of ours points to.
"""

from allauth.account import app_settings
from allauth.account.models import EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import get_random_string

from partnership.accounts.models import User

KEY_LENGTH = 39  # of the generator's keys: time, hyphen, digest


def absolute(name: str, language: str, **kwargs: str) -> str:
    """Return the full address of a page in `language`."""
    with translation.override(language):
        return settings.SITE_URL + reverse(name, kwargs=kwargs)


def set_password(person: User) -> str:
    """Return a link with which `person` sets a password, once and within PASSWORD_RESET_TIMEOUT."""
    key = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    return _password_link(user_pk_to_url_str(person), key, person.language)


def of_nobody(language: str) -> str:
    """Return a link of the same form that opens nothing, for a mail that is not sent."""
    return _password_link("0", get_random_string(KEY_LENGTH), language)


def _password_link(number: str, key: str, language: str) -> str:
    return absolute("account_reset_password_from_key", language, uidb36=number, key=key)


def confirm_address(person: User, confirmation: EmailConfirmationHMAC) -> str:
    """Return a link that shows a button to confirm the address."""
    return absolute("account_confirm_email", person.language, key=confirmation.key)
