"""Opening and recording the waste profiles of cities."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from monitoring import policies
from monitoring.choices import APPROVED
from monitoring.errors import ProfileUnderWay
from monitoring.models import WasteProfile, WasteSubmission, WasteValue
from monitoring.waste.opening import answers_for
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.network.models import Organisation
from partnership.review.choices import CLOSED
from partnership.review.models import Submission


@transaction.atomic
def open_profile(
    submission: Submission, organisation: Organisation, year: int, *, by: User
) -> WasteSubmission:
    """Begin the profile of a city and a year, unless somebody is at work on it already."""
    policies.may_tell_waste(by, organisation).require()
    Organisation.objects.select_for_update().get(pk=organisation.pk)  # colleagues, one by one
    same = WasteSubmission.objects.filter(organisation=organisation, year=year)
    if same.exclude(submission__state__in=(*APPROVED, *CLOSED)).exists():
        raise ProfileUnderWay(year=year)
    entry = WasteSubmission.objects.create(
        submission=submission, organisation=organisation, year=year
    )
    submission.answers = answers_for(entry, submission.language)
    submission.title = submission.kind.title(submission.answers)
    submission.save(update_fields=["answers", "title"])
    return entry


@transaction.atomic
def record_profile(
    entry: WasteSubmission,
    facts: Mapping[str, Any],
    values: Sequence[Mapping[str, Any]],
    *,
    by: User,
) -> WasteProfile:
    """Write the profile of a city and a year, in the place of one that was accepted before.

    `facts` are fields of the profile, `values` those of its indicators; what is not known is not
    among them.
    """
    told = {**facts, "handed_in": entry, "is_demo": False}
    profile, is_new = WasteProfile.objects.select_for_update().get_or_create(
        place=entry.organisation.place, year=entry.year, defaults=told
    )
    before = {} if is_new else audit.snapshot(profile)
    for name, value in told.items():
        setattr(profile, name, value)
    profile.save()
    profile.values.all().delete()
    WasteValue.objects.bulk_create(WasteValue(profile=profile, **value) for value in values)
    changes = {} if is_new else audit.difference(before, audit.snapshot(profile))
    audit.record(Verb.CREATED if is_new else Verb.CHANGED, profile, by=by, changes=changes)
    return profile
