from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases import bench
from cases.models import Case
from tests.factories.cases import CaseFactory, IndicatorFactory, MoneyFactory, PublishedCaseFactory

pytestmark = pytest.mark.django_db


def test_it_copies_public_cases_with_their_rows() -> None:
    CaseFactory()
    originals = PublishedCaseFactory.create_batch(2)
    for case in originals:
        IndicatorFactory(case=case, source=case.sources.get())
        MoneyFactory(case=case)

    assert bench.make(5) == 5

    copies = Case.objects.filter(number__startswith=bench.PREFIX).in_number_order()
    assert [case.title_en.startswith("Bench case") for case in copies] == [True] * 5
    assert [case.indicators.get().source.case for case in copies] == list(copies)
    assert [case.sums.get().source for case in copies] == [None] * 5
    assert [(c.themes.count(), c.places.count(), c.blocks.count()) for c in copies] == [
        (1, 1, 1)
    ] * 5
    assert all(case.is_demo and case.is_public for case in copies)


def test_it_begins_anew_each_time_and_can_be_removed() -> None:
    PublishedCaseFactory()
    bench.make(3)
    call_command("make_bench_cases", "2", stdout=StringIO())
    assert Case.objects.count() == 3

    call_command("make_bench_cases", "--remove", stdout=StringIO())

    assert Case.objects.count() == 1


def test_it_needs_something_to_copy() -> None:
    with pytest.raises(CommandError, match="load_demo"):
        call_command("make_bench_cases", "2")
