"""The organisations that come with the portal."""

from pathlib import Path

import pytest

from partnership.accounts.models import User
from partnership.network import actions, demo
from partnership.network.choices import Standing
from partnership.network.demo.loading import FOLDER
from partnership.network.models import Organisation

pytestmark = pytest.mark.django_db


def test_it_lists_thirty_real_organisations_as_no_partners(reference_data: None) -> None:
    report = demo.load()

    assert report.faults == []
    assert Organisation.objects.listed().count() == len(list(FOLDER.glob("*.yaml"))) >= 30
    assert set(Organisation.objects.values_list("standing", flat=True)) == {
        Standing.PUBLIC_INFORMATION
    }
    assert not Organisation.objects.filter(sources__isnull=True).exists()


def test_a_second_run_changes_nothing_and_leaves_alone_what_people_changed(
    reference_data: None, lin: User
) -> None:
    demo.load()
    actions.take_from_directory(Organisation.objects.get(slug="unep"), by=lin)

    report = demo.load()

    assert (report.created, report.changed, report.kept) == ([], [], ["unep"])


def test_it_writes_nothing_when_a_file_is_wrong(reference_data: None, tmp_path: Path) -> None:
    good = (FOLDER / "unep.yaml").read_text(encoding="utf-8")
    (tmp_path / "unep.yaml").write_text(good, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(good.replace("plastic-policy", "piracy"), encoding="utf-8")

    faults = [str(fault) for fault in demo.load(tmp_path).faults]

    assert faults == [
        "other.yaml: slug: write other, as the file is named",
        "other.yaml: themes: piracy is no theme; see the reference data",
    ]
    assert not Organisation.objects.exists()
