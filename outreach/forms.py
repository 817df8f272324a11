"""The way into campaigns."""

from django.db import models

from outreach.actions import lock_campaign
from outreach.models import Campaign
from partnership.core.admin.versions import VersionedForm


class CampaignForm(VersionedForm):
    """A campaign in both languages; saving it needs the version it was opened with."""

    class Meta:
        model = Campaign
        fields: tuple[str, ...] = ()  # the admin class names them

    def lock(self, version: int) -> models.Model:
        return lock_campaign(self.instance, by=self.acting, version=version)
