"""What nominations ask of the secretariat."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partnership.core.admin.waiting import Question, register
from partnership.events.choices import EDITORS
from partnership.nominations.models import Nomination, NominationQuota


def _unused() -> QuerySet[NominationQuota]:
    rows: QuerySet[NominationQuota] = NominationQuota.objects.unused(timezone.now())
    return rows


def _due() -> QuerySet[NominationQuota]:
    rows: QuerySet[NominationQuota] = NominationQuota.objects.due(timezone.now())
    return rows


def _who(nomination: Nomination) -> str:
    return f"{nomination.name} · {nomination.quota}"


def _nominations(work: str) -> str:
    return f"{reverse('admin:nominations_nomination_changelist')}?work={work}"


def _quotas(work: str) -> str:
    return f"{reverse('admin:nominations_nominationquota_changelist')}?work={work}"


register(
    Question(
        title=_("Nominations to decide"),
        advice=_("Accept, put on the reserve list or decline; many at once from the list."),
        roles=EDITORS,
        find=Nomination.objects.to_decide,
        link=lambda: _nominations("decide"),
        rank=4,
        deeds=("accept", "reserve", "decline"),
        called=_who,
    ),
    Question(
        title=_("Nominations that wait for an endorsement"),
        advice=_("Nothing has to be done; ask the body above when it takes long."),
        roles=EDITORS,
        find=Nomination.objects.to_endorse,
        link=lambda: _nominations("endorse"),
        rank=45,
        called=_who,
    ),
    Question(
        title=_("Nominations due within three days"),
        advice=_("Organisations are reminded by the portal; call who matters, or give more time."),
        roles=EDITORS,
        find=_due,
        link=lambda: _quotas("due"),
        rank=17,
    ),
    Question(
        title=_("Unused seats after the deadline"),
        advice=_("Give them back, or give the organisation more time."),
        roles=EDITORS,
        find=_unused,
        link=lambda: _quotas("unused"),
        rank=18,
        deeds=("release",),
    ),
)
