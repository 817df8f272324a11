"""The empty workbook: made for its reader, refused as long as its example stands in it."""

import io
import re

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from monitoring.choices import WorkbookKind
from monitoring.models import SamplingUnit
from monitoring.workbook.columns import ANIMALS, COUNTS, LISTS, SITES, STAMP, SURVEYS
from partnership.accounts.models import User
from tests.factories.workbooks import fetched, findings_of

pytestmark = pytest.mark.django_db
HAN = re.compile(r"[㐀-鿿]")


def test_the_workbook_is_made_for_its_reader(nguyen: User, unit: SamplingUnit) -> None:
    book = load_workbook(io.BytesIO(fetched(nguyen)))

    assert book.sheetnames[1:] == [SITES, SURVEYS, COUNTS, ANIMALS, LISTS, STAMP]
    assert book[STAMP].sheet_state == "veryHidden"
    assert book[LISTS].protection.sheet
    assert book[SURVEYS].freeze_panes == "B3"
    transects = [row[0].value for row in book[SITES].iter_rows(min_row=2)]
    assert transects == ["CN_XIA_001-A"]
    heading = book[SURVEYS]["C1"].value
    assert HAN.search(heading)
    assert "Date of the survey" in heading
    assert [cell.value for cell in book[COUNTS][2]] == ["survey_code", "item_code", "count"]
    assert {cell.data_type for row in book[SURVEYS].iter_rows() for cell in row} <= {
        "s",
        "n",
        "inlineStr",
    }
    assert book[SURVEYS].data_validations.dataValidation


def test_the_workbook_as_fetched_is_refused_by_its_example(
    nguyen: User, unit: SamplingUnit
) -> None:
    found = findings_of(fetched(nguyen), nguyen)

    assert [(each.sheet, each.cell, each.code) for each in found] == [
        (SURVEYS, "A3", "M008"),
        (COUNTS, "A3", "M008"),
    ]


def test_who_surveys_no_site_is_refused(client: Client, wang: User) -> None:
    client.force_login(wang)

    for page in ("workbook", "uploads", "columns"):
        assert client.get(reverse(f"monitoring:{page}")).status_code == 403
    for kind in WorkbookKind:
        for page in ("workbook-of", "workbook-template"):
            assert client.get(reverse(f"monitoring:{page}", args=[kind])).status_code == 403


def test_the_form_of_one_survey_leads_to_the_workbook(
    client: Client, nguyen: User, unit: SamplingUnit
) -> None:
    client.force_login(nguyen)

    page = client.get(reverse("review:begin", args=["survey"])).content.decode()

    assert reverse("monitoring:workbook") in page
    template = reverse("monitoring:workbook-template", args=["beach-survey"])
    assert client.get(template).content.startswith(b"PK")
    assert template in client.get(reverse("monitoring:workbook")).content.decode()
