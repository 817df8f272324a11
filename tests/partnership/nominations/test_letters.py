"""Letters of invitation: numbers without a gap, words in both languages, names in every script."""

import re
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from partnership.accounts.models import User
from partnership.core.errors import NotAllowed
from partnership.events import actions as of_events
from partnership.events import links
from partnership.events.models import Registration
from partnership.nominations import actions, letter_files
from partnership.nominations.choices import LetterKind
from partnership.nominations.models import Letter, LetterSeries, LetterTemplate
from partnership.notifications.models import OutgoingMessage
from tests.factories.events import EventFactory, RegistrationFactory, clerk
from tests.factories.nominations import NominationFactory, QuotaFactory, focal_point
from tests.forms_in_pages import fields_of
from tests.partnership.events.races import outcomes_of
from tests.partnership.nominations.letters import letter_to, words_of
from tests.partnership.nominations.refusals import refused


@pytest.mark.django_db
def test_a_letter_is_numbered_and_in_both_languages(lin: User) -> None:
    quota = QuotaFactory()
    row = NominationFactory(quota=quota, name="Mei", latin_name="Mei Lin", accepted=True)

    letter = actions.issue_to_person(row.registration, LetterKind.INVITATION, by=lin)
    second = actions.issue_to_organisation(quota, by=lin)

    assert (letter.number, second.number) == (1, 2)
    assert letter.texts["zh-hans"]["body"].startswith("尊敬的Mei：")
    assert letter.texts["en"]["body"].startswith("Dear Mei Lin,")
    assert quota.event.title_en in letter.texts["en"]["body"]
    assert quota.organisation.name_zh_hans in second.texts["zh-hans"]["body"]
    with override("zh-hans"):
        assert letter.number_text == str(letter) == f"邀请函〔{letter.year}〕1号"
    with override("en"):
        assert letter.number_text == f"Invitation No. {letter.year}-1"


@pytest.mark.django_db
def test_only_the_secretariat_issues_and_only_to_who_has_a_seat(wang: User) -> None:
    row = RegistrationFactory()
    with pytest.raises(NotAllowed):
        actions.issue_to_person(row, LetterKind.VISA, by=wang)
    with pytest.raises(NotAllowed):
        actions.issue_to_organisation(QuotaFactory(), by=wang)
    of_events.cancel(row)
    row.refresh_from_db()
    with refused("no-seat-no-letter"):
        actions.issue_to_person(row, LetterKind.VISA, by=clerk())
    over = RegistrationFactory()
    of_events.cancel_event(over.event, by=clerk(), reason_zh="台风。", reason_en="A typhoon.")
    over.refresh_from_db()
    with refused("event-not-to-come"):
        actions.issue_to_person(over, LetterKind.VISA, by=clerk())
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_a_letter_that_is_not_written_takes_no_number() -> None:
    @transaction.atomic
    def broken_off() -> None:
        letter_to()
        raise RuntimeError

    letter_to()
    with pytest.raises(RuntimeError):
        broken_off()
    assert letter_to().number == 2
    assert str(LetterSeries.objects.get()).endswith(": 2")


@pytest.mark.django_db(transaction=True)
def test_numbers_have_no_gap_and_no_double_when_many_are_issued_at_once() -> None:
    event = EventFactory(published=True)
    rows = RegistrationFactory.create_batch(20, event=event)
    by = clerk()
    works = [partial(actions.issue_to_person, row, LetterKind.INVITATION, by=by) for row in rows]

    assert outcomes_of(works) == {"done": 20}
    assert sorted(Letter.objects.values_list("number", flat=True)) == list(range(1, 21))


@pytest.mark.django_db
def test_the_secretariats_words_hold_and_old_letters_stay(
    client: Client, lin: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    before = letter_to()
    address = reverse("admin:nominations_lettertemplate_add")
    page = client.get(f"{address}?kind=invitation")
    typed = fields_of(page, "lettertemplate_form")
    assert "Dear {name}," in typed["body_en"]
    wrong = client.post(address, {**typed, "body_en": "Dear {nmae},"})
    assert "{nmae}" in wrong.content.decode()
    assert wrong.status_code == 200

    answer = client.post(address, {**typed, "title_en": "Kind invitation"})

    assert answer.status_code == 302, answer.content.decode()[-3000:]
    template = LetterTemplate.objects.get()
    change = reverse("admin:nominations_lettertemplate_change", args=[template.pk])
    typed = fields_of(client.get(change), "lettertemplate_form")
    assert client.post(change, {**typed, "title_en": "An invitation"}).status_code == 302
    stale = client.post(change, {**typed, "title_en": "Other"})
    assert stale.status_code == 200
    assert letter_to().texts["en"]["title"] == "An invitation"
    before.refresh_from_db()
    assert before.texts["en"]["title"] == "Letter of invitation"
    assert str(template)


@pytest.mark.django_db
def test_letters_are_issued_and_fetched_in_the_admin(
    client: Client, lin: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    row = NominationFactory(accepted=True)
    address = reverse("admin:nominations_nomination_deed", args=[row.pk, "letter"])
    assert client.post(address, {"kind": "visa"}).status_code == 302
    quota = reverse("admin:nominations_nominationquota_deed", args=[row.quota_id, "letter"])
    assert client.post(quota).status_code == 302
    add = reverse("admin:nominations_letter_add")
    assert client.get(add).status_code == 200
    typed = {"kind": "invitation", "registration": row.registration_id}
    assert client.post(add, typed).status_code == 302
    of_events.cancel(row.registration)
    refusal = client.post(add, typed)
    assert "没有名额" in refusal.content.decode()

    listed = client.get(reverse("admin:nominations_letter_changelist")).content.decode()
    letter = Letter.objects.get(kind="visa")
    assert f"/letters/{letter.uid}/pdf/" in listed
    page = reverse("admin:nominations_letter_change", args=[letter.pk])
    assert f"/letters/{letter.uid}/docx/" in client.get(page).content.decode()
    Letter.objects.update(anonymised_at=letter.issued_at)
    assert f"/letters/{letter.uid}/" not in client.get(page).content.decode()


@pytest.mark.django_db
def test_a_letter_is_for_its_person_its_organisation_and_the_secretariat(
    client: Client, lin: User, wang: User
) -> None:
    row = NominationFactory(accepted=True)
    letter = actions.issue_to_person(row.registration, LetterKind.INVITATION, by=lin)
    row.registration.person = wang
    row.registration.save()
    address = f"/en/letters/{letter.uid}/docx/"

    for person in (lin, wang, focal_point(row.quota.organisation)):
        client.force_login(person)
        assert client.get(address).status_code == 200
    listed = client.get(f"/en/nominations/{row.quota_id}/").content.decode()
    assert f"/en/letters/{letter.uid}/pdf/" in listed
    pdf = client.get(f"/en/letters/{letter.uid}/pdf/")
    assert pdf.content.startswith(b"%PDF")
    client.force_login(wang)
    own = client.get(f"/en/events/mine/{row.registration.uid}/").content.decode()
    assert address in own
    client.force_login(focal_point(QuotaFactory().organisation))
    assert client.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302
    assert not Letter.objects.visible_to(AnonymousUser()).exists()
    client.force_login(lin)
    Letter.objects.update(anonymised_at=letter.issued_at)
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_letter_for_a_visa_is_no_business_of_the_organisation(
    client: Client, lin: User, wang: User
) -> None:
    row = NominationFactory(accepted=True)
    letter = actions.issue_to_person(row.registration, LetterKind.VISA, by=lin)
    Registration.objects.filter(pk=row.registration.pk).update(person=wang)
    address = f"/en/letters/{letter.uid}/docx/"

    for person, status in ((lin, 200), (wang, 200), (focal_point(row.quota.organisation), 404)):
        client.force_login(person)
        assert client.get(address).status_code == status
    listed = client.get(f"/en/nominations/{row.quota_id}/").content.decode()
    assert str(letter.uid) not in listed


@pytest.mark.django_db
@pytest.mark.parametrize("has_account", [True, False])
def test_a_person_is_told_of_the_letter_and_fetches_it(
    client: Client, lin: User, nguyen: User, has_account: bool
) -> None:
    email = nguyen.email if has_account else "an@example.org"
    quota = QuotaFactory()
    row = NominationFactory(quota=quota, email=email, language="en", accepted=True).registration
    Registration.objects.filter(pk=row.pk).update(person=nguyen if has_account else None)
    row.refresh_from_db()

    letter = actions.issue_to_person(row, LetterKind.VISA, by=lin)
    new = actions.issue_anew(letter, by=lin)

    first, second = OutgoingMessage.objects.filter(kind="nominations.letter").order_by("pk")
    assert (first.to_address, first.language) == (email, "en")
    assert number_of(letter) in first.text
    assert "takes the place" not in first.text
    assert f"It takes the place of {number_of(letter)}" in second.text
    if has_account:
        client.force_login(nguyen)
    link = re.search(r"http://testserver(/en/events/\S+)", second.text)
    assert link
    page = client.get(link[1]).content.decode()
    files = re.findall(rf'href="(/en/[^"]*letters/{new.uid}/docx/)"', page)
    assert [client.get(file).status_code for file in files] == [200]
    assert (link[1] in files[0]) is not has_account, "below the link"


@pytest.mark.django_db
def test_a_link_opens_the_letters_of_its_registration_alone(client: Client) -> None:
    own, other = letter_to(), letter_to()
    below = f"/en/events/link/{links.make(own.registration)}/letters"

    assert client.get(f"{below}/{own.uid}/docx/").status_code == 200
    assert client.get(f"{below}/{other.uid}/docx/").status_code == 404
    assert client.get(f"{below}/{own.uid}/odt/").status_code == 404
    assert client.get(f"/en/events/link/guessed/letters/{own.uid}/docx/").status_code == 404
    Letter.objects.update(anonymised_at=own.issued_at)
    assert client.get(f"{below}/{own.uid}/docx/").status_code == 404


@pytest.mark.django_db
def test_an_organisation_is_told_of_the_letter_to_it(lin: User) -> None:
    quota = QuotaFactory()
    point = focal_point(quota.organisation)

    old = actions.issue_to_organisation(quota, by=lin)
    actions.issue_anew(old, by=lin)

    mails = OutgoingMessage.objects.filter(kind="nominations.letter_asking").order_by("pk")
    assert [mail.to_address for mail in mails] == [point.email] * 2
    with override(point.language):
        assert old.number_text in mails[0].text
        assert old.number_text in mails[1].text


@pytest.mark.django_db
def test_the_list_asks_the_same_for_one_and_for_fifty(
    client: Client, lin: User, settings: Any, django_assert_max_num_queries: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    address = reverse("admin:nominations_letter_changelist")

    def queries() -> int:
        with django_assert_max_num_queries(40) as found:
            assert client.get(address).status_code == 200
        return len(found)

    first = letter_to()
    client.get(address)
    one = queries()
    letter_to()
    letter_to()
    three = queries()
    Letter.objects.bulk_create(
        Letter(
            kind=first.kind,
            year=first.year,
            number=number,
            event=first.event,
            registration=first.registration,
            issued_by=lin,
            issued_at=first.issued_at,
        )
        for number in range(10, 57)
    )

    assert one == three == queries()


@pytest.mark.django_db
def test_a_letter_for_a_visa_has_the_name_in_the_passport() -> None:
    row = RegistrationFactory(latin_name="Mei Lin")
    before = actions.issue_to_person(row, LetterKind.VISA, by=clerk())
    actions.write_travel(row, {"passport_name": "LIN MEI"})
    letter = actions.issue_to_person(row, LetterKind.VISA, by=clerk())

    assert "name in the passport: Mei Lin" in before.texts["en"]["body"]
    assert "护照姓名：LIN MEI" in letter.texts["zh-hans"]["body"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["-" * 36, "no-such"])
def test_an_address_that_names_no_letter_is_not_there(client: Client, lin: User, name: str) -> None:
    client.force_login(lin)
    assert client.get(f"/en/letters/{name}/pdf/").status_code == 404
    assert client.get(f"/en/letters/{letter_to().uid}/odt/").status_code == 404


@pytest.mark.django_db
def test_a_letter_issued_anew_takes_the_place_of_the_former_one(
    client: Client, lin: User, settings: Any
) -> None:
    settings.REQUIRE_STAFF_MFA = False
    client.force_login(lin)
    row = NominationFactory(accepted=True)
    old = actions.issue_to_person(row.registration, LetterKind.INVITATION, by=lin)
    of_events.correct_names(row.registration, {"name": "Lin Hai"}, by=lin)
    address = reverse("admin:nominations_letter_deed", args=[old.pk, "issue-anew"])
    page = reverse("admin:nominations_letter_change", args=[old.pk])
    assert address in client.get(page).content.decode()

    assert client.post(address).status_code == 302

    old.refresh_from_db()
    new = old.replaced_by
    assert (new.number, new.kind, new.recipient_name) == (old.number + 1, old.kind, "Lin Hai")
    assert old.recipient_name != "Lin Hai", "it stays as it was sent"
    for said in ("Replaced by Invitation No.", "取代"):
        assert said in words_of(letter_files.docx(old))
    assert "Replaced" not in words_of(letter_files.docx(new))
    after = client.get(page).content.decode()
    assert address not in after
    assert "已由后发函取代" in after
    twice = client.post(address).content.decode()
    assert "取代" in twice
    assert Letter.objects.count() == 2
    client.force_login(focal_point(row.quota.organisation))
    listed = client.get(f"/en/nominations/{row.quota_id}/").content.decode()
    assert f"Replaced by {number_of(new)}" in listed


def number_of(letter: Letter) -> str:
    with override("en"):
        return letter.number_text


@pytest.mark.django_db
def test_the_letter_to_an_organisation_is_issued_anew_by_the_secretariat(
    lin: User, wang: User
) -> None:
    quota = QuotaFactory()
    old = actions.issue_to_organisation(quota, by=lin)
    with pytest.raises(NotAllowed):
        actions.issue_anew(old, by=wang)

    new = actions.issue_anew(old, by=lin)

    assert (new.organisation, new.kind) == (quota.organisation, LetterKind.ORGANISATION)
    with refused("letter-replaced"):
        actions.issue_anew(old, by=lin)
