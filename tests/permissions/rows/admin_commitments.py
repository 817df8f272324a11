"""Commitments in the admin: staff looks, the secretariat edits and decides."""

from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
)
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.rows.admin_network import EDITORS, WATCHERS, one
from tests.permissions.table import STAFF, Meets, World


def furnish(world: World) -> None:
    commitment = CommitmentFactory()
    world.things |= {
        "commitment_in_admin": commitment,
        "proposal_in_admin": ProposalFactory(),
        "report_in_admin": ReportFactory(commitment=commitment, state="given"),
        "evidence_in_admin": EvidenceFactory(commitment=commitment, accepted_on=None),
    }


COMMITMENT, PROPOSAL, REPORT, EVIDENCE = map(
    one, ("commitment_in_admin", "proposal_in_admin", "report_in_admin", "evidence_in_admin")
)
OF_COMMITMENT = "partnership.commitment"
OF_REPORT = "partnership.commitmentreport"
OF_EVIDENCE = "partnership.commitmentevidence"

ROWS = [
    *admin_rows(OF_COMMITMENT, COMMITMENT, view=WATCHERS, change=EDITORS),
    deed(OF_COMMITMENT, "agree", PROPOSAL, may=EDITORS, see=STAFF, posted=Meets.DONE),
    *(
        deed(OF_COMMITMENT, slug, COMMITMENT, may=EDITORS, see=STAFF)
        for slug in ("resume", "complete", "delay", "hand-over", "drop")
    ),
    deed(OF_COMMITMENT, "ask", COMMITMENT, may=EDITORS, see=STAFF, posted=Meets.DONE),
    deed(OF_COMMITMENT, "begin", COMMITMENT, may=EDITORS, see=STAFF, posted=Meets.DONE),
    *admin_rows(OF_REPORT, REPORT, view=EDITORS),
    deed(OF_REPORT, "accept", REPORT, may=EDITORS, see=EDITORS, posted=Meets.DONE),
    deed(OF_REPORT, "return", REPORT, may=EDITORS, see=EDITORS),
    *admin_rows(OF_EVIDENCE, EVIDENCE, view=EDITORS),
    deed(OF_EVIDENCE, "accept", EVIDENCE, may=EDITORS, see=EDITORS, posted=Meets.DONE),
    deed(OF_EVIDENCE, "withdraw", EVIDENCE, may=EDITORS, see=EDITORS),
]
