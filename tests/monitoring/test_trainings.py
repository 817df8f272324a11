"""Trainings: what is taught by whom, and what people gained."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from monitoring import actions
from monitoring.actions import Marks
from monitoring.errors import NotAParticipant, NoTest, TooManyMarks
from monitoring.models import Score, Training
from partnership.accounts.models import User
from partnership.attendance.judging import Yardstick
from partnership.attendance.models import Plan
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events import programmes
from partnership.events.choices import Kind
from partnership.events.models import Event, Registration
from tests.factories.attendance import PlanFactory
from tests.factories.events import EventFactory, RegistrationFactory, held
from tests.factories.programmes import TrainerFactory, TrainingFactory

pytestmark = pytest.mark.django_db


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def both(before: int | None, after: int | None) -> Marks:
    return {"before": before, "after": after}


def participants(event: Event, number: int) -> list[Registration]:
    return [RegistrationFactory(event=event) for _number in range(number)]


def test_the_page_says_what_is_taught_by_whom(client: Client) -> None:
    training = TrainingFactory()
    TrainerFactory(event=training.event)

    page = text(client, f"/en/events/{training.event.slug}/")

    for words in ("Beach litter", "Transect survey", "Demo Trainer", "Researcher", "Bring a"):
        assert words in page, words
    assert "from 80% attendance" in page
    assert "演示教员" in text(client, f"/zh-hans/events/{training.event.slug}/")


def test_a_training_that_announces_no_share_promises_none(client: Client) -> None:
    training = TrainingFactory(certificate_share=None)

    assert "% attendance" not in text(client, f"/en/events/{training.event.slug}/")
    assert programmes.certificate_share(training.event) is None


def test_it_tells_the_share_a_certificate_asks_for() -> None:
    assert programmes.certificate_share(TrainingFactory(certificate_share=60).event) == 60
    assert programmes.certificate_share(EventFactory(kind=Kind.TRAINING)) is None
    assert programmes.certificate_share(EventFactory(kind=Kind.DIALOGUE)) is None
    assert programmes.certificate_share(Event(kind="unknown")) is None


def test_attendance_is_measured_by_the_announced_share() -> None:
    announced = TrainingFactory(certificate_share=60).event
    unsaid = TrainingFactory(certificate_share=None).event

    assert (Yardstick.of(announced).needed, Yardstick.of(unsaid).needed) == (60, 80)


def test_the_form_of_the_plan_asks_for_no_share_beside_the_announced_one(
    client: Client, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    announced = PlanFactory(event=TrainingFactory(certificate_share=60).event)
    unsaid = PlanFactory(event=TrainingFactory(certificate_share=None).event)

    def form_of(plan: Plan) -> str:
        return text(client, reverse("admin:attendance_plan_change", args=[plan.pk]))

    assert "60%" in form_of(announced)
    assert 'name="needed_share"' not in form_of(announced)
    assert 'name="needed_share"' in form_of(unsaid)


def test_an_event_that_was_not_described_has_no_part(client: Client) -> None:
    event = EventFactory(published=True, kind=Kind.TRAINING)

    assert "Methods taught" not in text(client, f"/en/events/{event.slug}/")


def test_the_gain_is_shown_from_five_people_on(client: Client, lin: User) -> None:
    training = TrainingFactory()
    rows = participants(training.event, 6)
    marks = {row.pk: both(40, 80) for row in rows[:4]} | {rows[4].pk: both(50, None)}
    assert actions.note_scores(training.event, marks, by=lin) == 5
    event = held(training.event)
    address = f"/en/events/{event.slug}/"
    assert "on average" not in text(client, address)

    actions.note_scores(event, {rows[4].pk: both(50, 70), rows[5].pk: both(None, None)}, by=lin)

    page = text(client, address)
    assert "5 participants reached 42.0 on average before the training and 78.0 after it" in page


def test_there_is_no_gain_before_the_end_or_without_marks(client: Client, lin: User) -> None:
    training = TrainingFactory()
    rows = participants(training.event, 5)
    actions.note_scores(training.event, {row.pk: both(1, 2) for row in rows}, by=lin)
    assert "on average" not in text(client, f"/en/events/{training.event.slug}/")
    other = held(TrainingFactory().event)
    assert "on average" not in text(client, f"/en/events/{other.slug}/")
    assert Score.objects.of_event(other).gain() is None


def test_marks_are_kept_replaced_and_deleted(lin: User) -> None:
    training = TrainingFactory()
    first, second = participants(training.event, 2)

    actions.note_scores(training.event, {first.pk: both(40, None), second.pk: both(10, 20)}, by=lin)
    actions.note_scores(
        training.event, {first.pk: both(40, 90), second.pk: both(None, None)}, by=lin
    )

    kept = Score.objects.get()
    assert (kept.pk, kept.before, kept.after) == (first.pk, 40, 90)
    assert str(kept) == str(first)
    gain = Score.objects.of_event(training.event).gain()
    assert gain is not None
    assert gain.points == 50
    kept_of_it = [row.changes for row in AuditEvent.objects.about(training.event)]
    assert {"test_results": [2, 1]} in kept_of_it


def test_impossible_marks_are_refused(lin: User, guo: User) -> None:
    training = TrainingFactory(full_marks=10)
    row = RegistrationFactory(event=training.event)
    elsewhere = RegistrationFactory()
    untested = TrainingFactory(full_marks=None)

    with pytest.raises(TooManyMarks):
        actions.note_scores(training.event, {row.pk: both(11, None)}, by=lin)
    with pytest.raises(NotAParticipant):
        actions.note_scores(training.event, {elsewhere.pk: both(1, 1)}, by=lin)
    with pytest.raises(NoTest):
        actions.note_scores(untested.event, {}, by=lin)
    with pytest.raises(NoTest):
        actions.note_scores(EventFactory(), {}, by=lin)
    with pytest.raises(NotAllowed):
        actions.note_scores(training.event, {row.pk: both(1, 1)}, by=guo)
    assert not Score.objects.exists()


@pytest.mark.parametrize("values", [{"certificate_share": 0}, {"full_marks": 1001}])
def test_the_database_refuses_what_cannot_be(values: dict[str, int]) -> None:
    training = TrainingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Training.objects.filter(pk=training.pk).update(**values)
    assert str(training) == str(training.event)


def test_the_secretariat_types_the_marks(client: Client, zhao: User, settings: Any) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    training = TrainingFactory(full_marks=10)
    row = RegistrationFactory(event=training.event, name="Mei")
    address = reverse("admin:events_event_deed", args=[training.event.pk, "scores"])

    assert "Mei" in text(client, address)
    wrong = client.post(address, {f"before_{row.pk}": "11", f"after_{row.pk}": ""})
    assert wrong.status_code == 200
    done = client.post(address, {f"before_{row.pk}": "4", f"after_{row.pk}": "9"})
    assert done.status_code == 302
    assert Score.objects.get().after == 9
    assert 'value="9"' in text(client, address)
    form = reverse("admin:events_event_change", args=[training.event.pk])
    assert address in text(client, form)
    undescribed = EventFactory(published=True, kind=Kind.TRAINING)
    empty = reverse("admin:events_event_deed", args=[undescribed.pk, "scores"])
    assert client.post(empty, {}).status_code == 200


def table_of(training: Training) -> str:
    return reverse("admin:events_event_deed", args=[training.event.pk, "scores-table"])


def test_the_marks_of_many_are_copied_out_of_a_table(
    client: Client, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    training = TrainingFactory(full_marks=10)
    names = ("Mei", "A\tHai", "An")
    mei, hai, an = (RegistrationFactory(event=training.event, name=name) for name in names)
    actions.note_scores(training.event, {hai.pk: both(3, None)}, by=zhao)
    offered = client.get(table_of(training)).context["form"].initial["table"]
    assert offered == f"{hai.pk}\tA Hai\t3\t\n{an.pk}\tAn\t\t\n{mei.pk}\tMei\t\t"

    filled = f"{hai.pk}\tA Hai\t\t9\r\n\r\n {mei.pk} \tMei\t0\t10\r\n{an.pk}\tAn"
    assert client.post(table_of(training), {"table": filled}).status_code == 302

    kept = set(Score.objects.values_list("pk", "before", "after"))
    assert kept == {(mei.pk, 0, 10), (hai.pk, 3, 9)}


def test_every_fault_of_a_table_is_told_at_once_and_nothing_is_kept(
    client: Client, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    training = TrainingFactory(full_marks=10)
    row = RegistrationFactory(event=training.event)
    elsewhere = RegistrationFactory()
    wrong = [
        f"{row.pk}\tMei\t1\t2",
        f"{row.pk}\tMei\t1\t2",
        f"{elsewhere.pk}\tAn\t1\t2",
        "none\tAn\t1\t2",
        f"{row.pk},Mei,1,2",
    ]

    page = client.post(table_of(training), {"table": "\n".join(wrong)}).content.decode()

    for line in (2, 3, 4, 5):
        assert f"第{line}行" in page
    assert "第1行" not in page
    over = client.post(table_of(training), {"table": f"{row.pk}\tMei\t11\t-1"})
    assert "“11”" in over.content.decode()
    assert not Score.objects.exists()


def test_of_two_who_type_marks_neither_erases_the_others(
    client: Client, zhao: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    training = TrainingFactory(full_marks=10)
    mei, hai = participants(training.event, 2)
    address = reverse("admin:events_event_deed", args=[training.event.pk, "scores"])
    names = [f"{part}_{row.pk}" for row in (mei, hai) for part in ("before", "after")]
    page = text(client, address)
    assert all(f'name="initial-{name}"' in page for name in names)
    opened = dict.fromkeys([*names, *(f"initial-{name}" for name in names)], "")
    other = {**opened, f"before_{mei.pk}": "4", f"before_{hai.pk}": "5"}
    assert client.post(address, other).status_code == 302

    client.post(address, {**opened, f"after_{mei.pk}": "9"})

    kept = Score.objects.order_by("pk").values_list("pk", "before", "after")
    assert sorted(kept) == sorted([(mei.pk, 4, 9), (hai.pk, 5, None)])


def test_the_section_lists_trainings(client: Client) -> None:
    TrainingFactory(event__title_en="Qinzhou training")

    assert "Qinzhou training" in text(client, "/en/monitoring/")
