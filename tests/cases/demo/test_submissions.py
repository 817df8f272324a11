"""Demo submissions: whoever signs in with a demo log-in finds work on the desk, marked as demo."""

from pathlib import Path

import pytest

from cases.demo import submissions
from cases.models import Case
from partnership.accounts import demo as people
from partnership.accounts.models import User
from partnership.core.admin import waiting
from partnership.network import demo as network
from partnership.network.models import Enquiry, MembershipRequest
from partnership.notifications.models import Notification, OutgoingMessage
from partnership.portal.desk import desk_of
from partnership.review.choices import State, Step
from partnership.review.models import FieldComment, Submission


@pytest.fixture
def demo_people(reference_data: None, db: None) -> None:
    people.load()
    network.join()


def somebody(key: str) -> User:
    return User.objects.get(email=f"demo.{key}@example.org")


def test_every_demo_desk_has_work_on_it(demo_people: None) -> None:
    assert list(submissions.faults()) == []

    assert submissions.load() == 13
    assert network.letters.write() == 4

    assert {row.state for row in Submission.objects.all()} == {*State} - {State.PUBLISHED}
    assert {row.step for row in Submission.objects.in_review()} == {*Step}
    assert desk_of(somebody("endorser")).to_endorse
    assert desk_of(somebody("official")).under_way
    for member in ("member.zh", "member.en"):
        desk = desk_of(somebody(member))
        assert {row.state for row in desk.to_do} == {"draft", "returned"}
        assert desk.under_way
        assert FieldComment.objects.shared().filter(submission__author=somebody(member)).exists()
    for reviewer in ("reviewer", "reviewer.en"):
        assert desk_of(somebody(reviewer)).to_review
    asked = {str(item.url) for item in waiting.items_for(somebody("secretariat"))}
    for work in ("work=take", "work=decide", "membershiprequest", "enquiry"):
        assert any(work in url for url in asked), work
    told = {people_key.email for people_key in people.PEOPLE if "audit" not in people_key.key}
    assert told - {"demo.publisher@example.org"} <= set(
        Notification.objects.values_list("recipient__email", flat=True)
    )

    written = OutgoingMessage.objects.count()
    assert (submissions.load(), network.letters.write()) == (0, 0)
    assert OutgoingMessage.objects.count() == written

    marked = [*Submission.objects.values_list("title", flat=True)]
    assert all("(demo)" in title or "（演示）" in title for title in marked)
    assert set(Case.objects.values_list("is_demo", flat=True)) == {True}
    texts = [*MembershipRequest.objects.values_list("message", flat=True)]
    texts += Enquiry.objects.values_list("message", flat=True)
    assert all("Demo data" in text or "演示数据" in text for text in texts)


def test_what_a_file_lacks_is_named(demo_people: None, tmp_path: Path) -> None:
    texts = {
        "a": "- a list",
        "b": "stage: lost",
        "c": "stage: submitted\nlanguage: en\nanswers: {}",
        "d": "stage: draft",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text)

    found = list(submissions.faults(tmp_path))
    assert [(fault.file, fault.key) for fault in found[:2]] == [
        ("a.yaml", "file"),
        ("b.yaml", "stage"),
    ]
    assert "about.title" in {fault.key for fault in found[2:]}
    assert {fault.file for fault in found[2:]} == {"c.yaml"}
