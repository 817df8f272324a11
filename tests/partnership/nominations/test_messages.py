"""What people are told, in their own language."""

import pytest

from partnership.accounts.models import User
from partnership.core import mail_texts
from partnership.nominations import tasks
from partnership.notifications import registry
from partnership.notifications.models import Notification, OutgoingMessage
from tests.factories.nominations import NominationFactory, QuotaFactory, focal_point

pytestmark = pytest.mark.django_db

KINDS = [kind for kind in registry.kinds() if kind.key.startswith("nominations.")]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_every_kind_can_be_looked_at_in_both_languages(
    wang: User, kind: registry.Kind, language: str
) -> None:
    wang.language = language

    written = mail_texts.write(kind.template, language, kind.sample(wang))

    assert written.subject
    assert ("活动示例" in written.subject) is (language == "zh-hans")
    assert ("伙伴关系" in written.text) is (language == "zh-hans")


def test_everybody_reads_their_own_language(lin: User) -> None:
    quota = QuotaFactory()
    focal_point(quota.organisation, language="en")
    NominationFactory(quota=quota, accepted=True)

    accepted = OutgoingMessage.objects.get(kind="nominations.accepted")
    assert accepted.language == "en"
    assert quota.event.title_en in accepted.subject
    note = Notification.objects.get(kind="nominations.submitted", recipient=lin)
    assert quota.event.title_zh_hans in note.title_zh_hans
    assert quota.event.title_en in note.title_en


def test_the_clock_tells_answers() -> None:
    NominationFactory(accepted=True)
    tasks.tell_answers()

    assert not OutgoingMessage.objects.filter(kind="nominations.answered").exists()
