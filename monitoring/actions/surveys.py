"""Recording what the secretariat accepted."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from django.db import transaction

from monitoring.errors import AlreadySurveyed
from monitoring.models import (
    SeaSubmission,
    SeaSurvey,
    Survey,
    SurveyAnimal,
    SurveySite,
    SurveySubmission,
    SurveyWeight,
)
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.notifications import wake

RENEW: Final = "monitoring.tasks.renew_results"


@transaction.atomic
def record_survey(
    entry: SurveySubmission,
    facts: Mapping[str, Any],
    counts: Mapping[int, int],
    animals: Sequence[Mapping[str, Any]] = (),
    *,
    weights: Mapping[str, Decimal] | None = None,
    by: User,
) -> Survey:
    """Write the survey of a submission, anew where it had been accepted before.

    `facts` are fields of the survey, `counts` numbers by the key of their item; what was not
    recorded is not among them. `animals` are fields of the animals found, `weights`
    kilograms by material.
    """
    survey = Survey.objects.filter(handed_in=entry).first() or Survey(handed_in=entry)
    _record(survey, entry.unit.site, {"unit": entry.unit, **facts}, counts, by=by)
    survey.animals.all().delete()
    SurveyAnimal.objects.bulk_create(SurveyAnimal(survey=survey, **each) for each in animals)
    survey.weights.all().delete()
    SurveyWeight.objects.bulk_create(
        SurveyWeight(survey=survey, material=material, weight_kg=weight)
        for material, weight in (weights or {}).items()
    )
    return survey


@transaction.atomic
def record_sea_survey(
    entry: SeaSubmission, facts: Mapping[str, Any], counts: Mapping[int, int], *, by: User
) -> SeaSurvey:
    """Write a survey of litter at sea as `record_survey` writes one of a beach."""
    survey = SeaSurvey.objects.filter(handed_in=entry).first() or SeaSurvey(handed_in=entry)
    _record(survey, entry.site, {"site": entry.site, **facts}, counts, by=by)
    return survey


def _record(
    survey: Survey | SeaSurvey,
    site: SurveySite,
    facts: Mapping[str, Any],
    counts: Mapping[int, int],
    *,
    by: User,
) -> None:
    is_new = survey.pk is None
    before = audit.snapshot(survey)
    for name, value in facts.items():
        setattr(survey, name, value)
    survey.is_demo = site.is_demo  # nothing real follows from a site that is made up
    _require_first(survey)
    survey.save()
    of_survey: Any = survey.counts.model  # each sort of survey has counts of its own
    survey.counts.all().delete()
    of_survey.objects.bulk_create(
        of_survey(survey=survey, item_id=item, count=count) for item, count in counts.items()
    )
    changes = audit.difference(before, audit.snapshot(survey))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, survey, by=by, changes=changes)
    site.save(update_fields=["updated_at"])  # the search finds it by its surveys' years
    transaction.on_commit(lambda: wake.up_for(RENEW, survey.pk), robust=True)


def _require_first(survey: Survey | SeaSurvey) -> None:
    same = type(survey).objects.filter(**{name: getattr(survey, name) for name in survey.ONCE})
    if same.exclude(pk=survey.pk).exists():
        raise AlreadySurveyed
