"""Beforehand a message is looked at with what really happened last."""

import pytest

from partnership.accounts.models import User
from partnership.network import actions as network
from partnership.notifications import previews, registry
from tests.factories.attendance import PlanFactory
from tests.factories.commitments import ReportFactory
from tests.factories.network import (
    EnquiryFactory,
    MembershipFactory,
    NameChangeFactory,
    RequestFactory,
)
from tests.factories.nominations import NominationFactory
from tests.factories.outcomes import OutcomeFactory
from tests.factories.reports import owed


def text_of(kind: str, reader: User) -> str:
    written = previews.write(registry.get(kind), reader)
    return f"{written.subject}\n{written.text}"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_tells_of_the_latest_member_request_and_commitment(lin: User, language: str) -> None:
    reader = User(email="a@example.org", name="A", language=language)
    report = ReportFactory()
    NameChangeFactory(english_name="Harbour Office", chinese_name="港务办公室")
    RequestFactory(organisation_name="Blue Bay 蓝湾")
    network.answer_enquiry(EnquiryFactory(), by=lin, answer="See page 3. 见第3页。")
    taker = MembershipFactory(
        organisation__name_en="Pearl City", organisation__name_zh_hans="珠城"
    ).organisation

    city, commitment = {"zh-hans": ("珠城", "承诺"), "en": ("Pearl City", "Commitment ")}[language]
    for kind in ("invited", "approved", "withdrawn"):
        assert city in text_of(f"network.{kind}", reader)
    for kind in ("commitment_settled", "report_asked"):
        assert commitment in text_of(f"network.{kind}", reader)
    why = {"reason_zh": "职能已经划转。", "reason_en": "The task has moved."}
    network.hand_over(report.commitment, taker, by=lin, **why)
    handed_over = text_of("network.commitment_handed_over", reader)
    assert city in handed_over
    assert why[{"zh-hans": "reason_zh", "en": "reason_en"}[language]] in handed_over
    assert "Blue Bay 蓝湾" in text_of("network.asked", reader)
    assert "见第3页。" in text_of("network.answered", reader)
    assert "Harbour Office" in text_of("network.name_approved", reader)


def test_it_tells_of_the_latest_events_and_what_belongs_to_them(lin: User) -> None:
    nomination = NominationFactory(name="Mei Nominee")
    report = owed()
    OutcomeFactory(event__title_zh_hans="近海治理对话")
    lin.language = "zh-hans"

    assert "Mei Nominee" in text_of("nominations.endorsed", lin)
    assert nomination.quota.event.title_zh_hans in text_of("nominations.asked", lin)
    assert report.organisation.name_zh_hans in text_of("reports.missing", lin)
    assert "近海治理对话" in text_of("roundtables.outcome", lin)
    assert "近海治理对话" in text_of("attendance.steward", lin)


def test_an_evaluation_is_the_latest_that_was_asked_for(lin: User) -> None:
    plan = PlanFactory()
    plan.evaluation_until = plan.event.ends_at
    plan.save()

    assert plan.event.title_zh_hans in text_of("attendance.evaluation", lin)
