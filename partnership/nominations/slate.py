"""What the page of an organisation's list shows, to whoever looks at it."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partnership.accounts.models import User
from partnership.events import times
from partnership.events.choices import Status
from partnership.events.event_page import EventPage
from partnership.nominations import policies
from partnership.nominations.choices import (
    ENDED,
    LOST,
    REPLACEABLE,
    TONES,
    WITH_ORGANISATION,
    WITHDRAWABLE,
    Answer,
    NominationStatus,
)
from partnership.nominations.models import Letter, Nomination, NominationQuota

S = NominationStatus
ANSWER_TONES = {Answer.WAITING: "warn", Answer.CONFIRMED: "ok"}


@dataclass(frozen=True)
class Line:
    """One person on the list, with the buttons of whoever looks."""

    row: Nomination
    place: int
    may_write: bool
    may_submit: bool

    @property
    def badges(self) -> list[dict[str, object]]:
        row = self.row
        found: list[dict[str, object]] = [
            {"text": row.get_status_display(), "tone": TONES.get(row.status, "")}
        ]
        if row.status == S.ACCEPTED and row.answer:
            found.append({"text": row.answer.label, "tone": ANSWER_TONES.get(row.answer, "bad")})
        return found

    @property
    def can_write(self) -> bool:
        return self.may_write and self.row.status in WITH_ORGANISATION

    @property
    def can_remove(self) -> bool:
        return self.may_write and self.row.status == S.DRAFT

    @property
    def can_withdraw(self) -> bool:
        return self.may_submit and self.row.status in WITHDRAWABLE

    @property
    def can_replace(self) -> bool:
        replaced = any(each.status not in ENDED for each in self.row.substitutes.all())
        return self.may_submit and self.row.status in REPLACEABLE and not replaced


@dataclass(frozen=True)
class SlatePage:
    """The list of one organisation for one event at one moment."""

    quota: NominationQuota
    user: User

    @cached_property
    def page(self) -> EventPage:
        return EventPage.at_present(self.quota.event)

    @cached_property
    def is_to_come(self) -> bool:
        event = self.quota.event
        return event.status == Status.PUBLISHED and timezone.now() < event.starts_at

    @cached_property
    def is_open(self) -> bool:
        """Whether people may be written and handed in."""
        quota = self.quota
        return self.is_to_come and not quota.released_at and not quota.is_over(timezone.now())

    @cached_property
    def may_fill(self) -> bool:
        return bool(policies.may_fill(self.user, self.quota))

    @cached_property
    def may_submit(self) -> bool:
        return bool(policies.may_submit(self.user, self.quota))

    @property
    def may_look_back(self) -> bool:
        return bool(policies.may_look_back(self.user, self.quota.organisation))

    @cached_property
    def lines(self) -> list[Line]:
        """Everybody on the list as ranked; who is off it at the end."""
        seen = self.quota.nominations.visible_to(self.user)
        rows = seen.select_related("registration", "replaces", "letter").prefetch_related(
            "substitutes"
        )
        found = sorted(rows.ranked(), key=lambda row: row.status in ENDED)
        write, submit = self.may_fill and self.is_open, self.may_submit and self.is_to_come
        return [
            Line(self._with_quota(row), place, write, submit)
            for place, row in enumerate(found, start=1)
        ]

    @cached_property
    def counting(self) -> int:
        number: int = self.quota.nominations.counting().count()
        return number

    @cached_property
    def letters(self) -> list[Letter]:
        """Letters of invitation to the organisation and to its people, the latest first."""
        seen = Letter.objects.visible_to(self.user).readable().filter(event=self.quota.event)
        own = seen.filter(organisation=self.quota.organisation)
        return list(own.newest_first())

    @property
    def filled(self) -> int:
        return sum(
            line.row.status == S.ACCEPTED
            and line.row.registration is not None
            and line.row.registration.status not in LOST
            for line in self.lines
        )

    @property
    def can_add(self) -> bool:
        return self.may_fill and self.is_open and self.counting < self.quota.places

    @property
    def can_submit(self) -> bool:
        drafts = any(line.row.status in WITH_ORGANISATION for line in self.lines)
        return self.may_submit and self.is_open and drafts

    @property
    def can_endorse(self) -> bool:
        waiting = self.quota.nominations.to_endorse(self.user)
        return self.is_to_come and waiting.exists()

    @property
    def facts(self) -> list[dict[str, str]]:
        quota, event = self.quota, self.quota.event
        deadline = times.moment(quota.deadline, event.timezone)
        return [
            {"term": _("Organisation"), "value": str(quota.organisation)},
            {"term": _("When"), "value": self.page.facts[0]["value"]},
            {"term": _("Seats"), "value": self._seats()},
            {"term": _("Deadline for nominations"), "value": deadline},
        ]

    @property
    def notice(self) -> dict[str, str] | None:
        """What keeps the list from being written, and what to do."""
        quota = self.quota
        if quota.event.status != Status.PUBLISHED:
            words = {"status": quota.event.get_status_display()}
            text = _("The event is %(status)s. Nobody can be nominated for it any more.") % words
            return {"text": text, "tone": "bad"}
        if not self.is_to_come:
            text = _("The event has begun. Nobody can be nominated for it any more.")
            return {"text": text, "tone": "info"}
        if quota.released_at:
            text = _("The seats that were not used have been given back. Ask the secretariat.")
            return {"text": text, "tone": "warn"}
        if not self.is_open:
            text = _(
                "The deadline is over. You can still replace people whom you have handed in; for "
                "anything else, write to the secretariat."
            )
            return {"text": text, "tone": "warn"}
        return None

    def _seats(self) -> str:
        quota = self.quota
        seats = ngettext("%(count)d seat", "%(count)d seats", quota.seats) % {"count": quota.seats}
        if not quota.reserve_seats:
            return seats
        reserve = ngettext(
            "%(count)d person in reserve", "%(count)d people in reserve", quota.reserve_seats
        ) % {"count": quota.reserve_seats}
        return _("%(seats)s, %(reserve)s") % {"seats": seats, "reserve": reserve}

    def _with_quota(self, row: Nomination) -> Nomination:
        row.quota = self.quota
        return row
