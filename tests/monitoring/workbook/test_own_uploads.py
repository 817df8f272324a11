"""Own files with surveys: how many, how large, for whom, and how long they are kept."""

import io
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from monitoring.actions import uploads
from monitoring.choices import UploadState
from monitoring.errors import TooManyUploads
from monitoring.models import SamplingUnit, Upload
from monitoring.workbook.errors import TooLarge
from partnership.accounts.models import User
from partnership.core import retention
from partnership.core.errors import TransitionRefused
from partnership.network.roles import MemberRole
from tests.factories.monitoring import SurveySiteFactory, UploadFactory
from tests.factories.submissions import speaking
from tests.factories.workbooks import (
    csv,
    kept_file,
    send,
    sent,
)

pytestmark = pytest.mark.django_db


def test_the_same_file_under_way_is_kept_once(nguyen: User, unit: SamplingUnit) -> None:
    assert send(nguyen, unit, b"one") == send(nguyen, unit, b"one")
    assert Upload.objects.count() == 1


def test_one_person_has_so_many_files_under_way_and_in_a_day(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(nguyen)
    for number in range(uploads.MOST_UNDER_WAY):
        send(nguyen, unit, b"%d" % number)
    with pytest.raises(TooManyUploads):
        send(nguyen, unit, b"another")
    Upload.objects.update(state=UploadState.CANCELLED)
    send(nguyen, unit, b"another")
    monkeypatch.setattr(uploads, "MOST_A_DAY", 4)
    with pytest.raises(TooManyUploads):
        send(nguyen, unit, b"one more")


def test_a_file_too_large_is_refused_at_the_door(
    client: Client, nguyen: User, unit: SamplingUnit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 3)
    client.force_login(nguyen)
    with pytest.raises(TooLarge):
        send(nguyen, unit, b"four")
    with override("en"):
        file = io.BytesIO(b"four")
        page = client.post(reverse("monitoring:workbook"), {"file": file}).content.decode()

    assert "Divide it" in page


def test_who_hands_in_for_several_organisations_says_for_which(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    other = SurveySiteFactory(organisation=speaking(nguyen).organisation).organisation
    client.force_login(nguyen)
    file = io.BytesIO(csv("1,two"))
    with override("en"):
        asked = client.post(reverse("monitoring:workbook"), {"file": file}).content.decode()
        sent(client, csv("1,two"), "surveys.csv", organisation=str(other.pk))

    assert "For which organisation?" in asked
    assert Upload.objects.get().organisation == other


def test_a_file_is_for_its_sender_alone(
    client: Client, nguyen: User, wang: User, unit: SamplingUnit
) -> None:
    upload = kept_file(nguyen, unit)
    speaking(wang, MemberRole.DRAFTER, organisation=unit.site.organisation)
    client.force_login(wang)
    address = reverse("monitoring:upload", args=[upload.key])

    assert client.get(address).status_code == 404
    assert client.post(address, {"deed": "cancel"}).status_code == 404
    assert upload.file_name not in client.get(reverse("monitoring:uploads")).content.decode()
    assert client.get(reverse("monitoring:upload", args=[uuid4()])).status_code == 404


def test_only_what_waits_or_runs_is_cancelled(nguyen: User, unit: SamplingUnit) -> None:
    done = kept_file(nguyen, unit, state=UploadState.TAKEN)

    with pytest.raises(TransitionRefused):
        uploads.cancel(done, by=nguyen)
    with pytest.raises(TransitionRefused):
        uploads.replace_drafts(done, by=nguyen)


def test_own_uploads_are_listed_narrowed_and_empty(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)
    with override("en"):
        address = reverse("monitoring:uploads")
        empty = client.get(address).content.decode()
        kept_file(nguyen, unit, file_name="april.xlsx", state=UploadState.TAKEN, rows=7)
        kept_file(nguyen, unit, file_name="may.xlsx", state=UploadState.FAULTY, finding_count=3)
        every = client.get(address).content.decode()
        narrowed = client.get(address, {"state": "faulty"}).content.decode()
        none = client.get(address, {"state": "failed"}).content.decode()
        nonsense = client.get(address, {"state": "x"}).content.decode()
        door = client.get(reverse("monitoring:workbook")).content.decode()

    assert "You have not sent a file yet" in empty
    assert every.index("may.xlsx") < every.index("april.xlsx")
    assert "7 rows" in every
    assert "april.xlsx" not in narrowed
    assert "3 things to correct" in narrowed
    assert "None of your files is in this state" in none
    assert "april.xlsx" in nonsense
    assert "april.xlsx" in door


def test_the_list_asks_as_many_questions_for_fifty_files_as_for_one(
    client: Client, nguyen: User, unit: SamplingUnit, django_assert_num_queries: Any
) -> None:
    client.force_login(nguyen)
    client.get(reverse("monitoring:uploads"))
    for count in (1, 2, 47):
        Upload.objects.bulk_create(
            UploadFactory.build_batch(
                count,
                sent_by=nguyen,
                organisation=unit.site.organisation,
                state=UploadState.TAKEN,
            )
        )
        with django_assert_num_queries(6):
            client.get(reverse("monitoring:uploads"))


def test_files_go_after_a_month_and_rows_after_a_year(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    def age(upload: Upload, days: int) -> Upload:
        Upload.objects.filter(pk=upload.pk).update(created_at=timezone.now() - timedelta(days=days))
        return upload

    client.force_login(nguyen)
    found = {"findings": [{"cell": "A1"}], "finding_count": 1, "state": UploadState.FAULTY}
    month = age(kept_file(nguyen, unit, **found), 31)
    week = age(kept_file(nguyen, unit, **found), 7)
    year = age(kept_file(nguyen, unit, state=UploadState.TAKEN, content=None), 366)
    retention.run()
    month.refresh_from_db()
    week.refresh_from_db()
    with override("en"):
        page = client.get(reverse("monitoring:upload", args=[month.key])).content.decode()

    assert month.content is None
    assert month.findings == []
    assert "What was found has been deleted since" in page
    assert week.content
    assert not Upload.objects.filter(pk=year.pk).exists()
