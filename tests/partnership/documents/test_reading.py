"""Tables that are read and not kept pass what every file passes, and leave nothing behind."""

from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from partnership.accounts.models import User
from partnership.documents.actions import read_once
from partnership.documents.checks.kinds import TEST_VIRUS
from partnership.documents.checks.refusal import Cause
from partnership.documents.errors import FileRefused, NotCheckedYet
from partnership.documents.models import StoredFile
from tests.factories.files import pdf, sent, xlsx
from tests.factories.monitoring import SamplingUnitFactory, SurveySiteFactory, form_list
from tests.factories.network import PersonFactory
from tests.factories.nominations import QuotaFactory, focal_point
from tests.factories.submissions import speaking
from tests.partnership.documents import clamd
from tests.partnership.documents.test_actions import NOBODY_LISTENS, on_disk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "编号,说明\n1,=SUM(A1)\n2,\u200b\x07\n".encode()),
        ("a.xlsx", xlsx()),
    ],
)
def test_its_content_is_taken_and_nothing_of_it_stays(
    wang: User,
    settings: LazySettings,
    django_capture_on_commit_callbacks: Callable[..., object],
    name: str,
    content: bytes,
) -> None:
    settings.UPLOAD_QUOTA_MB = 0  # it takes no room
    with django_capture_on_commit_callbacks(execute=True):
        assert read_once(sent(content, name), by=wang) == content

    assert not StoredFile.objects.exists()
    assert on_disk(settings) == []


def test_what_does_not_pass_is_refused_and_its_row_says_why(wang: User) -> None:
    with pytest.raises(FileRefused) as refused:
        read_once(sent(pdf(), "a.pdf"), by=wang)

    row = StoredFile.objects.get()
    assert (row.reason, str(refused.value)) == (Cause.NOT_HERE, row.explanation)


def test_the_scanner_has_to_agree(wang: User, settings: LazySettings) -> None:
    hidden = b"1,2\n" * 2_000 + TEST_VIRUS
    with clamd.running() as settings.CLAMAV_ADDRESS, pytest.raises(FileRefused):
        read_once(sent(hidden, "a.csv"), by=wang)
    settings.CLAMAV_ADDRESS = NOBODY_LISTENS
    with pytest.raises(NotCheckedYet):
        read_once(sent(b"1,2\n", "a.csv"), by=wang)

    assert [row.reason for row in StoredFile.objects.all()] == [Cause.VIRUS]


def staff_import() -> tuple[str, User]:
    return reverse("admin:reference_place_import"), PersonFactory(
        roles=["publisher"], language="zh-hans"
    )


def nominations() -> tuple[str, User]:
    quota = QuotaFactory()
    return f"/zh-hans/nominations/{quota.pk}/table/", focal_point(quota.organisation)


def surveys() -> tuple[str, User]:
    form_list()
    surveyor = PersonFactory()
    site = SurveySiteFactory(organisation=speaking(surveyor).organisation)
    SamplingUnitFactory(site=site)
    return "/zh-hans/monitoring/workbook/", surveyor


@pytest.mark.parametrize("door", [staff_import, nominations, surveys])
def test_every_way_in_for_tables_looks_for_viruses(
    client: Client, door: Callable[[], tuple[str, User]]
) -> None:
    address, person = door()
    client.force_login(person)
    file = SimpleUploadedFile("table.csv", b"a,b\n" + TEST_VIRUS)

    page = client.post(address, {"file": file})

    assert page.status_code == 200
    assert "病毒扫描" in page.content.decode()
    assert StoredFile.objects.get().reason == Cause.VIRUS
