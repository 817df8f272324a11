"""The questions the portal's own texts are asked."""

from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db.models.functions import ExtractYear

from partnership.accounts.models import User
from partnership.core.models.publication import PublicationQuerySet
from partnership.portal.choices import DRAFT_READERS, LISTED_KINDS


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


class PageQuerySet(TextQuerySet):
    """Questions for pages, notices and publications."""

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def listed(self) -> Self:
        """Notices and publications; the other pages have addresses of their own."""
        return self.of_kind(*LISTED_KINDS)
