"""Evaluation after an event: asked once, answered once, without a name."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.attendance import actions, tasks
from partnership.attendance.actions import evaluating
from partnership.attendance.choices import QuestionKind
from partnership.attendance.errors import (
    AlreadyAnswered,
    EvaluationClosed,
    EvaluationNotReady,
    NoEvaluation,
    NotHeldYet,
    OnlyWhoAttended,
    QuestionsThereAlready,
)
from partnership.attendance.evaluation import results
from partnership.attendance.evaluation.usual import USUAL
from partnership.attendance.models import Answer, EvaluationTurn, Plan, Question, Response
from partnership.core import retention
from partnership.core.admin import waiting
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events import links
from partnership.events.choices import Attendance
from partnership.events.models import Event, Registration
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import RegistrationFactory, held
from tests.factories.network import PersonFactory
from tests.forms_in_pages import fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def guests(event: Event) -> list[Registration]:
    """Four who came, one of them without an account, and one who did not."""
    came = RegistrationFactory.create_batch(3, event=event)
    entered = RegistrationFactory(event=event, entered=True, email="link@example.org")
    absent = RegistrationFactory(event=event)
    event.registrations.exclude(pk=absent.pk).update(attendance=Attendance.ATTENDED)
    event.registrations.filter(pk=absent.pk).update(attendance=Attendance.ABSENT)
    rows = [*came, entered, absent]
    for row in rows:
        row.refresh_from_db()
    return rows


@pytest.fixture
def asked(plan: Plan, guests: list[Registration], lin: User) -> Plan:
    """The event is held, everybody who came is asked for a fortnight."""
    held(plan.event)
    plan.event.refresh_from_db()
    actions.take_usual_questions(plan, by=lin)
    actions.begin_evaluation(plan, until=timezone.now() + timedelta(days=14), by=lin)
    tasks.invite_to_evaluate()
    plan.refresh_from_db()
    return plan


def given(plan: Plan, rating: int = 4, words: str = "More time.") -> dict[int, int | str]:
    return {
        question.pk: rating if question.kind == QuestionKind.RATING else words
        for question in plan.questions.all()
    }


# --- Beginning ---------------------------------------------------------------------------------


def test_who_attended_is_asked_once_in_their_language(
    asked: Plan, guests: list[Registration], lin: User
) -> None:
    mails = OutgoingMessage.objects.filter(kind="attendance.evaluation")
    addresses = {row.email for row in guests[:4]}
    assert set(mails.values_list("to_address", flat=True)) == addresses
    assert "until" in mails.get(to_address=guests[0].email).text

    actions.begin_evaluation(asked, until=timezone.now() + timedelta(days=20), by=lin)
    tasks.invite_to_evaluate()

    assert mails.count() == 4


def test_people_are_invited_in_parts(
    asked: Plan, monkeypatch: pytest.MonkeyPatch, lin: User
) -> None:
    OutgoingMessage.objects.all().delete()
    monkeypatch.setattr(evaluating, "PART", 3)
    actions.begin_evaluation(asked, until=timezone.now() + timedelta(days=20), by=lin)

    assert actions.invite_next()
    asked.refresh_from_db()
    assert asked.is_inviting
    assert actions.invite_next()
    asked.refresh_from_db()
    assert not asked.is_inviting
    assert not actions.invite_next()


def test_it_begins_when_the_event_is_held_and_there_are_questions(plan: Plan, lin: User) -> None:
    later = timezone.now() + timedelta(days=1)
    with pytest.raises(NotHeldYet):
        actions.begin_evaluation(plan, until=later, by=lin)
    held(plan.event)
    with pytest.raises(EvaluationNotReady):
        actions.begin_evaluation(plan, until=later, by=lin)
    actions.take_usual_questions(plan, by=lin)
    with pytest.raises(EvaluationNotReady):
        actions.begin_evaluation(plan, until=timezone.now(), by=lin)
    with pytest.raises(QuestionsThereAlready):
        actions.take_usual_questions(plan, by=lin)
    with pytest.raises(NotAllowed):
        actions.begin_evaluation(plan, until=later, by=PersonFactory())
    assert plan.questions.count() == len(USUAL)


def test_a_question_is_asked_in_both_languages(plan: Plan) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.create(plan=plan, text_zh_hans="好吗？", text_en="")


# --- Answering ---------------------------------------------------------------------------------


def test_each_answers_once_and_nothing_says_who(asked: Plan, guests: list[Registration]) -> None:
    actions.answer(guests[0], given(asked))

    with pytest.raises(AlreadyAnswered):
        actions.answer(guests[0], given(asked))
    assert Response.objects.count() == EvaluationTurn.objects.count() == 1
    assert Answer.objects.count() == len(USUAL)
    columns = {field.name for field in (*Response._meta.fields, *Answer._meta.fields)}
    assert not columns & {"registration", "person", "created_at", "at"}
    trail = AuditEvent.objects.filter(target_type="attendance.plan").latest("occurred_at")
    assert trail.actor_id == ""


def test_others_are_refused_with_a_reason(asked: Plan, guests: list[Registration]) -> None:
    with pytest.raises(OnlyWhoAttended):
        actions.answer(guests[4], given(asked))
    Plan.objects.update(evaluation_until=timezone.now())
    with pytest.raises(EvaluationClosed):
        actions.answer(guests[0], given(asked))
    Plan.objects.update(evaluation_until=None)
    with pytest.raises(NoEvaluation):
        actions.answer(guests[0], given(asked))


def test_questions_of_other_events_are_passed_over(asked: Plan, guests: list[Registration]) -> None:
    actions.answer(guests[0], {0: 5})

    assert not Answer.objects.exists()


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_is_answered_from_the_registration(
    client: Client, asked: Plan, guests: list[Registration], language: str
) -> None:
    row = guests[0]
    client.force_login(row.person)
    with override(language):
        own = reverse("events:own", args=[row.uid])
    assert f'href="{own}evaluation/"' in client.get(own).content.decode()
    address = f"{own}evaluation/"
    page = client.get(address).content.decode()
    assert (
        getattr(asked.questions.all()[0], "text_en" if language == "en" else "text_zh_hans") in page
    )

    empty = client.post(address, {})
    assert empty.status_code == 200
    assert not Response.objects.exists()
    typed = {f"question-{key}": str(value) for key, value in given(asked).items()}
    client.post(address, typed)

    assert Response.objects.count() == 1
    again = client.post(address, typed)
    assert Response.objects.count() == 1
    assert again.status_code == 200
    assert f'href="{own}evaluation/"' not in client.get(own).content.decode()
    client.force_login(PersonFactory())
    assert client.get(address).status_code == 404


def test_two_windows_answer_once(
    client: Client, asked: Plan, guests: list[Registration], monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = links.make(guests[3])
    address = reverse("events:registration", args=[secret]) + "evaluation/"
    assert client.get(address).status_code == 200
    monkeypatch.setattr(
        actions, "answer", lambda *_arguments: (_ for _ in ()).throw(AlreadyAnswered())
    )
    typed = {f"question-{key}": str(value) for key, value in given(asked).items()}

    page = client.post(address, typed).content.decode()

    assert str(AlreadyAnswered()) in page
    assert client.get(reverse("events:registration", args=["x"]) + "evaluation/").status_code == 404


# --- Results -----------------------------------------------------------------------------------


def test_results_are_shown_from_three_answers_on(
    client: Client, asked: Plan, guests: list[Registration], lin: User
) -> None:
    client.force_login(lin)
    address = f"/en/events/{asked.event.slug}/evaluation/"
    table = f"/en/events/{asked.event.slug}/evaluation.csv"

    def csv() -> str:
        return b"".join(client.get(table).streaming_content).decode()

    for row, rating in zip(guests[:2], (5, 4), strict=True):
        actions.answer(row, given(asked, rating, "=Words"))
    assert "once 3 people" in client.get(address).content.decode()
    assert "Words" not in csv()

    question = asked.questions.all()[0]
    actions.answer(guests[2], {question.pk: 3})
    page = client.get(address).content.decode()

    assert "Mean: 4.0 of 5" in page
    assert "<svg" in page
    assert "<table" in page, "each chart has its numbers as a table"
    assert "=Words" in page
    lines = csv().splitlines()
    assert len(lines) == 4
    assert "'=Words" in csv(), "no cell becomes a formula"
    client.force_login(PersonFactory())
    assert client.get(address).status_code == 404
    assert client.get(table).status_code == 404


def test_a_question_nobody_answered_says_so(
    client: Client, asked: Plan, guests: list[Registration], lin: User
) -> None:
    for row in guests[:3]:
        actions.answer(row, {asked.questions.all()[0].pk: 5})
    client.force_login(lin)

    page = client.get(f"/en/events/{asked.event.slug}/evaluation/").content.decode()

    assert "Nobody has written anything" in page
    found = results.results_of(asked, 4)
    assert [rated.mean for rated in found.rated] == [5.0, None, None]


def test_results_ask_the_same_for_few_and_for_many(
    asked: Plan, django_assert_num_queries: Any
) -> None:
    def more(count: int) -> None:
        for _number in range(count):
            response = Response.objects.create(plan=asked)
            for question in asked.questions.all():
                Answer.objects.create(response=response, question=question, rating=3)

    more(3)
    with django_assert_num_queries(3):
        results.results_of(asked, 0)
    with django_assert_num_queries(4):
        list(results.lines(asked))
    more(47)
    with django_assert_num_queries(3):
        results.results_of(asked, 0)
    with django_assert_num_queries(4):
        list(results.lines(asked))


# --- The secretariat ---------------------------------------------------------------------------


@pytest.fixture
def desk(client: Client, zhao: User, settings: Any) -> Client:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(zhao)
    return client


def test_the_secretariat_asks_from_the_plan(
    desk: Client, plan: Plan, guests: list[Registration], zhao: User
) -> None:
    held(plan.event)

    def deed(slug: str, **typed: str) -> Any:
        return desk.post(reverse("admin:attendance_plan_deed", args=[plan.pk, slug]), typed)

    address = reverse("admin:attendance_plan_change", args=[plan.pk])
    assert "尚无问题" in desk.get(address).content.decode()
    assert deed("usual-questions").status_code == 302
    asked = {str(item.question.title): item.count for item in waiting.items_for(zhao)}
    assert asked["待开展的活动评价"] == 1
    listed = desk.get(reverse("admin:attendance_plan_changelist"), {"waits": "evaluation"})
    assert str(plan) in listed.content.decode()
    typed = fields_of(desk.get(address), "plan_form")
    changed = desk.post(address, {**typed, "questions-0-text_en": "Was it good?"})
    assert changed.status_code == 302, changed.content.decode()[-2000:]
    assert plan.questions.all()[0].text_en == "Was it good?"

    assert deed("begin-evaluation", until="2020-01-01 09:00").status_code == 200
    assert deed("begin-evaluation", until="2099-01-01 09:00").status_code == 302
    plan.refresh_from_db()
    actions.answer(guests[0], given(plan))

    page = desk.get(address).content.decode()
    assert "评价结果（答卷1份）" in page
    assert 'name="questions-0-text_en"' not in page, "what was answered is asked no differently"


def test_a_year_later_words_and_turns_are_forgotten(
    asked: Plan, guests: list[Registration], settings: Any
) -> None:
    actions.answer(guests[0], given(asked))
    later = timezone.now() + timedelta(days=settings.REGISTRATION_RETENTION_DAYS + 1)

    retention.run(now=later)

    assert not Answer.objects.exclude(text="").exists()
    assert not EvaluationTurn.objects.exists()
    assert Answer.objects.filter(rating=4).count() == 3
    again = {outcome.rule.name: outcome.count for outcome in retention.run(now=later)}
    assert again["words-of-evaluations"] == again["turns-at-evaluations"] == 0


def test_rows_say_what_they_are(asked: Plan, guests: list[Registration]) -> None:
    actions.answer(guests[0], given(asked, words="Good."))

    assert str(EvaluationTurn.objects.get()) == str(guests[0])
    assert str(Response.objects.get()) == str(Response.objects.get().pk)
    assert {str(answer) for answer in Answer.objects.all()} == {"4", "Good."}
    assert str(asked.questions.all()[0]) == USUAL[0][1]
