"""How the numbers of the programme come about: as records, each counted once."""

from typing import Any

from django.utils.translation import override

from partnership.core.indicators import (
    UNSTATED,
    Axis,
    Counted,
    Indicator,
    Record,
    counted_together,
    shared,
    years,
)


def record(key: object, period: str = "2026", **values: Any) -> Record:
    return Record(key=key, name=f"Thing {key}", period=period, address=("portal:home",), **values)


BY_LETTER = Axis("Letter", lambda codes: {code: code.lower() for code in sorted(codes)})


def counted(*records: Record, parts: Axis | None = BY_LETTER) -> Counted:
    indicator = Indicator("things", "Things", "things", "", "", "", lambda: records, parts=parts)
    return indicator.count()


def test_a_thing_counts_once_in_each_number() -> None:
    numbers = counted(
        record("Sanya", part="A"), record("Sanya", part="B"), record("Sanya", "2025", part="A")
    )

    assert numbers.value() == 1
    assert numbers.value("2026") == numbers.value("2025") == 1
    assert numbers.value("2026", "A") == numbers.value("2026", "B") == 1
    assert numbers.value(part="A") == 1
    assert numbers.value("2025", "B") == 0


def test_amounts_add_up() -> None:
    numbers = counted(record(1, amount=20), record(2, amount=15), record(3, "2024", amount=1))

    assert numbers.value("2026") == 35
    assert numbers.value() == 36


def test_a_number_is_what_its_records_add_up_to() -> None:
    numbers = counted(record(1, part="B"), record(2, "2025", part="A"), record(3, part="A"))

    for period in ("", *numbers.periods):
        for part in ("", *numbers.parts):
            assert numbers.value(period, part) == len(numbers.behind(period, part))
    assert [each.key for each in numbers.behind("2026", "A")] == [3]


def test_years_without_a_record_are_shown_too() -> None:
    assert list(counted(record(1, "2023"), record(2, "2026")).periods) == [
        "2023",
        "2024",
        "2025",
        "2026",
    ]
    assert years([]) == {}


def test_parts_stand_in_the_order_of_their_axis_and_what_is_unstated_last() -> None:
    numbers = counted(record(1, part=UNSTATED), record(2, part="B"), record(3, part="A"))

    with override("en"):
        assert numbers.parts == {"A": "a", "B": "b", UNSTATED: "not stated"}
    assert counted(record(1, part="A"), parts=None).parts == {}


def test_demo_data_never_mix_with_facts() -> None:
    demo, fact = record(1, is_demo=True), record(2)

    only_demo = counted(demo)
    assert (only_demo.value(), only_demo.is_demo, only_demo.left_out) == (1, True, 0)
    both = counted(demo, fact)
    assert (both.value(), both.is_demo, both.left_out) == (1, False, 1)
    assert both.behind() == [fact]
    nothing = counted()
    assert (nothing.value(), nothing.is_demo, nothing.left_out) == (0, False, 0)


def test_a_record_knows_its_page() -> None:
    with override("en"):
        assert record(1).url == "/en/"


def test_what_several_numbers_go_by_is_asked_once_while_they_are_counted_together() -> None:
    asked = []

    @shared
    def question() -> list[Record]:
        asked.append("")
        return [record(len(asked))]

    with counted_together():
        assert question() == question()
    assert len(asked) == 1

    with counted_together():
        with counted_together():  # one number is put together from several
            assert question()[0].key == 2
        assert question()[0].key == 2
    assert [question()[0].key, question()[0].key] == [3, 4]
