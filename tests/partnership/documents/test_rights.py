"""What may be shown: the rule for the database and the sentences say the same."""

from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core import audit, retention
from partnership.core.choices import Verb
from partnership.core.errors import NotAllowed, ReasonMissing
from partnership.core.models import AuditEvent
from partnership.documents import actions, rights
from partnership.documents.choices import Licence, People, State, Use
from partnership.documents.errors import AlreadyWithdrawn, NoPicture, NotWithdrawn
from partnership.documents.models import Picture
from tests.factories.files import ConsentFactory, PictureFactory, StoredFileFactory

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate
CONSENTS: dict[str, dict[str, object]] = {
    "holding": {},
    "guardian": {"is_by_guardian": True},
    "withdrawn": {"withdrawn_at": timezone.now()},
    "over": {"expires_on": TODAY() - timedelta(days=1)},
    "last day": {"expires_on": TODAY()},
    "not begun": {"given_on": TODAY() + timedelta(days=1)},
    "print only": {"uses": [Use.PRINT.value]},
    "guardian, withdrawn": {"is_by_guardian": True, "withdrawn_at": timezone.now()},
}


def is_clear(picture: Picture, use: str = Use.WEB) -> bool:
    return Picture.objects.clear(use).filter(pk=picture.pk).exists()


def agrees(picture: Picture, use: str = Use.WEB) -> bool:
    return is_clear(picture, use) == (not rights.gaps(picture, use))


def test_a_picture_with_all_rights_is_clear() -> None:
    picture = PictureFactory()

    assert is_clear(picture)
    assert rights.gaps(picture) == []


@pytest.mark.parametrize(
    ("lack", "gap"),
    [
        ({"licence": ""}, rights.NO_LICENCE),
        ({"alt_text_zh_hans": ""}, rights.NO_ALT_TEXT["zh-hans"]),
        ({"alt_text_en": ""}, rights.NO_ALT_TEXT["en"]),
        ({"people": ""}, rights.NOBODY_LOOKED),
        ({"people": People.ADULTS}, rights.NO_CONSENT),
        ({"withdrawn_at": timezone.now()}, rights.WITHDRAWN),
        ({"file__state": State.QUARANTINED}, rights.WAITING),
        ({"file__state": State.REFUSED, "file__reason": "virus"}, rights.REFUSED),
    ],
)
def test_without_one_of_them_it_is_not_and_the_sentence_says_what_to_do(
    lack: dict[str, object], gap: str
) -> None:
    picture = PictureFactory(**lack)

    assert not is_clear(picture)
    assert rights.gaps(picture) == [gap]


@pytest.mark.parametrize("use", [Use.WEB, Use.PRINT])
@pytest.mark.parametrize("people", ["", *People.values])
@pytest.mark.parametrize(
    "names",
    [(), *product(CONSENTS), *[("holding", name) for name in CONSENTS], ("guardian", "over")],
)
def test_database_and_sentences_agree(names: tuple[str, ...], people: str, use: str) -> None:
    consents = [ConsentFactory(**CONSENTS[name]) for name in names]
    picture = PictureFactory(people=people, consents=consents)

    assert agrees(picture, use)


def test_minors_need_a_guardian() -> None:
    picture = PictureFactory(people=People.MINORS, consents=[ConsentFactory()])
    assert rights.gaps(picture) == [rights.NO_GUARDIAN]
    assert not is_clear(picture)

    picture.consents.add(ConsentFactory(is_by_guardian=True))
    assert is_clear(picture)


def test_one_withdrawal_among_many_consents_hides_the_picture(lin: User) -> None:
    staying, leaving = ConsentFactory(), ConsentFactory()
    picture = PictureFactory(people=People.ADULTS, consents=[staying, leaving])
    assert is_clear(picture)

    actions.withdraw_consent(leaving, by=lin, reason="asked by mail")

    assert not is_clear(picture)
    assert rights.gaps(Picture.objects.get()) == [rights.CONSENT_OVER]


def test_a_withdrawal_needs_a_reason_is_final_and_stays_in_the_history(lin: User) -> None:
    consent = ConsentFactory()
    with pytest.raises(ReasonMissing):
        actions.withdraw_consent(consent, by=lin, reason=" ")

    actions.withdraw_consent(consent, by=lin, reason="asked by mail")

    event = AuditEvent.objects.about(consent).get()
    assert (event.verb, event.note) == (Verb.CONSENT_WITHDRAWN, "asked by mail")
    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw_consent(consent, by=lin, reason="again")


def test_a_picture_is_withdrawn_and_restored(lin: User) -> None:
    picture = PictureFactory()

    actions.withdraw_picture(picture, by=lin, reason="wrong place")
    assert not is_clear(picture)
    with pytest.raises(AlreadyWithdrawn):
        actions.withdraw_picture(picture, by=lin, reason="again")

    actions.restore_picture(picture, by=lin, reason="it was the right place")
    assert is_clear(picture)
    with pytest.raises(NotWithdrawn):
        actions.restore_picture(picture, by=lin, reason="again")


def test_only_the_secretariat_looks_after_rights(wang: User) -> None:
    picture, consent = PictureFactory(), ConsentFactory()

    for deed in (
        lambda: actions.withdraw_picture(picture, by=wang, reason="x"),
        lambda: actions.restore_picture(picture, by=wang, reason="x"),
        lambda: actions.withdraw_consent(consent, by=wang, reason="x"),
        lambda: actions.change_rights(picture, by=wang, licence=Licence.CC0),
        lambda: actions.create_picture(picture.file, by=wang),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_rights_are_changed_with_a_trace(lin: User) -> None:
    picture, consent = PictureFactory(), ConsentFactory()

    actions.change_rights(picture, by=lin, consents=[consent], licence=Licence.CC0)
    actions.change_rights(picture, by=lin, consents=[consent], licence=Licence.CC0)

    event = AuditEvent.objects.about(picture).get()
    assert event.changes["licence"] == ["cc-by", "cc0"]
    assert event.changes["consents"] == [[], [str(consent)]]


def test_only_pictures_become_pictures(lin: User) -> None:
    with pytest.raises(NoPicture):
        actions.create_picture(StoredFileFactory(kind="pdf"), by=lin)


def test_what_a_consent_says_of_people_is_masked_in_the_history() -> None:
    assert audit.masked("documents.consent", {"given_by": ["Li", "Wang"]}) == {
        "given_by": [audit.MASK, audit.MASK]
    }


def test_names_go_three_years_after_a_withdrawal() -> None:
    old = ConsentFactory(withdrawn_at=timezone.now() - timedelta(days=1097), reachable_by="phone")
    young = ConsentFactory(withdrawn_at=timezone.now() - timedelta(days=1))

    retention.run()

    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.given_by, old.reachable_by, old.reference[:5]) == ("", "", "sheet")
    assert young.given_by


def test_a_consent_cannot_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ConsentFactory(given_on="2026-02-01", expires_on="2026-01-31")


def test_pictures_with_gaps_are_those_that_somebody_has_to_mend() -> None:
    PictureFactory()
    PictureFactory(withdrawn_at=timezone.now())
    lacking = PictureFactory(licence="")

    assert list(Picture.objects.with_gaps()) == [lacking]


def test_every_gap_has_a_sentence_in_chinese() -> None:
    picture = PictureFactory(licence="", people="", alt_text_en="", file__state=State.QUARANTINED)

    with override("zh-hans"):
        chinese = [str(gap) for gap in rights.gaps(picture)]
    assert "缺少许可协议。请从列表中选择。" in chinese
