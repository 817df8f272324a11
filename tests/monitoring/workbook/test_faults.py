"""Every fault of a workbook found at its cell, in both languages, in one pass."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from monitoring.models import SamplingUnit
from monitoring.protocols import rules
from monitoring.workbook.checking import check
from monitoring.workbook.columns import COUNTS, SURVEYS
from monitoring.workbook.taking import NothingInIt
from partnership.accounts.models import User
from partnership.core import languages
from partnership.review.models import Submission
from tests.factories.monitoring import SurveyFactory, survey_handed_in
from tests.factories.workbooks import (
    book_of,
    cell_of,
    clean,
    filled,
    findings_of,
    saved,
    survey,
    taken,
)

pytestmark = pytest.mark.django_db
HAN = re.compile(r"[㐀-鿿]")
FIRST_DAY = date(2025, 1, 1)


def test_a_clean_workbook_has_no_fault(nguyen: User, unit: SamplingUnit) -> None:
    assert findings_of(clean(nguyen), nguyen) == []


def _seeds() -> list[tuple[dict[str, Any], str, str]]:
    """Changes of a right survey, the field at which the fault is told, its code."""
    return [
        ({"transect": None}, "transect", "M002"),
        ({"transect": "CN_XIA_001-Z"}, "transect", "M025"),
        ({"transect": "CN_XIA_002-A"}, "transect", "M026"),
        ({"surveyed_on": "2026-02-30"}, "surveyed_on", "M010"),
        ({"surveyed_on": "07/05/2026"}, "surveyed_on", "M010"),
        ({"surveyed_on": "1999-05-01", "last_cleaned_on": None, "is_cleaning_unknown": "yes"},
         "surveyed_on", "M012"),
        ({"surveyed_on": "2999-01-01"}, "surveyed_on", "M016"),
        ({"surveyed_on": None}, "surveyed_on", "M002"),
        ({"surveyed_on": "2024年5月7日"}, "surveyed_on", "M011"),
        ({"replicate_no": "0"}, "replicate_no", "M015"),
        ({"replicate_no": "x"}, "replicate_no", "M015"),
        ({"survey_type": "hobby"}, "survey_type", "M014"),
        ({"length_m": "100 m"}, "length_m", "M007"),
        ({"length_m": "12,5"}, "length_m", "M013"),
        ({"length_m": None}, "length_m", "M002"),
        ({"length_m": "-5"}, "length_m", "M015"),
        ({"length_m": 30}, "reason", "M040"),
        ({"length_m": 8}, "reason", "M042"),
        ({"width_m": "wide"}, "width_m", "M015"),
        ({"lower_size_mm": "0"}, "lower_size_mm", "M015"),
        ({"last_cleaned_on": None}, "last_cleaned_on", "M015"),
        ({"last_cleaned_on": "2026-01-01"}, "last_cleaned_on", "M015"),
        ({"last_cleaned_on": "soon"}, "last_cleaned_on", "M010"),
        ({"last_storm_on": "2026-01-01"}, "last_storm_on", "M015"),
        ({"weight_kg": "-1"}, "weight_kg", "M015"),
        ({"weight_kg": "=1+1"}, "weight_kg", "M006"),
        ({"nothing_found": "maybe"}, "nothing_found", "M014"),
        ({"nothing_found": "yes"}, "nothing_found", "M022"),
        ({"leader": None}, "leader", "M002"),
        ({"people": "0"}, "people", "M015"),
        ({"people": "four"}, "people", "M015"),
        ({"hours": "2h"}, "hours", "M007"),
    ]  # fmt: skip


def test_every_seeded_fault_is_found_at_its_cell_and_nothing_else(
    nguyen: User, unit: SamplingUnit
) -> None:
    surveys, counts, expected = [], [], set()
    for number, (changes, name, code) in enumerate(_seeds(), start=1):
        day = (FIRST_DAY + timedelta(days=number)).isoformat()
        surveys.append(survey(f"S-{number}", surveyed_on=day) | changes)
        counts.append((f"S-{number}", "J7", number))
        expected.add((SURVEYS, cell_of(name, number + 2), code))
    faulty = len(surveys)
    SurveyFactory(unit=unit, surveyed_on=date(2024, 3, 1))
    survey_handed_in(nguyen, unit, surveyed_on="2024-03-02", last_cleaned_on="2020-04-01")
    with_others = [
        (survey("S-1", surveyed_on="2024-01-01", reason="-"), "survey_code", "M024"),
        (survey("T-2", surveyed_on="2025-01-11"), "replicate_no", ""),
        (survey("T-3", surveyed_on="2025-01-11"), "replicate_no", "M051"),
        (survey("T-4", surveyed_on="2024-01-04"), "reason", "M050"),
        (survey("T-5", surveyed_on="2024-03-01"), "replicate_no", "M051"),
        (survey("T-6", surveyed_on="2024-03-02"), "survey_code", "M053"),
        (survey("T-7", surveyed_on="2024-01-07"), "nothing_found", "M021"),
        (survey("T-8", surveyed_on="2024-01-08"), "nothing_found", "M021"),
        (survey("T-9", surveyed_on="2024-01-09", nothing_found="yes", weight_kg=1),
         "weight_kg", "M015"),
        (survey("", surveyed_on="2024-01-10", nothing_found="yes"), "survey_code", "M002"),
        (survey("T-11", surveyed_on="2024-01-11"), "survey_code", "M005"),
        (survey("EXAMPLE"), "survey_code", "M008"),
    ]  # fmt: skip
    for number, (row, name, code) in enumerate(with_others, start=faulty + 3):
        surveys.append(row)
        if code:
            expected.add((SURVEYS, cell_of(name, number), code))
    hidden = faulty + 13
    counts += [("T-2", "J7", 902), ("T-3", "J7", 903), ("T-4", "J7", 902)]
    counts += [("T-5", "J7", 905), ("T-6", "J7", 906), ("T-8", "J7", 0), ("T-11", "J7", 911)]
    odd: list[tuple[tuple[Any, ...], str, str]] = [
        (("S-99", "J7", 1), "A", "M023"),
        ((None, "J7", 1), "A", "M002"),
        (("S-13", None, 1), "B", "M002"),
        (("T-3", "J999", 1), "B", "M030"),
        (("T-3", "pl_fc_", 1), "B", "M031"),
        (("S-14", "J7", 1), "B", "M032"),
        (("T-3", "J27", 2.5), "C", "M020"),
        (("S-12", "J27", -1), "C", "M020"),
        (("T-5", "J27", "two"), "C", "M020"),
        (("T-6", "J27", 100_001), "C", "M020"),
        (("T-11", "J27", "3个"), "C", "M007"),
        (("S-9", "J27", "3,5"), "C", "M013"),
        (("S-10", "J27", "=1+1"), "C", "M006"),
        (("S-11", "J27", 3), "C", "M004"),
        (("EXAMPLE", "J27", 3), "A", "M008"),
    ]
    for number, (_row, letter, code) in enumerate(odd, start=len(counts) + 3):
        expected.add((COUNTS, f"{letter}{number}", code))
    merged = len(counts) + 3 + 13
    book = filled(nguyen, surveys, [*counts, *(row for row, _letter, _code in odd)])
    book[COUNTS].merge_cells(f"C{merged}:D{merged}")
    book[SURVEYS].row_dimensions[hidden].hidden = True
    book[SURVEYS].column_dimensions["F"].hidden = True
    book[SURVEYS].column_dimensions["AE"].hidden = True  # nothing is in it
    book[SURVEYS].cell(2, 30, "mystery")
    book.create_sheet("Notes")["B2"] = "do not forget"
    expected |= {
        (SURVEYS, "AD2", "M003"),
        (SURVEYS, "F1", "M017"),
        ("Notes", "B2", "M009"),
    }

    found = findings_of(saved(book), nguyen)

    assert {(each.sheet, each.cell, each.code) for each in found} == expected
    assert len(found) == len(expected) >= 55
    assert {each.code for each in found} <= set(rules())
    for each in found:
        assert HAN.search(each.sentences[languages.CHINESE])
        assert not HAN.search(each.sentences[languages.ENGLISH].replace(each.value, ""))
    with pytest.raises(NothingInIt):
        taken(saved(book), nguyen)
    assert Submission.objects.count() == 1  # the one handed in before


def test_two_faults_of_one_survey_are_both_told(nguyen: User, unit: SamplingUnit) -> None:
    row = survey("S-1", surveyed_on="soon", length_m=30, people=None, last_cleaned_on=None)
    book = filled(nguyen, [row], [("S-1", "J7", "x")])

    found = {each.code for each in findings_of(saved(book), nguyen)}

    assert found == {"M010", "M040", "M002", "M015", "M020"}


def test_a_column_that_is_missing_is_told_once(nguyen: User, unit: SamplingUnit) -> None:
    book = filled(nguyen, [survey("S-1"), survey("S-2", surveyed_on="2026-06-03")], [])
    book[SURVEYS].cell(2, 6, "length")
    book[COUNTS]["C2"].value = None

    found = [(each.sheet, each.cell, each.code) for each in findings_of(saved(book), nguyen)]

    assert (SURVEYS, "A1", "M001") in found
    assert (COUNTS, "A1", "M001") in found
    assert not [code for _sheet, _cell, code in found if code == "M002"]


def test_sheets_that_are_missing_are_told(nguyen: User, unit: SamplingUnit) -> None:
    book = filled(nguyen, [survey("S-1")], [])
    del book[SURVEYS]
    del book[COUNTS]

    assert {each.code for each in findings_of(saved(book), nguyen)} == {"M001"}


def test_it_asks_as_many_questions_for_fifty_surveys_as_for_one(
    nguyen: User, unit: SamplingUnit, django_assert_num_queries: Any
) -> None:
    def content(count: int) -> bytes:
        days = [(FIRST_DAY + timedelta(days=each)).isoformat() for each in range(count)]
        surveys = [survey(f"S-{day}", surveyed_on=day, nothing_found="是") for day in days]
        return saved(filled(nguyen, surveys, []))

    for count in (1, 3, 50):
        book = book_of(content(count), "surveys.xlsx")
        with django_assert_num_queries(8):
            assert check(book, by=nguyen).findings == []
