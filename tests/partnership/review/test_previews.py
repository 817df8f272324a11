"""Letters about reviews are looked at beforehand with what really happened last."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partnership.accounts.models import User
from partnership.notifications import previews, registry
from partnership.review import actions
from partnership.review.choices import Recommendation
from partnership.review.models import ReviewAssignment, Submission
from tests.factories.review import draft, in_review, submitted


def text_of(kind: str, reader: User) -> str:
    written = previews.write(registry.get(f"review.{kind}"), reader)
    return f"{written.subject}\n{written.text}"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_letter_about_a_review_tells_of_the_latest(
    nguyen: User, lin: User, tan: User, chen: User, language: str
) -> None:
    reader = User(email="a@example.org", name="A", language=language)
    taken = in_review(nguyen, lin)
    day = timezone.localdate() + timedelta(days=9)
    asked = actions.assign(taken, chen, by=lin, due_on=day)
    assert str(day.day) in text_of("review_due", reader)
    actions.release(asked, by=chen, reason="The author is a cousin.")
    again = actions.assign(taken, tan, by=lin)
    actions.recommend(again, Recommendation.DECLINE, by=tan, remark="Too thin.")
    submitted(nguyen, title="The newest of all")

    for kind in ("asked", "released", "recommended", "stepped_back"):
        assert "Clean bay" in text_of(kind, reader)
    assert "The author is a cousin." in text_of("stepped_back", reader)
    assert {"zh-hans": "不予接受", "en": "Decline"}[language] in text_of("recommended", reader)
    assert "The newest of all" in text_of("received", reader)


def test_where_nothing_happened_yet_a_letter_is_made_up(nguyen: User) -> None:
    for kind in registry.kinds():
        if kind.key.startswith("review."):
            assert previews.write(kind, nguyen).text
    assert not Submission.objects.exists()
    assert not ReviewAssignment.objects.exists()


def test_a_letter_of_endorsement_names_the_version_that_was_handed_in(nguyen: User) -> None:
    sent = submitted(nguyen)
    draft(nguyen)

    assert sent.title in text_of("endorsed", nguyen)
    assert "0000-0000-0000" not in text_of("endorsed", nguyen)
