"""Questions put to people and sessions."""

from datetime import datetime
from typing import Protocol, Self

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AnonymousUser
from django.db import models

from partnership.accounts.choices import Role


class Holder(Protocol):
    """A person with roles, as the model defines it above this file."""

    pk: int

    def has_role(self, *roles: str) -> bool: ...


class UserQuerySet(models.QuerySet):
    """Questions put to the people with an account."""

    def active(self) -> Self:
        return self.filter(is_active=True)

    def holding(self, role: str) -> Self:
        """Active people who hold `role`."""
        return self.active().filter(roles__contains=[role])

    def visible_to(self, user: Holder | AnonymousUser) -> Self:
        """The secretariat sees everyone, anybody else only themselves."""
        if isinstance(user, AnonymousUser):
            return self.none()
        return self if user.has_role(Role.SECRETARIAT) else self.filter(pk=user.pk)

    def never_signed_in(self) -> Self:
        """No sign-in since the account was made."""
        return self.filter(last_login__isnull=True)

    def invited(self) -> Self:
        """Active people who have not followed their invitation: they have no password yet."""
        return self.active().never_signed_in().filter(password__startswith=UNUSABLE_PASSWORD_PREFIX)

    def deactivated_before(self, moment: datetime) -> Self:
        """Deactivated earlier than `moment` and still holding personal data."""
        return self.filter(deactivated_at__lt=moment, anonymised_at__isnull=True)


class SessionQuerySet(models.QuerySet):
    """Questions put to sessions."""

    def open(self, now: datetime) -> Self:
        return self.filter(expire_date__gt=now)

    def over(self, now: datetime) -> Self:
        return self.filter(expire_date__lte=now)

    def of(self, user: Holder) -> Self:
        return self.filter(user=user).order_by("-seen_at")
