"""People and the audit trail in the admin."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from partnership.accounts.mail import Mail
from partnership.accounts.models import User
from partnership.core import audit
from partnership.core.choices import Verb
from partnership.core.models import AuditEvent
from tests.forms_in_pages import resend

PEOPLE = reverse("admin:accounts_user_changelist")
TRAIL = reverse("admin:core_auditevent_changelist")
EXPORT = reverse("admin:core_auditevent_export")


@pytest.fixture
def staff(client: Client, lin: User) -> Client:
    client.force_login(lin)
    return client


@pytest.fixture
def auditor(client: Client, guo: User) -> Client:
    client.force_login(guo)
    return client


def deed(person: User, slug: str) -> str:
    return reverse("admin:accounts_user_deed", args=[person.pk, slug])


def change_page(person: User) -> str:
    return reverse("admin:accounts_user_change", args=[person.pk])


def test_it_invites_a_person_by_mail(staff: Client, lin: User, postbox: list[Mail]) -> None:
    response = resend(
        staff,
        reverse("admin:accounts_user_add"),
        "user_form",
        email="Hoa@example.org",
        name="Hoa",
        language="en",
        first_roles=["member", "reviewer"],
    )

    hoa = User.objects.get(email="hoa@example.org")
    assert response.url == PEOPLE
    assert (hoa.name, hoa.roles) == ("Hoa", ["member", "reviewer"])
    assert not hoa.has_usable_password()
    assert [mail.kind for mail in postbox] == ["invitation"]
    (event,) = AuditEvent.objects.about(hoa)
    assert (event.verb, event.actor_id) == (Verb.CREATED, str(lin.pk))


def test_a_refused_invitation_keeps_what_was_typed(staff: Client, postbox: list[Mail]) -> None:
    staff.cookies["language"] = "en"

    response = resend(
        staff,
        reverse("admin:accounts_user_add"),
        "user_form",
        email="hoa@example.org",
        name="Hoa",
        language="en",
        first_roles=["member", "audit-administrator"],
    )

    page = response.content.decode()
    assert response.status_code == 200
    assert "An audit administrator holds no other role." in page
    assert 'value="hoa@example.org"' in page
    assert not User.objects.filter(email="hoa@example.org").exists()
    assert postbox == []


def test_it_corrects_a_name_and_nothing_else_by_the_form(staff: Client, wang: User) -> None:
    resend(staff, change_page(wang), "user_form", name="Wang Wei", roles="publisher", email="x@y.z")

    wang.refresh_from_db()
    assert (wang.name, wang.roles, wang.email) == ("Wang Wei", ["member"], "wang@example.org")
    assert AuditEvent.objects.about(wang).get().verb == Verb.CHANGED


def test_no_page_shows_a_password_or_its_hash(staff: Client, wang: User) -> None:
    wang.set_password("Blauer-Ozean-2026")
    wang.save()

    page = staff.get(change_page(wang)).content.decode()

    assert wang.password not in page
    assert 'type="password"' not in page


def test_roles_change_by_deeds(staff: Client, wang: User) -> None:
    staff.post(deed(wang, "grant-role"), {"role": "reviewer"})
    staff.post(deed(wang, "withdraw-role"), {"role": "member"})

    wang.refresh_from_db()
    assert wang.roles == ["reviewer"]
    verbs = [event.verb for event in AuditEvent.objects.about(wang)]
    assert verbs == [Verb.ROLE_WITHDRAWN, Verb.ROLE_GRANTED]


@pytest.mark.parametrize("slug", ["grant-role", "withdraw-role", "deactivate"])
def test_nobody_decides_about_themselves(staff: Client, lin: User, slug: str) -> None:
    page = staff.get(change_page(lin)).content.decode()

    assert deed(lin, slug) not in page
    assert staff.post(deed(lin, slug), {"role": "publisher", "reason": "x"}).status_code == 403


def test_an_account_is_closed_and_opened_again(staff: Client, wang: User) -> None:
    staff.post(deed(wang, "deactivate"), {"reason": "left the city"})
    wang.refresh_from_db()
    assert not wang.is_active
    assert AuditEvent.objects.about(wang).first().note == "left the city"

    staff.post(deed(wang, "reactivate"))
    wang.refresh_from_db()
    assert wang.is_active


def test_people_are_the_secretariats_alone(client: Client, guo: User, zhao: User) -> None:
    zhao.roles = ["publisher"]
    zhao.save()
    for user in (guo, zhao):
        client.force_login(user)
        assert client.get(PEOPLE).status_code == 403


def test_the_trail_is_the_audit_administrators_alone(auditor: Client, lin: User) -> None:
    assert auditor.get(TRAIL).status_code == 200

    auditor.force_login(lin)

    assert auditor.get(TRAIL).status_code == 403
    assert auditor.post(EXPORT).status_code == 403


def test_the_trail_is_narrowed_by_verb_kind_person_and_day(auditor: Client, lin: User) -> None:
    wanted = audit.record(Verb.PUBLISHED, lin, by=lin)
    audit.record(Verb.PUBLISHED, lin, by=None)
    audit.record(Verb.CHANGED, lin, by=lin)
    today = wanted.occurred_at.astimezone().strftime("%Y-%m-%d")
    query = {
        "verb__exact": "published",
        "kind": "accounts.user",
        "actor": str(lin.pk),
        "occurred_at_from": today,
    }

    def found(**more: str) -> list[AuditEvent]:
        return list(auditor.get(TRAIL, {**query, **more}).context["cl"].result_list)

    assert found() == [wanted]
    assert found(occurred_at_from="2001-01-01", occurred_at_to="2001-01-02") == []


def test_the_export_is_guarded_filtered_and_itself_recorded(
    auditor: Client, lin: User, guo: User
) -> None:
    lin.name = '=HYPERLINK("http://example.org")'
    audit.record(Verb.PUBLISHED, lin, by=lin, note="+1")
    audit.record(Verb.CHANGED, lin, by=guo)

    response = auditor.post(f"{EXPORT}?verb__exact=published")

    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    header, row = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert row[1] == '\'=HYPERLINK("http://example.org")'
    assert row[-1] == "'+1"
    assert len(header) == len(row)
    last = AuditEvent.objects.newest_first().first()
    assert (last.verb, last.actor_id) == (Verb.EXPORTED, str(guo.pk))
    assert "verb__exact=published" in last.note


def test_the_trail_cannot_be_exported_by_following_a_link(auditor: Client) -> None:
    assert auditor.get(EXPORT).status_code == 405


def test_nothing_in_the_trail_is_added_changed_or_deleted(auditor: Client, lin: User) -> None:
    event = audit.record(Verb.CHANGED, lin, by=lin)
    page = reverse("admin:core_auditevent_change", args=[event.pk])

    assert auditor.post(page, {"note": "x"}).status_code == 403
    assert auditor.get(reverse("admin:core_auditevent_add")).status_code == 403
    assert auditor.post(reverse("admin:core_auditevent_delete", args=[event.pk])).status_code == 403
