"""What the database refuses, whoever writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from cases.models import Case
from tests.factories.cases import (
    BlockFactory,
    CaseFactory,
    CasePlaceFactory,
    IndicatorFactory,
    MoneyFactory,
    PartnerFactory,
    PublishedCaseFactory,
    ReadyCaseFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


@contextmanager
def judged_at_once() -> Iterator[None]:
    """Ask the database now what it would ask at the end of the transaction."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@contextmanager
def refused(constraint: str) -> Iterator[None]:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic(), judged_at_once():
        yield


def write(instance: models.Model, **values: Any) -> None:
    """Write past forms, validators and `save`, as an import or a shell would."""
    type(instance).objects.filter(pk=instance.pk).update(**values)


@pytest.mark.parametrize("number", ["CN-AS-2026-001", "CN-AS-1999-123456"])
def test_it_takes_a_well_formed_number(number: str) -> None:
    assert CaseFactory(number=number).number == number


@pytest.mark.parametrize("number", ["CN-AS-26-001", "cn-as-2026-001", "CN-AS-2026-01", ""])
def test_it_refuses_another_number(number: str) -> None:
    with refused("cases_case_number_well_formed"):
        CaseFactory(number=number)


def test_it_refuses_a_number_given_twice() -> None:
    CaseFactory(number="CN-AS-2026-001")

    with refused("cases_case_number_key"):
        CaseFactory(number="CN-AS-2026-001")


def test_it_refuses_a_short_name_given_twice_in_one_language() -> None:
    CaseFactory(slug_en="beach", slug_zh_hans="海滩")

    with refused("slug_en"):
        CaseFactory(slug_en="beach")
    with refused("slug"):
        CaseFactory(slug_zh_hans="海滩")


@pytest.mark.parametrize(("language", "suffix"), [("zh-hans", "zh_hans"), ("en", "en")])
def test_a_draft_has_its_title_in_the_language_it_is_written_in(language: str, suffix: str) -> None:
    case = CaseFactory(source_language=language)
    other = "en" if suffix == "zh_hans" else "zh_hans"

    write(case, **{f"title_{other}": ""})

    with refused("cases_case_title_in_source_language"):
        write(case, **{f"title_{suffix}": ""})


@pytest.mark.parametrize(
    ("factory", "field"),
    [(BlockFactory, "title"), (PartnerFactory, "name"), (IndicatorFactory, "name")],
)
def test_a_row_is_named_in_some_language(factory: Any, field: str) -> None:
    case = CaseFactory()
    source = {"source": SourceFactory(case=case)} if factory is IndicatorFactory else {}
    row = factory(case=case, **source)

    write(row, **{f"{field}_zh_hans": ""})

    with refused("_named"):
        write(row, **{f"{field}_en": ""})


def test_it_takes_many_drafts_without_a_short_name() -> None:
    CaseFactory.create_batch(2)

    assert Case.objects.filter(slug_en__isnull=True).count() == 2


CHOSEN = [
    ("hierarchy_step", "prevention", "avoidance", "step_known"),
    ("business_model", "none", "barter", "business_known"),
    ("scale", "site", "planet", "scale_known"),
    ("phase", "pilot", "dream", "phase_known"),
    ("evidence_grade", "A", "D", "grade_known"),
    ("waste_streams", ["bags", "foam"], ["bags", "glass"], "streams_known"),
    ("instruments", ["economic"], ["magic"], "instruments_known"),
    ("sdg_targets", ["12.5", "14.1"], ["14.1", "14.9"], "sdg_targets_known"),
    ("started", "2021-06", "2021-13", "dates_well_formed"),
    ("ended", "2021", "soon", "dates_well_formed"),
    ("results_from", "2021-06-24", "24.6.2021", "dates_well_formed"),
    ("results_to", "", "2021-", "dates_well_formed"),
    ("coast_length_km", 0, -1, "extent_not_negative"),
    ("area_km2", 12.5, -0.5, "extent_not_negative"),
    ("completeness", 100, 101, "completeness_percent"),
]


@pytest.mark.parametrize(("field", "right", "wrong", "constraint"), CHOSEN)
def test_it_holds_the_values_of_a_case(field: str, right: Any, wrong: Any, constraint: str) -> None:
    case = CaseFactory()

    write(case, **{field: right})

    with refused(f"cases_case_{constraint}"):
        write(case, **{field: wrong})


@pytest.mark.parametrize(
    ("start", "end"), [("2009-07", "2009"), ("2009", "2009-07"), ("2009-07-01", ""), ("", "2009")]
)
def test_it_takes_periods_in_order(start: str, end: str) -> None:
    case = CaseFactory(started=start, ended=end, results_from=start, results_to=end)

    case.full_clean()


@pytest.mark.parametrize(("start", "end"), [("2010", "2009"), ("2009-07", "2009-06-30")])
def test_it_refuses_an_end_before_the_beginning(start: str, end: str) -> None:
    with refused("cases_case_ends_after_start"):
        CaseFactory(started=start, ended=end)
    with refused("cases_case_results_in_order"):
        CaseFactory(results_from=start, results_to=end)


SHORT_TEXTS = [
    f"{name}_{suffix}"
    for name in ("slug", "title", "short_title", "summary")
    for suffix in ("zh_hans", "en")
]


@pytest.mark.parametrize("column", SHORT_TEXTS)
@pytest.mark.parametrize("languages", [["zh-hans"], ["en"]])
def test_a_public_case_has_its_short_texts_in_both_languages(
    column: str, languages: list[str]
) -> None:
    case = PublishedCaseFactory(languages=languages)

    with refused("cases_case_public_has_short_texts"):
        write(case, **{column: ""})


@pytest.mark.parametrize(
    ("language", "suffix", "constraint"),
    [
        ("zh-hans", "zh_hans", "cases_case_public_chinese_has_full_text"),
        ("en", "en", "cases_case_public_english_has_full_text"),
    ],
)
@pytest.mark.parametrize("name", ["background", "results"])
def test_a_public_language_has_its_full_text(
    language: str, suffix: str, constraint: str, name: str
) -> None:
    case = PublishedCaseFactory(languages=[language])
    other = "en" if suffix == "zh_hans" else "zh_hans"

    write(case, **{f"{name}_{other}": ""})

    with refused(constraint):
        write(case, **{f"{name}_{suffix}": ""})


def test_public_since_goes_with_a_language() -> None:
    case = ReadyCaseFactory(edition=1)

    with refused("cases_case_public_since_if_published"):
        write(case, public_since=timezone.now())
    with refused("cases_case_public_since_if_published"):
        write(case, published_en_at=timezone.now())


def test_what_is_public_has_a_public_version() -> None:
    with refused("cases_case_public_has_edition"):
        write(PublishedCaseFactory(), edition=0)


def test_a_form_hears_the_rule_in_words() -> None:
    case = CaseFactory.build(started="2010", ended="2009")

    with pytest.raises(ValidationError) as refusal:
        case.full_clean()

    assert refusal.value.messages == ["结束日期早于开始日期，请更正其中之一。"]


@pytest.mark.parametrize(
    "factory",
    [BlockFactory, CasePlaceFactory, IndicatorFactory, MoneyFactory, PartnerFactory, SourceFactory],
)
def test_two_rows_never_share_a_place_in_the_order_but_may_swap(factory: Any) -> None:
    case = CaseFactory()
    source = {"source": SourceFactory(case=case)} if factory is IndicatorFactory else {}
    keys = [{"key": "s8"}, {"key": "s9"}] if factory is SourceFactory else [{}, {}]
    first, second = (factory(case=case, order=order, **source, **keys[order]) for order in (0, 1))

    write(first, order=1)
    write(second, order=0)
    second.refresh_from_db()
    second.full_clean()

    with refused("_order"):
        write(first, order=0)


ROWS = [
    (PartnerFactory, "role", "operator", "guest", "cases_casepartner_role_known"),
    (CasePlaceFactory, "latitude", None, 5, "cases_caseplace_both_coordinates_or_none"),
    (CasePlaceFactory, "longitude", None, 5, "cases_caseplace_both_coordinates_or_none"),
    (SourceFactory, "type", "report", "rumour", "cases_casesource_type_known"),
    (SourceFactory, "grade", "C", "", "cases_casesource_grade_known"),
    (SourceFactory, "issued", "2021-01", "2021-1", "cases_casesource_issued_well_formed"),
    (SourceFactory, "url", "https://example.org", "javascript:1", "cases_casesource_web_address"),
    (MoneyFactory, "kind", "award", "gift", "cases_moneyrow_kind_known"),
    (MoneyFactory, "funding", "users", "lottery", "cases_moneyrow_funding_known"),
    (MoneyFactory, "amount", 0, -1, "cases_moneyrow_not_negative"),
    (MoneyFactory, "currency", "VND", "vnd", "cases_moneyrow_currency_code"),
    (MoneyFactory, "year", 2022, 22, "cases_moneyrow_year_plausible"),
]


@pytest.mark.parametrize(("factory", "field", "right", "wrong", "constraint"), ROWS)
def test_it_holds_the_values_of_rows(
    factory: Any, field: str, right: Any, wrong: Any, constraint: str
) -> None:
    row = factory(case=CaseFactory())

    write(row, **{field: right})

    with refused(constraint):
        write(row, **{field: wrong})


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (-91, 0), (0, -181)])
def test_it_refuses_a_point_off_the_globe(latitude: int, longitude: int) -> None:
    row = CasePlaceFactory(case=CaseFactory(), latitude=-90, longitude=180)

    with refused("cases_caseplace_both_coordinates_or_none"):
        write(row, latitude=latitude, longitude=longitude)


def test_a_source_has_its_key_once_in_a_case() -> None:
    case = CaseFactory()
    SourceFactory(case=case, key="s1")
    SourceFactory(case=CaseFactory(), key="s1")

    with refused("cases_casesource_key"):
        SourceFactory(case=case, key="s1", order=1)


@pytest.fixture
def figure() -> Any:
    case = CaseFactory()
    return IndicatorFactory(case=case, source=SourceFactory(case=case))


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"qualifier": "roughly"}, "cases_indicatorrow_qualifier_known"),
        ({"grade": "D"}, "cases_indicatorrow_grade_known"),
        ({"as_of": "2021/06"}, "cases_indicatorrow_as_of_well_formed"),
        ({"grade": ""}, "cases_indicatorrow_grade_with_source"),
        ({"source": None}, "cases_indicatorrow_grade_with_source"),
        (
            {"source": None, "grade": "", "verified_at": timezone.now()},
            "cases_indicatorrow_verified_with_source",
        ),
    ],
)
def test_it_holds_the_values_of_figures(
    figure: Any, values: dict[str, Any], constraint: str
) -> None:
    write(figure, verified_at=timezone.now(), qualifier="about", as_of="2021")
    write(figure, verified_at=None)

    with refused(constraint):
        write(figure, **values)


def test_a_draft_may_hold_a_figure_without_source(figure: Any) -> None:
    write(figure, source=None, grade="")


def test_a_figure_names_a_source_of_its_own_case(figure: Any) -> None:
    stranger = SourceFactory(case=CaseFactory())

    with refused("source_of_same_case"):
        write(figure, source=stranger)


def test_a_sum_names_a_source_of_its_own_case() -> None:
    case = CaseFactory()
    row = MoneyFactory(case=case, source=SourceFactory(case=case))

    with refused("source_of_same_case"):
        write(row, source=SourceFactory(case=CaseFactory()))


def test_a_case_goes_with_all_its_rows(figure: Any) -> None:
    figure.case.delete()

    assert not Case.objects.exists()


def test_rows_name_themselves(figure: Any) -> None:
    case = figure.case
    place = CasePlaceFactory(case=case, site_zh_hans="码头")

    assert str(case) == f"{case.number} {case.title_zh_hans}"
    assert str(figure) == "清理量：12 吨"
    assert str(figure.source) == "s1：A page"
    assert str(place) == "码头"
    assert str(CasePlaceFactory(case=case, order=1, place=place.place)) == str(place.place)
    assert str(MoneyFactory(case=case)).endswith("：100 CNY")
    assert str(BlockFactory(case=case)) == "举措"
    assert str(PartnerFactory(case=case)) == "伙伴"


@pytest.mark.parametrize(
    ("ended", "phase", "ongoing"),
    [("", "pilot", True), ("2021", "pilot", False), ("", "completed", False)],
)
def test_it_knows_whether_it_goes_on(ended: str, phase: str, ongoing: bool) -> None:
    assert Case(ended=ended, phase=phase).is_ongoing is ongoing
