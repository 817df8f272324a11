"""The form of a submission: saved by itself and by its buttons, and never losing a word."""

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.review import actions
from partnership.review.models import Submission
from tests.factories.review import answers, draft, in_review, submitted
from tests.factories.submissions import as_posted


def at(name: str, submission: Submission, *more: object) -> str:
    return reverse(f"review:{name}", args=[submission.key, *more])


def posted(revision: int, **story: object) -> dict[str, object]:
    return as_posted(answers(**story), revision=revision, window="w")


@pytest.fixture
def writer(client: Client, nguyen: User) -> Client:
    client.force_login(nguyen)
    return client


def test_it_shows_the_form_with_what_was_typed(writer: Client, nguyen: User) -> None:
    page = writer.get(at("edit", draft(nguyen, title="Clean bay"))).content.decode()

    assert 'value="Clean bay"' in page
    assert 'name="figures-rows" value="1"' in page


def test_a_button_saves_and_leads_on(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen)

    added = writer.post(at("edit", begun), {**posted(1, title="New"), "then": "add:figures"})
    onward = writer.post(at("edit", begun), {**posted(2, title="New"), "then": "submit"})

    begun.refresh_from_db()
    assert begun.title == "New"
    assert added.headers["Location"].endswith("?add=figures#figures-end")
    assert onward.headers["Location"] == at("submit", begun)
    page = writer.get(added.headers["Location"]).content.decode()
    assert 'name="figures-rows" value="2"' in page


def test_it_saves_while_somebody_writes(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen)

    answer = writer.post(at("keep", begun), posted(1, title="On the way"))

    begun.refresh_from_db()
    assert answer.json()["revision"] == begun.revision == 2
    assert begun.title == "On the way"


def test_two_windows_lose_nothing_and_see_both_texts(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen, text="First")
    writer.post(at("edit", begun), posted(1, text="From the phone"))

    late = {**posted(1, text="From the desktop"), "window": "another"}
    kept = writer.post(at("keep", begun), late)
    page = writer.post(at("edit", begun), late)

    shown = page.content.decode()
    assert (kept.status_code, kept.json()["code"]) == (409, "changed-meanwhile")
    assert page.status_code == 409
    assert "From the phone" in shown
    assert ">\nFrom the desktop</textarea>" in shown
    assert 'name="revision" value="2"' in shown
    begun.refresh_from_db()
    assert begun.answers["story"]["text"] == "From the phone"


def test_a_form_that_comes_too_late_is_shown_to_copy_from(writer: Client, nguyen: User) -> None:
    sent = submitted(nguyen)

    page = writer.post(at("edit", sent), posted(sent.revision, text="One more thing"))
    kept = writer.post(at("keep", sent), posted(sent.revision, text="One more thing"))

    assert page.status_code == 403
    assert "One more thing" in page.content.decode()
    assert (kept.status_code, kept.json()["code"]) == (409, "not-allowed")


def test_it_answers_a_comment_beside_its_field(writer: Client, nguyen: User, lin: User) -> None:
    taken = in_review(nguyen, lin)
    remark = actions.comment(taken, "story.text", "Which bay?", by=lin)
    back = actions.return_for_changes(taken, by=lin)
    assert "Which bay?" in writer.get(at("edit", back)).content.decode()

    writer.post(
        at("edit", back), {**posted(back.revision), f"answer-{remark.pk}": "My Khe", "then": "save"}
    )

    remark.refresh_from_db()
    assert (remark.answer, remark.answered_by) == ("My Khe", nguyen)


def test_it_answers_a_comment_from_the_overview(writer: Client, nguyen: User, lin: User) -> None:
    taken = in_review(nguyen, lin)
    remark = actions.comment(taken, "story.text", "Which bay?", by=lin)
    back = actions.return_for_changes(taken, by=lin)

    writer.post(at("answer", back, remark.pk), {"answer": "My Khe"})
    page = writer.get(at("detail", back)).content.decode()

    assert "My Khe" in page


def test_it_leads_back_to_the_fields_that_lack(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen, title="")

    answer = writer.get(at("submit", begun))
    page = writer.get(answer.headers["Location"]).content.decode()

    assert answer.headers["Location"].endswith("?check=1")
    assert 'href="#id_story-title"' in page


def test_it_submits_once_however_often_the_form_is_sent(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen)

    for _time in range(2):
        answer = writer.post(at("submit", begun), {"revision": 1, "note": "Hello"})
        assert answer.headers["Location"] == at("detail", begun)

    begun.refresh_from_db()
    assert begun.versions.get().note == "Hello"
    assert begun.receipt in writer.get(at("detail", begun)).content.decode()


def test_it_submits_no_text_that_was_changed_elsewhere(writer: Client, nguyen: User) -> None:
    begun = draft(nguyen)

    page = writer.post(at("submit", begun), {"revision": 0})

    assert page.status_code == 200
    assert not begun.versions.exists()


def test_it_withdraws_with_a_reason_and_discards_without(writer: Client, nguyen: User) -> None:
    sent, begun = submitted(nguyen), draft(nguyen)

    writer.post(at("withdraw", sent), {"reason": "Too early"})
    writer.post(at("discard", begun))

    sent.refresh_from_db()
    assert (sent.state, sent.reason) == ("withdrawn", "Too early")
    assert not Submission.objects.filter(pk=begun.pk).exists()


def test_it_prints_with_a_place_for_signature_and_seal(writer: Client, nguyen: User) -> None:
    page = writer.get(at("print", draft(nguyen))).content.decode()

    assert "签字盖章" in page
    assert "Clean bay" in page


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30, "²"])
def test_a_made_up_revision_is_an_old_one(writer: Client, nguyen: User, revision: str) -> None:
    begun = draft(nguyen)

    answer = writer.post(at("keep", begun), {**posted(0, title="X"), "revision": revision})

    assert answer.status_code == 409


def test_the_form_asks_the_same_number_of_queries_however_many_comments(
    writer: Client, nguyen: User, lin: User, django_assert_max_num_queries: object
) -> None:
    taken = in_review(nguyen, lin)
    for number in range(9):
        actions.comment(taken, "story.text", f"Comment {number}", by=lin)
    back = actions.return_for_changes(taken, by=lin)

    with django_assert_max_num_queries(14):
        writer.get(at("edit", back))
