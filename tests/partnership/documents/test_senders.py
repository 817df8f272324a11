"""A file counts against the organisation behind what it is for; no form has to name it."""

import pytest

from partnership.accounts.models import User
from partnership.documents import senders
from partnership.network.models import Organisation
from partnership.review import subjects
from tests.factories.commitments import CommitmentFactory
from tests.factories.nominations import QuotaFactory
from tests.factories.review import Report, draft
from tests.factories.submissions import case_draft


def key(organisation: Organisation) -> str:
    return f"organisation:{organisation.pk}"


@pytest.mark.django_db
def test_it_is_found_for_whatever_an_organisation_sends_files_for(nguyen: User) -> None:
    submission, commitment, quota = case_draft(nguyen), CommitmentFactory(), QuotaFactory()

    assert senders.key_for(submission) == key(submission.of_case.organisation)
    assert senders.key_for(commitment) == key(commitment.organisation)
    assert senders.key_for(quota) == key(quota.organisation)


@pytest.mark.django_db
def test_there_is_none_behind_what_people_send_for_themselves(nguyen: User) -> None:
    subjects.register(report := Report())

    assert senders.key_for(draft(nguyen)) == ""
    assert senders.key_for(nguyen) == ""
    assert senders.key_for(None) == ""
    subjects.unregister(report.key)
