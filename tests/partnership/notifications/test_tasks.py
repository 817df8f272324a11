"""Every task of the project may run twice, and background work is set up to survive."""

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from celery import Task
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils import timezone

from cases.models import Case
from monitoring.actions import order_report
from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.attendance import actions as attendance
from partnership.celery import app
from partnership.core import audit_partitions
from partnership.core.choices import FileState
from partnership.documents import storage
from partnership.documents.actions import sweeping
from partnership.documents.choices import State as FileStanding
from partnership.documents.models import StoredFile
from partnership.events import actions as events
from partnership.events.choices import Attendance, RegistrationStatus, ReminderRule
from partnership.events.models import Registration, Reminder
from partnership.nominations.models import NominationQuota
from partnership.notifications.choices import GroupState, State
from partnership.notifications.models import OutgoingMessage
from partnership.review import actions as review
from partnership.review.models import Submission
from partnership.search.models import SearchEntry
from partnership.translations.models import TranslationUnit
from tests.conftest import person
from tests.factories.attendance import ExportFactory, PlanFactory
from tests.factories.cases import PublishedCaseFactory
from tests.factories.commitments import CommitmentFactory, days_ago
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.files import StoredFileFactory, jpeg
from tests.factories.monitoring import (
    PreparedFileFactory,
    SamplingUnitFactory,
    SurveyFactory,
    SurveySiteFactory,
    UploadFactory,
    form_list,
)
from tests.factories.nominations import NominationFactory, QuotaFactory, focal_point
from tests.factories.notifications import GroupMessageFactory
from tests.factories.reports import had_seat, owed, writer_of
from tests.factories.results import held_events
from tests.factories.search import subject
from tests.factories.submissions import case_handed_in, city_government, speaking
from tests.factories.workbooks import csv
from tests.mail_server import MailServer
from tests.partnership.notifications.conftest import Write

OURS = ("partnership.", "cases.", "roundtables.", "monitoring.", "outreach.")
NO_STATE = {"django_migrations", "core_publicationversion"}
NO_WORK = {  # that it ran is all there is to it, or it fills a cache
    "partnership.core.tasks.heartbeat",
    "partnership.search.tasks.make_counts_ready",
}
RENUMBERED = {"search_suggestion"}  # written anew each night: what it says counts, not the number


def group_message() -> int:
    """Return the number of a message that is being written to two people."""
    for name in ("one", "two"):
        User.objects.create_user(f"{name}@example.org")
    return GroupMessageFactory(state=GroupState.SENDING, expected=2).pk


def due_today() -> tuple[()]:
    """A submission and a review that somebody is reminded of."""
    author, desk, reviewer = (
        User.objects.create_user(f"{name}@example.org", roles=roles)
        for name, roles in (("a", []), ("d", [Role.SECRETARIAT]), ("r", [Role.REVIEWER]))
    )
    taken = review.take(case_handed_in(author), by=desk)
    review.assign(taken, reviewer, by=desk, due_on=timezone.localdate())
    Submission.objects.update(due_on=timezone.localdate())
    return ()


def unknown_to_search() -> tuple[()]:
    """A public case that the search was not told of."""
    PublishedCaseFactory()
    SearchEntry.objects.all().delete()
    return ()


def written_past_the_models() -> tuple[()]:
    """A public case with a name that only the database was told."""
    PublishedCaseFactory()
    Case.objects.update(title_en="Written past the models")
    return ()


def unknown_to_translations() -> tuple[()]:
    """A public case whose texts nobody follows."""
    PublishedCaseFactory()
    TranslationUnit.objects.all().delete()
    return ()


def word_that_binds_now() -> tuple[()]:
    """A public case whose English lacks a word that the glossary has come to ask for."""
    PublishedCaseFactory()
    subject("background", "!背景", "!surroundings")
    return ()


def offer_that_is_over() -> tuple[()]:
    """A seat offered until a minute ago, with somebody waiting behind it."""
    event = EventFactory(published=True, capacity=1, waitlist_capacity=5, offer_hours=24)
    taken, offered, _waits = (RegistrationFactory(event=event) for _ in range(3))
    events.cancel(taken)
    assert Registration.objects.filter(pk=offered.pk, status=RegistrationStatus.OFFERED).update(
        offer_expires_at=timezone.now() - timedelta(minutes=1)
    )
    return ()


def address_nobody_confirmed() -> tuple[()]:
    long_ago = timezone.now() - timedelta(hours=settings.UNVERIFIED_REGISTRATION_HOURS + 1)
    stranger = RegistrationFactory(stranger=True)
    Registration.objects.filter(pk=stranger.pk).update(created_at=long_ago)
    return ()


def cancelled_event() -> tuple[()]:
    """An event whose people still have to be told that it does not take place."""
    event = RegistrationFactory().event
    events.cancel_event(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")
    return ()


def reminder_that_is_due() -> tuple[()]:
    """An event in a week whose people are to be reminded a week before."""
    event = RegistrationFactory().event
    Reminder.objects.create(event=event, rule=ReminderRule.BEFORE_START, hours=7 * 24)
    return ()


def list_that_is_short() -> tuple[()]:
    """A day before the deadline nobody is named."""
    quota = QuotaFactory()
    focal_point(quota.organisation)
    tomorrow = timezone.now() + timedelta(days=1)
    NominationQuota.objects.update(deadline=tomorrow, reminders=0)
    return ()


def answer_to_tell() -> tuple[()]:
    """Somebody a city has named cannot come, and the city does not know yet."""
    focal_point((named := NominationFactory(accepted=True)).quota.organisation)
    assert named.registration
    events.cancel(named.registration)
    return ()


def file_to_make() -> tuple[int]:
    """The list of an event to which one comes."""
    event = RegistrationFactory().event
    return (ExportFactory(event=event, state=FileState.WAITING, content=None).pk,)


def workbook_to_take_in() -> tuple[int]:
    """A file with one survey, sent by somebody who hands surveys in."""
    form_list()
    writer = User.objects.create_user("surveyor@example.org")
    site = SurveySiteFactory(code="CN_XIA_001", organisation=speaking(writer).organisation)
    SamplingUnitFactory(site=site)
    content = csv("1,4")
    return (
        UploadFactory(
            sent_by=writer, organisation=site.organisation, content=content, file_name="a.csv"
        ).pk,
    )


def report_of_a_commitment() -> tuple[()]:
    """A commitment of long ago about which nobody has said anything yet."""
    commitment = CommitmentFactory(agreed_on=days_ago(600))
    focal_point(commitment.organisation)
    return ()


def reports_of_cities() -> tuple[()]:
    """One city took part and was not asked for its report yet; the report of another is late."""
    writer = User.objects.create_user("writer@example.org")
    writer_of(owed(due_on=days_ago(30)), writer)
    last_week = timezone.now() - timedelta(days=7)
    had_seat(city_government(), held_events(1, starts_at=last_week)[0])
    return ()


def evaluation_to_begin() -> tuple[int]:
    """Questions about an event that one attended, who still has to be asked."""
    plan = PlanFactory()
    RegistrationFactory(event=plan.event)
    plan.event.registrations.update(attendance=Attendance.ATTENDED)
    held(plan.event)
    attendance.take_usual_questions(plan, by=clerk())
    until = timezone.now() + timedelta(days=14)
    return (attendance.begin_evaluation(plan, until=until, by=clerk()).pk,)


def certificates_to_give() -> tuple[int]:
    """Asked for, and not one of them written yet."""
    plan = PlanFactory(certifying_by=clerk())
    RegistrationFactory(event=plan.event)
    plan.event.registrations.update(attendance=Attendance.ATTENDED)
    held(plan.event)
    return (plan.pk,)


def survey_not_in_the_results() -> tuple[()]:
    """An approved survey of which no result knows."""
    SurveyFactory()
    return ()


def month_past_retention() -> tuple[()]:
    """A month of the audit trail from long ago."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT core_audit_add_month('2015-01-01')")
    return ()


def refused_long_ago() -> tuple[()]:
    """A refused file whose row has said why for long enough."""
    row = StoredFileFactory(state=FileStanding.REFUSED, reason="empty", kind="")
    StoredFile.objects.filter(pk=row.pk).update(updated_at=timezone.now() - timedelta(days=400))
    return ()


def file_to_check() -> tuple[()]:
    """A picture whose scanner did not answer when it came."""
    row = StoredFileFactory(state=FileStanding.QUARANTINED, kind="", checked_at=None, facts={})
    storage.write(row.token, [jpeg()])
    return ()


def bytes_nobody_names() -> tuple[()]:
    """What is left of a request that was killed two days ago."""
    storage.write("0" * 32, [b"left behind"])
    long_ago = time.time() - 2 * sweeping.UNNAMED_FOR
    os.utime(storage.sent("0" * 32), (long_ago, long_ago))
    return ()


def report_to_make() -> tuple[int]:
    """A report on the whole region that somebody asked for."""
    SurveyFactory(surveyed_on=date(2025, 5, 1))
    editor = person("Editor", "en", Role.SECRETARIAT)
    return (order_report(None, 2025, 2025, by=editor, language="en").pk,)


Arguments = Callable[[Write], tuple[Any, ...]]
# What each task is given here. A task without a line fails the test below.
ARGUMENTS: dict[str, Arguments] = {
    "monitoring.tasks.read_uploads": lambda write: workbook_to_take_in(),
    "monitoring.tasks.prepare_files": lambda write: (PreparedFileFactory().pk,),
    "monitoring.tasks.make_reports": lambda write: report_to_make(),
    "partnership.core.tasks.heartbeat": lambda write: (),
    "partnership.core.tasks.keep_audit_months": lambda write: month_past_retention(),
    "partnership.core.tasks.apply_retention": lambda write: refused_long_ago(),
    "partnership.documents.tasks.check_waiting_files": lambda write: file_to_check(),
    "partnership.documents.tasks.tidy_up": lambda write: bytes_nobody_names(),
    "partnership.notifications.tasks.deliver": lambda write: ([write().pk],),
    "partnership.events.tasks.settle_offers": lambda write: offer_that_is_over(),
    "partnership.events.tasks.end_unverified": lambda write: address_nobody_confirmed(),
    "partnership.events.tasks.tell_people": lambda write: cancelled_event(),
    "partnership.events.tasks.send_reminders": lambda write: reminder_that_is_due(),
    "partnership.nominations.tasks.tell_answers": lambda write: answer_to_tell(),
    "partnership.nominations.tasks.remind": lambda write: list_that_is_short(),
    "partnership.attendance.tasks.make_export": lambda write: file_to_make(),
    "partnership.attendance.tasks.invite_to_evaluate": lambda write: evaluation_to_begin(),
    "partnership.attendance.tasks.issue_certificates": lambda write: certificates_to_give(),
    "partnership.network.tasks.ask_for_due_reports": lambda write: report_of_a_commitment(),
    "partnership.reports.tasks.look_after_reports": lambda write: reports_of_cities(),
    "monitoring.tasks.renew_results": lambda write: survey_not_in_the_results(),
    "partnership.review.tasks.remind_of_due_dates": lambda write: due_today(),
    "partnership.notifications.tasks.write_to_group": lambda write: (group_message(),),
    "partnership.translations.tasks.check_translations": lambda write: unknown_to_translations(),
    "partnership.translations.tasks.count_warnings": lambda write: word_that_binds_now(),
    "partnership.search.tasks.sweep_changed_rows": lambda write: written_past_the_models(),
    "partnership.search.tasks.check_the_index": lambda write: unknown_to_search(),
    "partnership.search.tasks.make_counts_ready": lambda write: (),
}


def tasks() -> dict[str, Task]:
    app.loader.import_default_modules()
    return {name: task for name, task in app.tasks.items() if name.startswith(OURS)}


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all our tables."""
    found = {}
    for model in apps.get_models():
        table = model._meta.db_table
        if table not in NO_STATE and model.__module__.startswith(OURS):
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608
                rows = cursor.fetchall()
            found[table] = sorted(row[1:] for row in rows) if table in RENUMBERED else rows
    return found


def world() -> dict[str, object]:
    """Return what a task can change: rows, the months of the trail, and files."""
    root = Path(settings.MEDIA_DIR)
    files = sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())
    return {"rows": everything(), "months": audit_partitions.months(), "files": files}


def test_every_task_is_tried_here() -> None:
    assert set(tasks()) == set(ARGUMENTS), "Say in ARGUMENTS what the new task is to be given."


@pytest.mark.parametrize("name", sorted(ARGUMENTS))
def test_a_task_that_runs_twice_does_its_work_once(
    server: MailServer, write: Write, name: str
) -> None:
    arguments = ARGUMENTS[name](write)
    task = tasks()[name]
    before = world()
    task(*arguments)
    once = world()
    task(*arguments)

    assert (once == before) == (name in NO_WORK), "The task had nothing to do."
    assert world() == once
    assert server.doubles == {}


def test_a_task_for_messages_sends_them(server: MailServer, write: Write) -> None:
    message = write()
    tasks()["partnership.notifications.tasks.deliver"]([message.pk])

    assert OutgoingMessage.objects.get().state == State.SENT


def test_a_task_for_messages_that_are_gone_ends_calmly(db: None) -> None:
    tasks()["partnership.notifications.tasks.deliver"]([4711])


PINNED = {
    "task_acks_late": True,
    "task_reject_on_worker_lost": True,
    "task_ignore_result": True,
    "worker_prefetch_multiplier": 1,
    "task_serializer": "json",
    "accept_content": ["json"],
    "task_always_eager": False,
}


@pytest.mark.parametrize(("setting", "value"), PINNED.items())
def test_work_survives_the_death_of_its_worker(setting: str, value: object) -> None:
    assert app.conf[setting] == value


def test_limits_fit_together() -> None:
    longest = app.conf.task_time_limit
    options = app.conf.broker_transport_options

    assert app.conf.task_soft_time_limit < longest
    assert options["visibility_timeout"] >= 2 * longest
    assert options["socket_connect_timeout"] <= 5
    assert options["socket_timeout"] >= 5, "a worker's blocking read lasts a second"
    assert app.conf.worker_soft_shutdown_timeout > 0


def test_no_task_waits_in_the_queue_for_later() -> None:
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        options = entry.get("options", {})
        assert not {"countdown", "eta"} & options.keys()
