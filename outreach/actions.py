"""Editing a campaign, and letting it follow its clean-ups."""

from django.db import transaction

from outreach.models import Campaign
from partnership.accounts.models import User
from partnership.core.errors import ChangedMeanwhile
from partnership.events import policies
from partnership.events.models import Event


def lock_campaign(campaign: Campaign, *, by: User, version: int | None = None) -> Campaign:
    """Return the row locked for a form about to save it, unless somebody else saved meanwhile."""
    policies.may_edit(by).require()
    row = _locked(campaign)
    if version is not None and version != row.version:
        raise ChangedMeanwhile
    return row


@transaction.atomic
def settle_campaign(campaign: Campaign) -> None:
    """Count the version up after a form saved the row; the form's caller records what changed."""
    row = _locked(campaign)
    row.version += 1
    row.save()


@transaction.atomic
def follow_event(event: Event) -> None:
    """Save the campaign of a clean-up that was announced, changed or withdrawn: it is public with its
    clean-ups, and the search and its translations learn of it by the save."""
    rows = Campaign.objects.select_for_update(of=("self",))
    campaign = rows.filter(cleanups__event=event).first()
    if campaign is not None:
        campaign.save()


def _locked(campaign: Campaign) -> Campaign:
    return Campaign.objects.select_for_update().get(pk=campaign.pk)
