"""What was public and has been withdrawn: its address says so to whoever followed a citation."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _


class Gone(Http404):
    """Answered with 410. `number` is what citations call it by, or its name in the address; then
    `what` says of what kind it was. `day` is that of the withdrawal, `reason` what the public is told of
    it in the reader's language, `instead` the number and address of what took its place."""

    def __init__(
        self,
        number: str,
        day: date,
        what: str | Promise = "",
        *,
        reason: str = "",
        instead: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(number)
        self.number = number
        self.day = day
        self.what = what
        self.reason = reason
        self.instead = instead

    @property
    def called(self) -> str:
        """What a sentence calls it."""
        if not self.what:
            return self.number
        return _("%(what)s “%(name)s”") % {"what": self.what, "name": self.number}


def missing(withdrawn: QuerySet, number: object, what: str | Promise = "") -> Http404:
    """Return what to raise where nothing is public: Gone if `withdrawn` has the row that was."""
    moment = withdrawn.values_list("withdrawn_at", flat=True).first()
    return Gone(str(number), timezone.localdate(moment), what) if moment else Http404()
