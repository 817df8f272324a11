"""The commitments that come with the demo content."""

import pytest
from django.core.management import call_command

from partnership.network import demo
from partnership.network.commitment_choices import CommitmentState, Finding, Light, light_of
from partnership.network.models import Commitment, Organisation

pytestmark = pytest.mark.django_db


def test_there_are_some_in_every_state_and_colour_all_marked_and_loaded_once() -> None:
    call_command("load_reference", verbosity=0)

    assert demo.commit() == 22
    assert demo.commit() == 0

    rows = Commitment.objects.with_light()
    assert set(rows.values_list("state", flat=True)) == set(CommitmentState.values)
    found = {light_of(row.finding) for row in rows}
    assert found == set(Light)
    assert rows.filter(finding=Finding.EVIDENCE_GONE).count() == 1
    assert rows.filter(finding=Finding.SILENT).count() == 1
    assert rows.filter(handovers__isnull=False).count() == 1
    assert not rows.exclude(is_demo=True).exists()
    assert not Organisation.objects.listed().filter(commitments__isnull=False).exists()
    assert all(
        "演示" in name for name in Organisation.objects.values_list("name_zh_hans", flat=True)
    )
