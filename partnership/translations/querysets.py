"""The questions translations are asked."""

from datetime import datetime, timedelta
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.snippets import stands_in_either_language
from partnership.translations.choices import OPEN, READERS, STALE_DAYS, TO_TRANSLATE, State

Person = User | AnonymousUser


class TranslatedObjectQuerySet(models.QuerySet):
    def visible_to(self, user: Person) -> Self:
        """Staff see every object, nobody else any."""
        return self if user.is_authenticated and user.has_role(*READERS) else self.none()

    def in_state(self, state: State) -> Self:
        """With at least one text in this state."""
        return self.filter(**{f"{state.replace('-', '_')}__gt": 0})

    def late(self, now: datetime | None = None) -> Self:
        """With a text that has been out of date for over fourteen days."""
        before = (now or timezone.now()) - timedelta(days=STALE_DAYS)
        return self.filter(stale_since__lt=before)

    def into(self, language: str) -> Self:
        return self.filter(source_language=languages.other(language))

    def assigned_to(self, person: User) -> Self:
        """With open texts that `person` is to translate."""
        own = Q(units__assigned_to=person, units__state__in=TO_TRANSLATE)
        return self.filter(pk__in=self.model._base_manager.filter(own).values("pk"))

    def called(self, text: str) -> Self:
        """With `text` in a title, in either language."""
        return self.filter(stands_in_either_language(["title"], text))

    def behind(self) -> Self:
        """Public translations that do not know of a change of their source."""
        return self.filter(behind_since__isnull=False)

    def most_urgent_first(self) -> Self:
        return self.order_by(models.F("stale_since").asc(nulls_last=True), "pk")


class UnitQuerySet(models.QuerySet):
    def to_translate(self) -> Self:
        return self.filter(state__in=TO_TRANSLATE)

    def assigned_to(self, person: User) -> Self:
        """What `person` still has to translate."""
        return self.filter(assigned_to=person).to_translate()

    def worth_showing(self) -> Self:
        """What somebody has to act on or look at."""
        return self.filter(Q(state__in=OPEN) | Q(is_behind=True) | Q(warnings__gt=0)).exclude(
            source_now="", text_now="", draft=""
        )
