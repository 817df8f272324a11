"""The questions about letters."""

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from partnership.accounts.models import User
from partnership.events.choices import EDITORS
from partnership.network.models import Membership
from partnership.network.roles import Right
from partnership.nominations.choices import LetterKind

Person = User | AnonymousUser


class LetterQuerySet(models.QuerySet):
    """Letters; one whose person was forgotten is a number."""

    def visible_to(self, user: Person) -> Self:
        """The secretariat, the person, and those who hand in for the organisation; what is for a visa
        has the name in the passport, which is no business of the organisation."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*EDITORS):
            return self
        own = Membership.objects.with_right(Right.SUBMIT).of(user).values("organisation")
        of_organisation = Q(organisation__in=own) | Q(registration__hold__organisation__in=own)
        return self.filter(
            Q(registration__person=user.pk) | of_organisation & ~Q(kind=LetterKind.VISA)
        )

    def readable(self) -> Self:
        return self.filter(anonymised_at__isnull=True)

    def newest_first(self) -> Self:
        """With what has taken the place of each."""
        return self.select_related("replaced_by").order_by("-year", "-number")
