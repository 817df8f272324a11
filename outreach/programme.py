"""What beach clean-ups add to the page of an event."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from outreach.actions import follow_event
from outreach.addresses import campaign_url
from outreach.models import Cleanup
from partnership.core import languages
from partnership.core.text_lines import lines_of
from partnership.events import times
from partnership.events.choices import SELF_REGISTRATION, Kind
from partnership.events.models import Event
from partnership.events.programmes import Part, Programme, Stage, register, texts_of


@dataclass(frozen=True)
class CleanupPart:
    """What to know before going to the beach; afterwards only what it belonged to."""

    cleanup: Cleanup
    stage: Stage

    @property
    def campaign(self) -> dict[str, str]:
        campaign = self.cleanup.campaign
        if campaign is None:
            return {}
        texts = {name: getattr(campaign, languages.column(name)) for name in ("name", "summary")}
        return {**texts, "url": campaign_url(campaign.slug)}

    @property
    def equipment(self) -> list[str]:
        return self._before("equipment")

    @property
    def safety_notes(self) -> list[str]:
        return self._before("safety_notes")

    @property
    def takes_groups(self) -> bool:
        event = self.cleanup.event
        is_open = event.mode in SELF_REGISTRATION and event.max_group_size > 1
        return is_open and self.stage == Stage.BEFORE

    @property
    def largest_group(self) -> int:
        return self.cleanup.event.max_group_size

    @property
    def minors_per_adult(self) -> int | None:
        return self.cleanup.event.minors_per_adult

    @property
    def facts(self) -> list[dict[str, Any]]:
        beach = getattr(self.cleanup, languages.column("beach"))
        found = [
            {"term": _("Theme of the clean-up"), "value": self.cleanup.get_theme_display()},
            {"term": _("Beach"), "value": beach},
            {"term": _("Low tide"), "value": self._tide()},
        ]
        return [fact for fact in found if fact["value"]]

    def _tide(self) -> str:
        at = self.cleanup.low_tide_at
        moment = times.moment(at, self.cleanup.event.timezone) if at else ""
        note = getattr(self.cleanup, languages.column("tide_note"))
        return " · ".join(filter(None, [moment, note]))

    def _before(self, name: str) -> list[str]:
        text = getattr(self.cleanup, languages.column(name))
        return [] if self.stage == Stage.AFTER else lines_of(text)


def part(event: Event, stage: Stage) -> Part | None:
    """Return what the clean-up of `event` has to show; None while it was not described."""
    found = Cleanup.objects.select_related("campaign").filter(pk=event.pk).first()
    if found is None:
        return None
    found.event = event
    content = CleanupPart(found, stage)
    return Part("outreach/part.html", content, content.facts)


register(
    Programme(
        kind=Kind.CLEANUP,
        title=gettext_lazy("All beach clean-ups"),
        home="outreach:home",
        part=part,
        texts=(texts_of(Cleanup, "beach", "equipment"),),
        follow=follow_event,
    )
)
