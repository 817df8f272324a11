"""A person with an account."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from partnership.accounts.choices import ROLES_THAT_STAND_ALONE, STAFF_ROLES, Role
from partnership.accounts.querysets import UserQuerySet
from partnership.core import languages
from partnership.core.names import tag_of_name
from partnership.reference.zones import ZONES

if TYPE_CHECKING:
    from django.contrib.auth.backends import BaseBackend


class UserManager(BaseUserManager.from_queryset(UserQuerySet)["User"]):  # type: ignore[misc]
    """Creates people; the address is kept in lower case, since it is the name to sign in by."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Create the first person of the secretariat: no account stands above the roles."""
        roles = [Role.SECRETARIAT, Role.PUBLISHER]
        return self.create_user(email, password, **{"roles": roles, **fields})

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


def _roles_stand_alone() -> Q:
    return Q(roles__len__lte=1) | ~Q(roles__overlap=sorted(ROLES_THAT_STAND_ALONE))


class User(AbstractBaseUser):
    """Signs in by e-mail; holds roles; has a language in which the portal speaks to them.

    Permissions come from the roles alone (see `backends`): there are no groups, no permissions
    per person and no superuser.
    """

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=120,
        blank=True,
        help_text=_("As the person writes it."),
    )
    latin_name = models.CharField(
        _("name in Latin letters"),
        max_length=120,
        blank=True,
        help_text=_("For English pages, name badges and certificates, if the name has other ones."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("In which the portal writes to this person."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        choices=list(ZONES.items()),
        blank=True,
        default="",
        db_default="",
        help_text=_("Times of events are shown in it, too."),
    )
    roles = ArrayField(
        models.CharField(max_length=30, choices=Role.choices),
        verbose_name=_("roles"),
        default=list,
        blank=True,
    )
    password_set_at = models.DateTimeField(_("password set"), default=timezone.now)
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)
    deactivated_at = models.DateTimeField(_("deactivated"), null=True, blank=True)
    anonymised_at = models.DateTimeField(_("personal data deleted"), null=True, blank=True)

    # Roles that do not count in this request, because what they require is missing.
    withheld_roles: frozenset[str] = frozenset()

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                name="accounts_user_email_lower_case", condition=Q(email=Lower("email"))
            ),
            models.CheckConstraint(
                name="accounts_user_roles_known", condition=Q(roles__contained_by=Role.values)
            ),
            models.CheckConstraint(
                name="accounts_user_audit_administrator_alone", condition=_roles_stand_alone()
            ),
            models.CheckConstraint(
                name="accounts_user_active_or_since_when_not",
                condition=Q(is_active=True, deactivated_at__isnull=True)
                | Q(is_active=False, deactivated_at__isnull=False),
            ),
            models.CheckConstraint(
                name="accounts_user_anonymised_only_when_deactivated",
                condition=Q(anonymised_at__isnull=True) | Q(is_active=False),
            ),
        ]

    def __str__(self) -> str:
        if self.anonymised_at:
            return _("former account %(number)s") % {"number": self.pk}
        return self.name or self.email

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password)
        self.password_set_at = timezone.now()

    @property
    def is_staff(self) -> bool:
        """May enter the admin."""
        return self.has_role(*STAFF_ROLES)

    @property
    def is_superuser(self) -> bool:
        """Nobody is; libraries ask."""
        return False

    @property
    def name_tag(self) -> str:
        """The value of HTML's `lang` for the name."""
        return tag_of_name(self.name)

    @property
    def role_names(self) -> list[str]:
        """The roles in words, in the table's order."""
        return [str(role.label) for role in Role if role in self.roles]

    def has_role(self, *roles: str) -> bool:
        """Holds at least one of `roles`, and it counts."""
        return not set(roles).isdisjoint(set(self.roles) - self.withheld_roles)

    def name_in(self, language: str) -> str:
        """Return the name for a page in `language`."""
        latin = self.latin_name if language == languages.ENGLISH else ""
        return latin or str(self)

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Ask the authentication backends, as Django's admin and libraries expect."""
        return any(backend.has_perm(self, perm, obj) for backend in _answering("has_perm"))

    def has_perms(self, perm_list: Iterable[str], obj: models.Model | None = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perm_list)

    def has_module_perms(self, app_label: str) -> bool:
        backends: list[Any] = _answering("has_module_perms")
        return any(backend.has_module_perms(self, app_label) for backend in backends)


def _answering(question: str) -> "list[BaseBackend]":
    return [backend for backend in auth.get_backends() if hasattr(backend, question)]
