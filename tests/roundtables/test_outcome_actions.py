"""Publishing outcome documents."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.core.models import AuditEvent
from partnership.events.actions import archive_event
from partnership.events.choices import Attendance, Kind
from partnership.events.models import Event, Registration
from partnership.notifications.models import Notification, OutgoingMessage
from roundtables import actions, policies
from roundtables.errors import NotOverYet, NotReady
from roundtables.models import Outcome
from tests.factories.events import EventFactory, RegistrationFactory, clerk, held
from tests.factories.network import PersonFactory
from tests.factories.outcomes import AnnexFactory, OutcomeFactory, SectionFactory, public

pytestmark = pytest.mark.django_db


def test_it_publishes_one_language_and_leaves_a_trace(zhao: User) -> None:
    outcome = actions.publish_outcome(OutcomeFactory(), "zh-hans", by=zhao)

    event = AuditEvent.objects.about(outcome).get()
    assert outcome.published_languages == ["zh-hans"]
    assert (event.verb, event.actor_label) == ("published", "Zhao")


def test_a_translation_is_signed_by_its_publication(zhao: User) -> None:
    outcome = public(OutcomeFactory(), "zh-hans")

    assert actions.publish_outcome(outcome, "en", by=zhao).published_languages == ["zh-hans", "en"]


def test_those_who_had_seats_are_told_once_in_their_language(zhao: User) -> None:
    outcome = OutcomeFactory(event=EventFactory(published=True, kind=Kind.DIALOGUE))
    reader, other, absent, excused = (
        PersonFactory(language=code) for code in ("zh-hans", "en", "zh-hans", "zh-hans")
    )
    rows = [
        RegistrationFactory(event=outcome.event, person=each)
        for each in (reader, other, absent, excused)
    ]
    RegistrationFactory(
        event=outcome.event, cancelled=True, person=PersonFactory(language="zh-hans")
    )
    for row, attendance in zip(rows[2:], (Attendance.ABSENT, Attendance.EXCUSED), strict=True):
        Registration.objects.filter(pk=row.pk).update(attendance=attendance)
    outcome.event = held(outcome.event)

    published = actions.publish_outcome(outcome, "zh-hans", by=zhao)

    told = Notification.objects.filter(kind="roundtables.outcome")
    assert [each.recipient for each in told] == [reader]
    mail = OutgoingMessage.objects.get(kind="roundtables.outcome")
    assert "成果文件" in mail.subject
    assert f"/zh-hans/roundtables/outcomes/{outcome.event.slug}/" in mail.text
    withdrawn = actions.OUTCOMES.withdraw(published, "zh-hans", by=zhao, reason="A slip.")
    again = actions.publish_outcome(withdrawn, "zh-hans", by=zhao)
    actions.publish_outcome(again, "en", by=zhao)
    assert set(told.values_list("recipient", flat=True)) == {reader.pk, other.pk}
    assert told.all().count() == 2


def test_whoever_had_a_seat_without_an_account_gets_a_mail_that_leads_to_the_document(
    zhao: User,
) -> None:
    event = EventFactory(published=True, kind=Kind.DIALOGUE)
    chinese, english, forgotten = (
        RegistrationFactory(
            event=event, entered=True, name=name, email=f"{name}@example.org", language=language
        )
        for name, language in (("li", "zh-hans"), ("mei", "en"), ("wu", "zh-hans"))
    )
    Registration.objects.filter(pk=forgotten.pk).update(anonymised_at=timezone.now(), email="")
    outcome = OutcomeFactory(event=held(event))

    published = actions.publish_outcome(outcome, "zh-hans", by=zhao)

    mail = OutgoingMessage.objects.get(kind="roundtables.outcome")
    assert (mail.to_address, mail.language) == (chinese.email, "zh-hans")
    assert f"/zh-hans/roundtables/outcomes/{event.slug}/" in mail.text
    assert "/events/link/" not in mail.text
    withdrawn = actions.OUTCOMES.withdraw(published, "zh-hans", by=zhao, reason="A slip.")
    again = actions.publish_outcome(withdrawn, "zh-hans", by=zhao)
    actions.publish_outcome(again, "en", by=zhao)
    told = OutgoingMessage.objects.filter(kind="roundtables.outcome").order_by("pk")
    assert [each.to_address for each in told] == [chinese.email, english.email]


def test_nobody_hears_of_demo_documents(zhao: User) -> None:
    event = EventFactory(published=True, kind=Kind.DIALOGUE)
    RegistrationFactory(event=event, person=PersonFactory(language="zh-hans"))
    outcome = OutcomeFactory(event=held(event), is_demo=True)

    actions.publish_outcome(outcome, "zh-hans", by=zhao)

    assert not Notification.objects.filter(kind="roundtables.outcome").exists()


def test_it_refuses_what_is_incomplete_and_says_what_lacks(zhao: User) -> None:
    outcome = OutcomeFactory(summary_en="", section__text_en="", section__title_en=" ")
    AnnexFactory(outcome=outcome, title_en="")

    with pytest.raises(NotReady) as refused:
        actions.publish_outcome(outcome, "en", by=zhao)

    lines = str(refused.value).splitlines()
    assert len(lines) == 4
    assert not Outcome.objects.published().exists()
    assert actions.publish_outcome(
        OutcomeFactory(section__text_en=""), "zh-hans", by=zhao
    ).is_public


def test_it_refuses_a_document_without_a_section(zhao: User) -> None:
    with pytest.raises(NotReady):
        actions.publish_outcome(OutcomeFactory(section=None), "en", by=zhao)


def test_an_edit_cannot_take_from_a_public_document_what_it_needs() -> None:
    outcome = public(OutcomeFactory())
    SectionFactory(outcome=outcome, text_en="")

    with pytest.raises(NotReady):
        actions.OUTCOMES.settle_edit(outcome)


@pytest.mark.parametrize(
    "state",
    [
        {"published": True},
        {"postponed": True, "published": True},
        {"cancelled": True, "published": True},
        {"cancelled": True, "published": True, "archived": True},
    ],
)
def test_it_refuses_a_dialogue_that_has_not_taken_place(zhao: User, state: dict[str, bool]) -> None:
    is_put_away = state.pop("archived", False)
    event = EventFactory(**state)
    if is_put_away:
        event = archive_event(event, by=clerk())
    if len(state) > 1:
        past = timezone.now() - timedelta(days=1)
        Event.objects.filter(pk=event.pk).update(starts_at=past - timedelta(hours=1), ends_at=past)

    with pytest.raises(NotOverYet):
        actions.publish_outcome(OutcomeFactory(event=event), "en", by=zhao)


def test_only_publishers_publish_and_only_the_secretariat_edits(lin: User, wang: User) -> None:
    outcome = OutcomeFactory()

    with pytest.raises(NotAllowed):
        actions.publish_outcome(outcome, "en", by=lin)
    assert policies.may_edit(lin, outcome)
    assert not policies.may_edit(wang)
    assert not policies.may_edit(AnonymousUser())


def test_strangers_see_what_is_public_and_staff_sees_drafts(guo: User, wang: User) -> None:
    draft, shown = OutcomeFactory(), public(OutcomeFactory())

    assert set(Outcome.objects.visible_to(guo)) == {draft, shown}
    assert list(Outcome.objects.visible_to(wang)) == [shown]
    assert list(Outcome.objects.visible_to(AnonymousUser())) == [shown]


def test_documents_stand_by_the_day_of_adoption() -> None:
    later = OutcomeFactory()
    first = OutcomeFactory(adopted_on="2020-01-01")
    last = OutcomeFactory(adopted_on="2090-01-01")

    assert list(Outcome.objects.newest_first()) == [last, later, first]


@pytest.mark.parametrize(
    ("clock", "ends_at", "day"),
    [
        ("Asia/Jayapura", datetime(2026, 5, 5, 15, 30, tzinfo=UTC), date(2026, 5, 6)),
        ("Asia/Shanghai", datetime(2026, 5, 5, 15, 30, tzinfo=UTC), date(2026, 5, 5)),
        ("Asia/Yangon", datetime(2026, 5, 5, 17, 0, tzinfo=UTC), date(2026, 5, 5)),
        ("Asia/Shanghai", datetime(2026, 5, 5, 16, 0, tzinfo=UTC), date(2026, 5, 5)),  # midnight
    ],
)
def test_without_a_day_it_is_that_of_the_dialogue_by_the_clock_of_its_place(
    clock: str, ends_at: datetime, day: date
) -> None:
    outcome = OutcomeFactory()
    times = {"starts_at": ends_at - timedelta(hours=2), "ends_at": ends_at, "timezone": clock}
    Event.objects.filter(pk=outcome.event_id).update(**times)

    read = Outcome.objects.newest_first().get()

    assert (read.day, read.adopted) == (day, day)
