"""The way of a focal point: the event, the seats, the list, the letter; and of the body above."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnership.accounts.models import User
from partnership.events import actions as of_events
from partnership.events.actions import seats
from partnership.events.choices import Mode
from partnership.events.errors import Busy
from partnership.events.models import Event
from partnership.network.roles import MemberRole
from partnership.nominations import actions, history
from partnership.nominations.models import NominationQuota
from tests.factories.events import EventFactory, clerk, held
from tests.factories.files import jpeg
from tests.factories.network import MembershipFactory, OrganisationFactory
from tests.factories.nominations import (
    NominationFactory,
    QuotaFactory,
    body_above,
    focal_point,
    nominee,
    over,
    scan,
)

pytestmark = pytest.mark.django_db

TYPED = {"name": "Mei", "email": "mei@example.org", "language": "en", "position": "Head"}


@pytest.fixture
def at(client: Client, quota: NominationQuota, wu: User) -> str:
    """Wu is signed in; the address of the list."""
    client.force_login(wu)
    return f"/en/nominations/{quota.pk}/"


def letter() -> SimpleUploadedFile:
    return SimpleUploadedFile("letter.jpg", jpeg(), "image/jpeg")


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_focal_point_goes_from_the_event_to_a_list_that_is_handed_in(
    client: Client, quota: NominationQuota, at: str
) -> None:
    page = text(client.get(f"/en/events/{quota.event.slug}/"))
    assert "2 seats" in page
    assert f'href="{at}"' in page
    assert "Nobody is on the list yet" in text(client.get(at))

    assert client.post(f"{at}add/", TYPED).status_code == 302
    row = quota.nominations.get()
    page = text(client.get(at))
    assert "Mei" in page
    assert "Hand the list in" in page

    assert "Mei" in text(client.get(f"{at}submit/"))
    missing = client.post(f"{at}submit/", {})
    assert missing.status_code == 200
    assert client.post(f"{at}submit/", {"letter": letter()}).status_code == 302
    row.refresh_from_db()
    assert row.status == "submitted"
    scan_of = client.get(f"{at}people/{row.pk}/letter/")
    assert scan_of.headers["Content-Type"] == "image/jpeg"
    assert b"".join(scan_of.streaming_content).startswith(b"\xff\xd8")
    assert "Hand the list in" not in text(client.get(at))


def test_the_door_of_an_event(client: Client, quota: NominationQuota, wu: User) -> None:
    event = quota.event
    address = f"/en/events/{event.slug}/"
    assert "Nominate people" not in text(client.get(address))
    Event.objects.filter(pk=event.pk).update(mode=Mode.NOMINATION_ONLY)
    page = text(client.get(address))
    assert "Focal points nominate" in page
    assert "2 seats" not in page

    door = f"{address}nominations/"
    assert "/accounts/login/" in client.get(door).headers["Location"]
    client.force_login(wu)
    assert client.get(door).headers["Location"] == f"/en/nominations/{quota.pk}/"
    second = OrganisationFactory()
    MembershipFactory(organisation=second, user=wu)
    QuotaFactory(event=event, organisation=second)
    assert second.name_en in text(client.get(door))
    over(quota)
    assert "See the list" in text(client.get(address))
    of_events.cancel_event(event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")
    assert "Nominate people" not in text(client.get(address))


def test_who_has_no_seats_is_told_what_to_do(client: Client, wang: User) -> None:
    client.force_login(wang)
    event = EventFactory(published=True)

    assert "No seats are kept" in text(client.get(f"/en/events/{event.slug}/nominations/"))
    assert "No seats are kept" in text(client.get("/en/nominations/"))


def test_nothing_typed_is_lost_when_it_is_refused(
    client: Client, quota: NominationQuota, at: str
) -> None:
    NominationFactory.create_batch(3, quota=quota)

    page = text(client.post(f"{at}add/", TYPED))

    assert "has done so" in page
    assert 'value="mei@example.org"' in page
    over(quota)
    page = text(client.post(f"{at}add/", TYPED))
    assert "The deadline for nominations was" in page
    assert 'value="Head"' in page


def test_a_busy_moment_is_answered_as_such(
    client: Client, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_event: Event) -> Event:
        raise Busy

    monkeypatch.setattr(seats, "lock", busy)
    answer = client.post(f"{at}add/", TYPED)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert 'value="mei@example.org"' in text(answer)


def test_two_people_correct_the_same_person(
    client: Client, quota: NominationQuota, at: str, wu: User
) -> None:
    row = actions.add(quota, nominee(), by=wu)
    address = f"{at}people/{row.pk}/edit/"
    assert 'name="version" value="1"' in text(client.get(address))
    actions.edit(row, nominee(position="Deputy"), by=wu)

    stale = client.post(address, {**TYPED, "version": "1"})

    page = text(stale)
    assert "Somebody else has changed this" in page
    assert "Deputy" in page
    assert 'value="Head"' in page
    assert 'name="version" value="2"' in page
    assert client.post(address, {**TYPED, "version": "2"}).status_code == 302
    row.refresh_from_db()
    assert row.position == "Head"


def test_ranking_and_taking_off_are_buttons(
    client: Client, quota: NominationQuota, at: str
) -> None:
    first, second = NominationFactory.create_batch(2, quota=quota)

    client.post(f"{at}people/{second.pk}/move/", {"way": "up"})
    assert list(quota.nominations.ranked()) == [second, first]
    client.post(f"{at}people/{second.pk}/move/", {"way": "down"})
    assert list(quota.nominations.ranked()) == [first, second]
    page = client.post(f"{at}people/{second.pk}/remove/", follow=True)
    assert f"{second.name} is off the list." in text(page)
    over(quota)
    refused = client.post(f"{at}people/{first.pk}/move/", {"way": "up"}, follow=True)
    assert "The deadline for nominations was" in text(refused)


def test_replacing_and_withdrawing(client: Client, quota: NominationQuota, at: str) -> None:
    first, second = NominationFactory.create_batch(2, quota=quota, accepted=True)
    address = f"{at}people/{first.pk}/replace/"
    assert first.name in text(client.get(address))
    assert client.post(address, TYPED).status_code == 200, "a letter is asked for"
    assert client.post(address, {**TYPED, "letter": letter()}).status_code == 302
    assert quota.nominations.get(replaces=first).email == "mei@example.org"
    again = client.post(address, {**TYPED, "email": "x@example.org", "letter": letter()})
    assert "named in this person" in text(again)
    page = text(client.get(at))
    assert f"Instead of {first.name}" in page

    address = f"{at}people/{second.pk}/withdraw/"
    assert second.name in text(client.get(address))
    assert client.post(address, {"reason": ""}).status_code == 200
    assert client.post(address, {"reason": "Ill."}).status_code == 302
    assert client.post(address, {"reason": "Ill."}).status_code == 200, "twice is refused"


def test_the_body_above_endorses_and_returns_on_a_page(
    client: Client, quota: NominationQuota
) -> None:
    above = body_above(quota.organisation)
    first, second = NominationFactory.create_batch(2, quota=quota, submitted=True)
    client.force_login(above)
    at = f"/en/nominations/{quota.pk}/"
    assert "wait for your endorsement" in text(client.get(at))
    assert "Nominations to endorse" in text(client.get("/en/desk/"))
    address = f"{at}endorse/"
    assert first.name in text(client.get(address))
    assert "Say why" in text(client.post(address, {"chosen": [first.pk], "refuse": "1"}))
    assert "Choose at least one" in text(client.post(address, {}))

    client.post(address, {"chosen": [first.pk], "refuse": "1", "reason": "Another, please."})
    client.post(address, {"chosen": [second.pk]})

    assert list(quota.nominations.ranked().values_list("status", flat=True)) == [
        "returned",
        "endorsed",
    ]
    assert "Nobody waits" in text(client.get(address))


@pytest.mark.parametrize(
    ("state", "word"),
    [
        ("cancelled", "Nobody can be nominated for it any more"),
        ("held", "Nobody can be nominated for it any more"),
        ("begun", "The event has begun"),
        ("over", "The deadline is over"),
        ("released", "have been given back"),
    ],
)
def test_a_list_says_why_it_is_closed(
    client: Client, quota: NominationQuota, at: str, state: str, word: str
) -> None:
    if state == "cancelled":
        of_events.cancel_event(quota.event, by=clerk(), reason_zh="台风。", reason_en="Storm.")
    elif state == "held":
        held(quota.event)
    elif state == "begun":
        Event.objects.filter(pk=quota.event.pk).update(starts_at=quota.created_at)
    else:
        over(quota)
    if state == "released":
        actions.release(quota, by=clerk())

    page = text(client.get(at))

    assert word in page
    assert f'href="{at}add/"' not in page


def test_a_list_shows_every_state(client: Client, quota: NominationQuota, at: str) -> None:
    confirmed = NominationFactory(quota=quota, accepted=True)
    of_events.accept_offer(confirmed.registration, consent_version="1")
    gone = NominationFactory(quota=quota, accepted=True)
    of_events.cancel(gone.registration)
    NominationFactory(quota=quota, declined=True)
    NominationFactory(quota=quota, reserve=True)

    page = text(client.get(at))

    for word in ("has confirmed", "has declined", "on the reserve list", "Late.", "1 / 2"):
        assert word in page


def test_a_drafter_writes_and_does_not_hand_in(client: Client, quota: NominationQuota) -> None:
    drafter = MembershipFactory(organisation=quota.organisation, role=MemberRole.DRAFTER).user
    client.force_login(drafter)
    NominationFactory(quota=quota)
    at = f"/en/nominations/{quota.pk}/"

    page = text(client.get(at))
    assert f"{at}add/" in page
    assert f"{at}submit/" not in page
    assert client.get(f"{at}submit/").status_code == 403


def test_strangers_find_nothing(client: Client, quota: NominationQuota, wang: User) -> None:
    row = NominationFactory(quota=quota)
    other = QuotaFactory()
    client.force_login(wang)
    at = f"/en/nominations/{quota.pk}/"
    for path in ("", "add/", "submit/", "table/", "endorse/", f"people/{row.pk}/edit/"):
        assert client.get(f"{at}{path}").status_code == 404
    client.force_login(focal_point(other.organisation))
    inside = f"/en/nominations/{other.pk}/people/{row.pk}/edit/"
    assert client.get(inside).status_code == 404, "somebody else's person on one's own list"
    assert client.get(f"{at}people/{row.pk}/letter/").status_code == 404


def test_a_person_without_a_letter_has_none_to_fetch(
    client: Client, quota: NominationQuota, at: str
) -> None:
    row = NominationFactory(quota=quota)

    assert client.get(f"{at}people/{row.pk}/letter/").status_code == 404


def test_who_took_part_so_far(client: Client, quota: NominationQuota, at: str) -> None:
    came = NominationFactory(quota=quota, accepted=True)
    of_events.accept_offer(came.registration, consent_version="1")
    type(came.registration).objects.update(attendance="attended")
    NominationFactory(quota=quota, declined=True)
    address = f"/en/organisations/{quota.organisation.slug}/participation/"

    answer = client.get(address)
    assert answer.context["sums"] == history.Sums(2, 1, 1, 1)
    assert "attended" in text(answer)
    one = client.get(address, {"person": came.email.upper()})
    assert one.context["sums"].named == 1
    client.force_login(focal_point(QuotaFactory().organisation))
    assert client.get(address).status_code == 404
    held(quota.event)
    assert str(quota.event) in history.in_words(came.email)
    assert history.in_words("") == "–"


def test_only_whoever_may_look_back_is_offered_to(
    client: Client, quota: NominationQuota, at: str
) -> None:
    NominationFactory(quota=quota, submitted=True)
    past = f"/en/organisations/{quota.organisation.slug}/participation/"
    assert past in text(client.get(at))

    client.force_login(body_above(quota.organisation))

    assert past not in text(client.get(at))
    assert client.get(past).status_code == 404


def test_nobody_took_part_yet(client: Client, quota: NominationQuota, at: str) -> None:
    page = client.get(f"/en/organisations/{quota.organisation.slug}/participation/")

    assert "Nobody has been nominated yet" in text(page)


def test_the_desk_says_what_is_to_be_nominated(
    client: Client, quota: NominationQuota, at: str
) -> None:
    page = text(client.get("/en/desk/"))

    assert "To nominate" in page
    assert at in page


@pytest.mark.parametrize("path", ["", "list", "history", "desk"])
def test_pages_ask_the_same_for_one_and_for_fifty(
    client: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    quota = QuotaFactory(seats=60)
    wu = focal_point(quota.organisation)
    client.force_login(wu)
    address = {
        "": "/en/nominations/",
        "list": f"/en/nominations/{quota.pk}/",
        "history": f"/en/organisations/{quota.organisation.slug}/participation/",
        "desk": "/en/desk/",
    }[path]

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    def more(number: int) -> None:
        rows = [nominee(f"{number}-{n}@example.org") for n in range(number)]
        actions.add_all(quota, rows, by=wu)
        if path == "list":
            actions.submit(quota, scan(wu), by=wu)
        elif path == "history":
            for row in actions.submit(quota, scan(wu), by=wu)[:3]:
                actions.accept(row, by=clerk())
        else:
            for _ in range(min(number, 5)):
                QuotaFactory(organisation=quota.organisation)

    more(1)
    client.get(address)
    one = queries()
    more(2)
    three = queries()
    more(47)

    assert one == three == queries()
