"""The texts of campaigns, and those a clean-up adds to its event, whose translations are watched."""

from outreach.actions import lock_campaign, settle_campaign
from outreach.models import Campaign, Cleanup
from partnership.core import languages
from partnership.translations.declared import Part, Translated, add_rows, register

add_rows("event", Part(Cleanup, ("beach", "tide_note", "equipment", "safety_notes"), "event_id"))

register(
    Translated(
        kind="campaign",
        plural=Campaign._meta.verbose_name_plural or "",
        parts=(Part(Campaign, ("name", "summary")),),
        title="name",
        # The secretariat writes them, in Chinese first.
        source_language=lambda _campaign: languages.CHINESE,
        is_public=lambda campaign, _language: campaign.is_public,
        lock=lock_campaign,
        settle=settle_campaign,
        rank=31,
    )
)
