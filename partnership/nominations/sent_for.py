"""The signed letter of a list counts against the room of the organisation that hands it in."""

from partnership.documents import senders
from partnership.network.sent_for import key_of
from partnership.nominations.models import NominationQuota

senders.register(NominationQuota, lambda quota: key_of(quota.organisation))
