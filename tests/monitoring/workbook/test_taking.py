"""Drafts made of what is right: all or none, each once, differences shown."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import QueryDict
from django.utils.translation import override

from monitoring.models import SamplingUnit
from monitoring.surveying.sheet import sheet
from monitoring.workbook.checking import check
from monitoring.workbook.columns import COUNTS
from monitoring.workbook.taking import CHANGED, DIFFERS, NEW, SAME, NothingInIt, take
from partnership.accounts.models import User
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.network.models import Membership
from partnership.review import actions
from partnership.review.errors import TooLong
from partnership.review.models import Submission
from tests.factories.monitoring import SurveySiteFactory
from tests.factories.submissions import as_posted, speaking
from tests.factories.workbooks import book_of, clean, filled, saved, survey, taken

pytestmark = pytest.mark.django_db


def test_its_surveys_become_drafts_as_the_form_makes_them(nguyen: User, unit: SamplingUnit) -> None:
    with override("en"):
        made = taken(clean(nguyen), nguyen)

        assert [each.what for each in made] == [NEW, NEW]
        first, second = Submission.objects.order_by("pk")
        name = f"{unit} {unit.site.name_en}"
        typed = {
            "effort": {
                "transect": name, "surveyed_on": "2026-05-03", "replicate_no": "1",
                "survey_type": "monitoring", "length_m": "100", "width_m": "30",
                "lower_size_mm": "25", "last_cleaned_on": "2020-04-01", "weight_kg": "3.25",
            },
            "counts-plastic-fc": {"J7": "12"},
            "counts-plastic-sm": {"J27": "0"},
            "team": {"leader": "A. Person", "people": "4", "hours": "2"},
        }  # fmt: skip
        posted = QueryDict(mutable=True)
        posted.update(as_posted(typed))
        assert first.answers == sheet("en").read(posted)
        assert first.of_survey.unit == unit
        assert second.answers["effort"]["nothing_found"] is True
        assert second.answers["counts-plastic-fc"] == {"J7": ""}  # blank, not zero
        assert first.title == f"{name} · 2026-05-03"
        handed_in = actions.submit(first, by=nguyen, revision=first.revision)
        assert handed_in.submitted_at


def test_uploading_again_changes_nothing(nguyen: User, unit: SamplingUnit) -> None:
    taken(clean(nguyen), nguyen)
    before = list(Submission.objects.order_by("pk").values())

    assert [each.what for each in taken(clean(nguyen), nguyen)] == [SAME, SAME]
    assert list(Submission.objects.order_by("pk").values()) == before


def test_a_draft_that_differs_is_shown_and_replaced_only_when_asked(
    nguyen: User, unit: SamplingUnit
) -> None:
    taken(clean(nguyen), nguyen)
    new = survey("S-3", surveyed_on="2026-07-03", nothing_found="是")
    other = saved(filled(nguyen, [survey("S-1"), new], [("S-1", "J7", 13)]))

    [shown] = taken(other, nguyen)

    assert shown.what == DIFFERS
    changes = {change.path: (change.before, change.after) for change in shown.changes}
    assert changes["counts-plastic-fc.J7"] == ("12", "13")
    assert changes["effort.weight_kg"] == ("3.25", "")
    assert Submission.objects.count() == 2  # nothing was written, the new one neither
    made = taken(other, nguyen, replaces=True)
    assert [each.what for each in made] == [CHANGED, NEW]
    draft = Submission.objects.get(key=shown.key)
    assert draft.answers["counts-plastic-fc"]["J7"] == "13"


def test_a_file_without_surveys_says_so(nguyen: User, unit: SamplingUnit) -> None:
    with pytest.raises(NothingInIt):
        taken(saved(filled(nguyen, [], [])), nguyen)


def test_wide_counts_full_widths_and_dates_are_read(nguyen: User, unit: SamplingUnit) -> None:
    day = date(2026, 5, 3)
    row = survey("S-1", surveyed_on=day, length_m="１００", last_cleaned_on=45000, people=4.0,
                 replicate_no="01")  # fmt: skip
    book = filled(nguyen, [row], [])
    lines = [["survey_code", "J7 瓶 Bottle", "J27"], ["S-1", "１２", 0]]
    for number, line in enumerate(lines, start=2):
        for place, value in enumerate(line, start=1):
            book[COUNTS].cell(number, place, value)

    [made] = taken(saved(book), nguyen)

    draft = Submission.objects.get(key=made.key)
    assert draft.answers["effort"]["length_m"] == "100"
    assert draft.answers["effort"]["replicate_no"] == "1"
    assert draft.answers["effort"]["last_cleaned_on"] == "2023-03-15"
    assert draft.answers["counts-plastic-fc"]["J7"] == "12"
    assert draft.answers["counts-plastic-sm"]["J27"] == "0"


def test_storing_asks_as_many_questions_for_fifty_surveys_as_for_one(
    nguyen: User, unit: SamplingUnit, django_assert_num_queries: Any
) -> None:
    for year, count in ((2021, 1), (2022, 3), (2023, 50)):
        days = [date(year, 1, 1) + timedelta(days=each) for each in range(count)]
        surveys = [
            survey(f"S-{day}", surveyed_on=day.isoformat(), nothing_found="是") for day in days
        ]
        checked = check(book_of(saved(filled(nguyen, surveys, [])), "surveys.xlsx"), by=nguyen)
        with django_assert_num_queries(12):
            assert len(take(checked, by=nguyen)) == count
    assert AuditEvent.objects.filter(verb=Verb.CREATED).count() == 54


def test_who_may_not_write_for_the_city_has_nothing_stored(
    nguyen: User, unit: SamplingUnit
) -> None:
    checked = check(book_of(clean(nguyen), "surveys.xlsx"), by=nguyen)
    site = unit.site
    site.organisation = SurveySiteFactory(organisation=speaking(nguyen).organisation).organisation
    Membership.objects.filter(organisation=unit.site.organisation).delete()
    site.save()

    with pytest.raises(NotAllowed):
        take(checked, by=nguyen)
    assert not Submission.objects.exists()


def test_a_survey_that_is_too_long_is_refused(
    nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = check(book_of(clean(nguyen), "surveys.xlsx"), by=nguyen)
    monkeypatch.setattr("partnership.review.sheets.sheet.LONGEST", 10)

    with pytest.raises(TooLong):
        take(checked, by=nguyen)
