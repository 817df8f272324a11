"""The pages of reviewers, of those who endorse, of everyone during a public notice."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.review import actions
from partnership.review.choices import State
from partnership.review.models import FieldComment, ReviewAssignment, Submission
from tests.factories.review import Report, answers, in_review, submitted


def at(name: str, submission: Submission, *more: object) -> str:
    return reverse(f"review:{name}", args=[submission.key, *more])


@pytest.fixture
def given(nguyen: User, lin: User, chen: User) -> ReviewAssignment:
    return actions.assign(in_review(nguyen, lin), chen, by=lin)


def test_a_reviewer_comments_on_single_fields(
    client: Client, chen: User, given: ReviewAssignment
) -> None:
    client.force_login(chen)
    submission = given.submission

    answer = client.post(at("judge", submission), {"path": "story.text", "text": "Which bay?"})
    client.post(at("judge", submission), {"path": "story.text", "text": "Which bay?"})

    assert answer.headers["Location"].endswith("#story.text")
    assert FieldComment.objects.get().written_by == chen
    assert "Which bay?" in client.get(at("judge", submission)).content.decode()


def test_a_reviewer_takes_a_comment_back(
    client: Client, chen: User, given: ReviewAssignment
) -> None:
    client.force_login(chen)
    remark = actions.comment(given.submission, "story.text", "Which bay?", by=chen)

    client.post(at("delete-comment", given.submission, remark.pk))

    assert not FieldComment.objects.exists()


def test_a_reviewer_recommends_and_the_page_says_what_lacks(
    client: Client, chen: User, given: ReviewAssignment
) -> None:
    client.force_login(chen)
    url = at("recommend", given.submission)

    refused = client.post(url, {"recommendation": "decline"})
    done = client.post(url, {"recommendation": "decline", "remark": "No figures."})

    given.refresh_from_db()
    assert refused.status_code == 200
    assert done.status_code == 302
    assert (given.recommendation, given.remark) == ("decline", "No figures.")


def test_a_reviewer_steps_back(client: Client, chen: User, given: ReviewAssignment) -> None:
    client.force_login(chen)

    client.post(at("release", given.submission), {"release-reason": "I know the author."})

    given.refresh_from_db()
    assert not given.is_open
    assert client.get(at("detail", given.submission)).status_code == 404


def test_the_author_never_reads_who_reviews_or_what_they_advise(
    client: Client, nguyen: User, chen: User, given: ReviewAssignment
) -> None:
    actions.comment(given.submission, "story.text", "Secret remark", by=chen)
    client.force_login(nguyen)

    page = client.get(at("detail", given.submission)).content.decode()

    assert "Secret remark" not in page
    assert "Chen" not in page


def test_the_author_reads_returned_comments_without_names(
    client: Client, nguyen: User, lin: User, chen: User, given: ReviewAssignment
) -> None:
    actions.comment(given.submission, "story.text", "Which bay?", by=chen)
    actions.return_for_changes(given.submission, by=lin)
    client.force_login(nguyen)

    for page in ("detail", "edit"):
        shown = client.get(at(page, given.submission)).content.decode()
        assert "Which bay?" in shown
        assert "Chen" not in shown


def test_versions_are_compared_word_by_word(client: Client, nguyen: User, lin: User) -> None:
    taken = in_review(nguyen, lin)
    back = actions.return_for_changes(taken, by=lin, message="Longer.")
    saved = actions.save_answers(
        back, answers(text="We cleaned twice."), by=nguyen, revision=back.revision
    )
    actions.submit(saved, by=nguyen, revision=saved.revision)
    client.force_login(nguyen)

    page = client.get(at("compare", taken, 1, 2)).content.decode()

    assert "We cleaned<ins> twice</ins>." in page
    assert client.get(at("compare", taken, 1, 3)).status_code == 404


def test_a_body_above_endorses_or_returns(
    client: Client, nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    agreed, returned = submitted(nguyen), submitted(nguyen)
    client.force_login(wang)

    client.post(at("endorse", agreed), {"remark": "", "version": "1"})
    silent = client.post(at("endorse", returned), {"remark": "", "refuse": "1", "version": "1"})
    typed = {"remark": "Old figures.", "refuse": "1", "version": "1"}
    client.post(at("endorse", returned), typed)

    agreed.refresh_from_db()
    returned.refresh_from_db()
    assert silent.status_code == 200
    assert (agreed.state, returned.state) == (State.SUBMITTED, State.RETURNED)


def test_what_a_body_above_asks_for_is_not_shown_as_the_secretariats(
    client: Client, nguyen: User, wang: User, report: Report
) -> None:
    report.endorsing = (wang.pk,)
    back = actions.refuse_endorsement(submitted(nguyen), by=wang, version=1, reason="Old figures.")
    client.force_login(nguyen)

    for page in ("detail", "edit"):
        for language, said in (("zh-hans", "需要修改的内容"), ("en", "What has to be changed")):
            with override(language):
                address = at(page, back)
            shown = client.get(address).content.decode()
            assert "Old figures." in shown
            assert said in shown
            assert not [words for words in ("秘书处请您", "secretariat asks") if words in shown]


def test_the_desk_lists_what_waits_and_asks_the_same_number_of_queries(
    client: Client, nguyen: User, lin: User
) -> None:
    client.force_login(nguyen)
    counts = []
    for wanted in (1, 3, 10):
        while Submission.objects.count() < 2 * wanted:
            submitted(nguyen)
            actions.return_for_changes(in_review(nguyen, lin), by=lin, message="More, please.")
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse("portal:desk"))
        counts.append(len(queries))

    assert page.content.decode().count("More, please.") == 10
    assert len(set(counts)) == 1
