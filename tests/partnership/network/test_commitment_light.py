"""The light of a commitment: worked out from reports, days, state and evidence."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from partnership.network.commitment_choices import (
    LIGHTS,
    CommitmentState,
    Direction,
    Finding,
    Light,
    Pace,
    ReportState,
    light_of,
)
from partnership.network.commitment_querysets import LATE, ON_TIME
from partnership.network.models import Commitment
from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
    completed,
    days_ago,
)

pytestmark = pytest.mark.django_db


def finding(commitment: Commitment, today: date | None = None) -> Finding:
    return Finding(Commitment.objects.with_light(today).get(pk=commitment.pk).finding)


def light(commitment: Commitment) -> Light:
    return light_of(finding(commitment))


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (0, Finding.REPORTED),
        (364, Finding.REPORTED),
        (365, Finding.DUE),
        (366, Finding.DUE),
        (729, Finding.DUE),
        (730, Finding.SILENT),
        (731, Finding.SILENT),
    ],
)
def test_it_follows_the_age_of_the_last_report(age: int, expected: Finding) -> None:
    commitment = CommitmentFactory(agreed_on=days_ago(900))
    ReportFactory(commitment=commitment, given_on=days_ago(age))

    assert finding(commitment) == expected
    colour = {Finding.REPORTED: "green", Finding.DUE: "yellow", Finding.SILENT: "red"}[expected]
    assert light(commitment) == colour


@pytest.mark.parametrize(
    ("age", "expected", "colour"),
    [
        (364, Finding.FRESH, Light.GREEN),
        (365, Finding.DUE, Light.YELLOW),
        (366, Finding.DUE, Light.YELLOW),
        (729, Finding.DUE, Light.YELLOW),
        (730, Finding.NEVER, Light.GREY),
    ],
)
def test_it_is_inactive_when_nothing_was_ever_reported(
    age: int, expected: Finding, colour: Light
) -> None:
    commitment = CommitmentFactory(agreed_on=days_ago(age))

    assert finding(commitment) == expected
    assert light(commitment) == colour


def test_only_accepted_reports_count_and_the_latest_period_of_them() -> None:
    commitment = CommitmentFactory(agreed_on=days_ago(900))
    ReportFactory(commitment=commitment, given_on=days_ago(400))
    ReportFactory(
        commitment=commitment, given_on=days_ago(10), state=ReportState.RETURNED, remark_en="No."
    )
    ReportFactory(
        commitment=commitment,
        given_on=days_ago(5),
        period_to=days_ago(800),
        value=99,
    )

    row = Commitment.objects.with_light().get(pk=commitment.pk)

    assert row.finding == Finding.DUE
    assert row.last_value == 20


def waiting(commitment: Commitment, value: int = 20, **values: Any) -> Commitment:
    """Let a report on it wait for its review."""
    ReportFactory(commitment=commitment, value=value, state=ReportState.GIVEN, **values)
    return commitment


@pytest.mark.parametrize("age", [365, 730, 900])
@pytest.mark.parametrize("has_reported", [True, False])
def test_nobody_is_called_silent_while_a_report_waits(age: int, has_reported: bool) -> None:
    commitment = CommitmentFactory(agreed_on=days_ago(age))
    if has_reported:
        ReportFactory(commitment=commitment, given_on=days_ago(age))

    assert finding(waiting(commitment)) == Finding.WAITING
    assert light(commitment) == Light.YELLOW


def test_a_report_that_waits_changes_nothing_within_a_year() -> None:
    assert finding(waiting(CommitmentFactory(agreed_on=days_ago(364)))) == Finding.FRESH


@pytest.mark.parametrize(
    ("value", "expected"), [(39, Finding.OVERDUE), (40, Finding.WAITING), (41, Finding.WAITING)]
)
@pytest.mark.parametrize("agreed", [0, 900])
def test_past_the_due_date_a_report_has_to_show_the_target(
    value: int, expected: Finding, agreed: int
) -> None:
    commitment = CommitmentFactory(due_on=days_ago(1), agreed_on=days_ago(agreed))

    assert finding(waiting(commitment, value)) == expected


@pytest.mark.parametrize(
    ("due_in", "value", "expected"),
    [
        (0, 39, Finding.REPORTED),
        (-1, 39, Finding.OVERDUE),
        (-1, 40, Finding.REPORTED),
        (10, 9, Finding.WORSE),
        (10, 10, Finding.REPORTED),
    ],
)
def test_it_looks_at_the_figure_upwards(due_in: int, value: int, expected: Finding) -> None:
    commitment = CommitmentFactory(due_on=days_ago(-due_in))
    ReportFactory(commitment=commitment, value=value)

    assert finding(commitment) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(41, Finding.OVERDUE), (40, Finding.REPORTED), (101, Finding.OVERDUE)],
)
def test_it_looks_at_the_figure_downwards(value: int, expected: Finding) -> None:
    commitment = CommitmentFactory(
        direction=Direction.DOWN, baseline=100, target=40, due_on=days_ago(1)
    )
    ReportFactory(commitment=commitment, value=value)

    assert finding(commitment) == expected


def test_it_is_overdue_without_any_report() -> None:
    assert finding(CommitmentFactory(due_on=days_ago(1))) == Finding.OVERDUE


def test_it_speaks_of_states_that_end_the_waiting() -> None:
    delayed = CommitmentFactory(state=CommitmentState.DELAYED)
    dropped = CommitmentFactory(state=CommitmentState.DROPPED, due_on=days_ago(9))

    assert finding(ProposalFactory()) == Finding.PROPOSED
    assert finding(delayed) == Finding.DELAYED
    assert light(delayed) == Light.YELLOW
    assert light(dropped) == Light.GREY
    assert light(completed()) == Light.GREEN


def test_a_completed_one_whose_evidence_is_withdrawn_is_yellow() -> None:
    commitment = completed()
    commitment.evidence.update(withdrawn_on=days_ago(0), reason="Wrong file.")

    assert finding(commitment) == Finding.EVIDENCE_GONE
    assert light(commitment) == Light.YELLOW

    waiting = ReportFactory(commitment=commitment, state=ReportState.GIVEN, given_on=days_ago(1))
    EvidenceFactory(commitment=commitment, report=waiting)

    assert finding(commitment) == Finding.EVIDENCE_GONE  # nobody outside sees what shows it

    unseen = EvidenceFactory(commitment=commitment, accepted_on=None)

    assert finding(commitment) == Finding.EVIDENCE_GONE

    unseen.accepted_on = days_ago(0)
    unseen.save()

    assert finding(commitment) == Finding.COMPLETED


def test_it_changes_with_the_day_alone() -> None:
    commitment = CommitmentFactory()
    tomorrow = days_ago(0) + timedelta(days=1)

    assert finding(commitment, tomorrow) == Finding.FRESH
    assert finding(commitment, days_ago(-365)) == Finding.DUE
    assert finding(commitment, days_ago(-731)) == Finding.NEVER


def test_commitments_are_found_by_their_light() -> None:
    green, yellow = CommitmentFactory(), CommitmentFactory(agreed_on=days_ago(400))

    assert list(Commitment.objects.with_light().lit(Light.GREEN)) == [green]
    assert list(Commitment.objects.with_light().lit(Light.YELLOW, Light.RED)) == [yellow]


def reported(value: int, *, period_to: date, **values: Any) -> Commitment:
    """A commitment due yesterday with one accepted figure."""
    commitment: Commitment = CommitmentFactory(due_on=days_ago(1), **values)
    ReportFactory(commitment=commitment, value=value, period_to=period_to)
    return commitment


def test_late_and_on_time_share_out_what_was_agreed_and_not_dropped() -> None:
    late = CommitmentFactory(due_on=days_ago(1))
    completed_late = completed(due_on=days_ago(9))
    reached_late = reported(41, period_to=days_ago(0))
    reported_late = reported(41, period_to=days_ago(1))  # handed in after the day, about before it
    completed_today = reported(40, period_to=days_ago(2), state=CommitmentState.COMPLETED)
    fell_back = reported(41, period_to=days_ago(3))
    ReportFactory(commitment=fell_back, value=39)
    downwards = reported(9, period_to=days_ago(1), direction=Direction.DOWN, baseline=99, target=9)
    in_time = {CommitmentFactory(), completed(), reported_late, completed_today, downwards}
    CommitmentFactory(state=CommitmentState.DROPPED, due_on=days_ago(1))
    ProposalFactory(due_on=days_ago(1))

    assert set(Commitment.objects.with_light().late()) == {
        late,
        completed_late,
        reached_late,
        fell_back,
    }
    assert set(Commitment.objects.with_light().on_time()) == in_time
    assert_said_at_once_as_well()


def assert_said_at_once_as_well() -> None:
    """What `with_timing` says of each is what `late` and `on_time` choose."""
    rows = Commitment.objects.with_last_report()
    timing = dict(rows.with_timing().values_list("pk", "timing"))
    for word, chosen in ((LATE, rows.public().late()), (ON_TIME, rows.on_time())):
        said = {key for key, found in timing.items() if found == word}
        assert said == set(chosen.values_list("pk", flat=True)), word


def test_whether_it_is_late_is_open_while_a_report_waits_that_shows_the_target_in_time() -> None:
    due = {"due_on": days_ago(9)}
    in_time = waiting(CommitmentFactory(**due), 40, period_to=days_ago(9))
    downwards = waiting(
        CommitmentFactory(**due, direction=Direction.DOWN, baseline=99, target=9),
        9,
        period_to=days_ago(9),
    )
    too_late = waiting(CommitmentFactory(**due), 40, period_to=days_ago(8))
    too_little = waiting(CommitmentFactory(**due), 39, period_to=days_ago(9))
    not_due = waiting(CommitmentFactory(), 40)
    rows = Commitment.objects.with_light()

    assert set(rows.undecided()) == {in_time, downwards}
    assert set(rows.late()) == {too_late, too_little}
    assert set(rows.on_time()) == {not_due}
    assert_said_at_once_as_well()

    in_time.reports.update(state=ReportState.RETURNED, decided_at=timezone.now(), remark_en="No.")
    downwards.reports.update(state=ReportState.ACCEPTED, decided_at=timezone.now())

    assert in_time in rows.late()
    assert downwards in rows.on_time()
    assert not rows.undecided().exists()


def test_every_finding_has_a_colour_and_a_sentence() -> None:
    assert set(LIGHTS) == set(Finding)
    assert all(str(each.label).endswith(("。", ".")) for each in Finding)
    assert Pace.LATE.label
