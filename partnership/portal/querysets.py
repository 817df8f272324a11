"""The questions the portal's own texts are asked."""

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import ExtractYear

from partnership.accounts.models import User
from partnership.core import languages
from partnership.core.models.publication import PublicationQuerySet
from partnership.portal.choices import DRAFT_READERS, LISTED_KINDS, NEWS
from partnership.portal.headlines import Headline, headlines_of, reading_of


class TextQuerySet(PublicationQuerySet):
    """Questions for pages and news alike."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """What `user` may look at: staff everything, everyone else what is public."""
        if user.is_authenticated and user.has_role(*DRAFT_READERS):
            return self
        return self.published()

    def newest_first(self) -> Self:
        """By the date readers see; the index has exactly this order."""
        return self.order_by("-date", "-pk")

    def dated_in(self, year: int) -> Self:
        return self.filter(date__year=year)

    def years(self) -> list[int]:
        """Return the years for which there is something, the latest first."""
        found = self.order_by().annotate(year=ExtractYear("date")).values_list("year", flat=True)
        return sorted(set(found.distinct()), reverse=True)

    def headlines(self, language: str | None = None) -> list[Headline]:
        """Return light rows for lists, by one query."""
        return headlines_of(self, language or languages.current())

    def reading(self, key: str, language: str | None = None) -> tuple[Headline, str] | None:
        """Return the public text called `key`: its headline, and its body if there is one."""
        return reading_of(self.published(), key, language or languages.current())

    def kind_of_text(self) -> Combinable:
        """Return the expression for what `addresses.text_url` calls the kind."""
        return Value(NEWS)


class PageQuerySet(TextQuerySet):
    """Questions for pages, notices and publications."""

    def kind_of_text(self) -> Combinable:
        return F("kind")

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def listed(self) -> Self:
        """Notices and publications; the other pages have addresses of their own."""
        return self.of_kind(*LISTED_KINDS)
