"""What commitments say about the programme."""

import pytest
from django.test import Client

from partnership.core.indicators import Counted, find
from partnership.network.commitment_choices import CommitmentKind, CommitmentState
from partnership.network.commitment_numbers import counts
from tests.factories.commitments import CommitmentFactory, ProposalFactory, completed, days_ago

pytestmark = pytest.mark.django_db


def counted(key: str) -> Counted:
    indicator = find(key)
    assert indicator is not None
    return indicator.count()


def test_they_count_what_was_agreed_what_is_late_and_what_is_on_time() -> None:
    late = CommitmentFactory(due_on=days_ago(1), kind=CommitmentKind.POLICY)
    completed()
    CommitmentFactory(state=CommitmentState.DROPPED)
    ProposalFactory()

    made, on_time, behind = map(
        counted, ("commitments-made", "commitments-on-time", "commitments-late")
    )

    assert (made.value(), on_time.value(), behind.value()) == (3, 1, 1)
    assert made.value(str(days_ago(0).year), CommitmentKind.ACTION) == 2
    assert [record.key for record in behind.behind(str(late.due_on.year))] == [late.pk]


def test_every_number_leads_to_the_commitments_behind_it(client: Client) -> None:
    commitment = CommitmentFactory()

    assert counted("commitments-made").behind()[0].url.endswith(f"/commitments/{commitment.pk}/")
    assert client.get("/en/results/").status_code == 200


def test_the_key_figures_of_the_register_never_mix_demo_data_with_facts() -> None:
    CommitmentFactory(is_demo=True)
    assert counts()["agreed"] == 1

    CommitmentFactory(due_on=days_ago(1))
    CommitmentFactory(is_demo=True)

    none = {"on_time": 0, "undecided": 0, "completed": 0}
    assert counts() == {"agreed": 1, "late": 1, **none}
