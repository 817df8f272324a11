"""The audit trail in words for people."""

import pytest
from django.utils.translation import override

from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.history import entry_of
from tests.factories.cases import CaseFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("field", "stored", "chinese", "english"),
    [
        (
            "published_en_at",
            "2026-11-23T23:42:18.615Z",
            "2026年11月24日 07:42（北京时间）",
            "24 November 2026, 07:42 (UTC+8)",
        ),
        ("next_review_due_on", "2026-11-24", "2026年11月24日", "24 November 2026"),
        ("next_review_due_on", "no day", "no day", "no day"),
        ("hierarchy_step", "cleanup", "清理", "Clean-up"),
        ("waste_streams", ["bags", "foam"], "塑料袋、泡沫塑料", "Plastic bags, Foam"),
        ("is_demo", True, "是", "yes"),
        ("title_en", "", "–", "–"),
        ("a field that is gone", "x", "x", "x"),
    ],
)
def test_it_shows_values_as_people_read_them(
    field: str, stored: object, chinese: str, english: str
) -> None:
    event = audit.record(Verb.CHANGED, CaseFactory(), by=None, changes={field: [None, stored]})

    for language, expected in (("zh-hans", chinese), ("en", english)):
        with override(language):
            (change,) = entry_of(event).changes
        assert change.before == "–"
        assert expected in change.after
