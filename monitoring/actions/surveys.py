"""Recording what the secretariat accepted."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction

from monitoring.errors import AlreadySurveyed
from monitoring.models import LitterCount, Survey, SurveySubmission
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.notifications import wake

RENEW: Final = "monitoring.tasks.renew_results"


@transaction.atomic
def record_survey(
    entry: SurveySubmission, facts: Mapping[str, Any], counts: Mapping[int, int], *, by: User
) -> Survey:
    """Write the survey of a submission, anew where it had been accepted before.

    `facts` are fields of the survey, `counts` numbers by the key of their item; what was not
    recorded is not among them.
    """
    survey = Survey.objects.filter(handed_in=entry).first() or Survey(handed_in=entry)
    is_new = survey.pk is None
    before = audit.snapshot(survey)
    for name, value in {"unit": entry.unit, **facts}.items():
        setattr(survey, name, value)
    survey.is_demo = entry.unit.site.is_demo  # nothing real follows from a beach that is made up
    _require_first(survey)
    survey.save()
    survey.counts.all().delete()
    LitterCount.objects.bulk_create(
        LitterCount(survey=survey, item_id=item, count=count) for item, count in counts.items()
    )
    changes = audit.difference(before, audit.snapshot(survey))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, survey, by=by, changes=changes)
    survey.unit.site.save(update_fields=["updated_at"])  # the search finds it by its surveys' years
    transaction.on_commit(lambda: wake.up_for(RENEW, survey.pk), robust=True)
    return survey


def _require_first(survey: Survey) -> None:
    same = Survey.objects.filter(
        unit=survey.unit, surveyed_on=survey.surveyed_on, replicate_no=survey.replicate_no
    )
    if same.exclude(pk=survey.pk).exists():
        raise AlreadySurveyed
