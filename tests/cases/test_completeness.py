from datetime import date

import pytest

from cases import completeness
from cases.completeness import TEXT_POINTS
from tests.factories.cases import (
    BlockFactory,
    CaseFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    ReadyCaseFactory,
)

pytestmark = pytest.mark.django_db


def test_a_title_alone_is_a_beginning() -> None:
    assert completeness.score(CaseFactory()) == 4


def test_a_text_in_one_language_counts_half() -> None:
    both, half = (
        CaseFactory(background_en="x", background_zh_hans="x"),
        CaseFactory(background_en="x"),
    )

    assert completeness.score(both) - completeness.score(CaseFactory()) == 10
    assert completeness.score(half) - completeness.score(CaseFactory()) == 5


def test_a_case_that_lacks_nothing_has_all_points() -> None:
    texts = {f"{name}_{suffix}": "x" for name in TEXT_POINTS for suffix in ("zh_hans", "en")}
    case = ReadyCaseFactory(
        **texts,
        results_to="2022",
        business_model="none",
        sdg_targets=["14.1"],
        last_fact_checked_on=date(2026, 11, 23),
    )
    BlockFactory(case=case, order=1)
    PartnerFactory(case=case)
    MoneyFactory(case=case)
    row = IndicatorFactory(case=case, source=case.sources.get())
    assert completeness.score(case) == 100

    row.source, row.grade = None, ""
    row.save()

    assert completeness.score(case) == 93
