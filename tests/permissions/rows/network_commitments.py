"""Commitments: what everybody sees, and the desk of the owner's people."""

from tests.factories.commitments import (
    CommitmentFactory,
    EvidenceFactory,
    ProposalFactory,
    ReportFactory,
)
from tests.factories.files import StoredFileFactory
from tests.permissions.rows.network import (
    ABSENT,
    EDITING,
    FOREIGN,
    MEMBERS,
    PAGE,
    READ_ONLY,
    inside,
    slug,
)
from tests.permissions.table import MARKER, Arguments, Meets, Row, World

MARKED = dict.fromkeys(("title_zh_hans", "title_en"), MARKER)
SUBMITTING = inside(*EDITING)


def furnish(world: World) -> None:
    """Make a commitment and a proposal of the organisation with members, and a stranger's."""
    own, foreign = world.things["own"], world.things["foreign"]
    public = CommitmentFactory(organisation=own)
    report = ReportFactory(commitment=public, state="given")
    proposal = ProposalFactory(organisation=own, title_zh_hans=MARKER, title_en=MARKER)
    evidence = EvidenceFactory(commitment=public, file=world.things["file"])
    world.things |= {
        "commitment": public,
        "report_on": report,
        "proposal": proposal,
        "evidence": evidence,
        "hidden_evidence": EvidenceFactory(
            commitment=public, report=report, file=StoredFileFactory(), **MARKED
        ),
        "foreign_commitment": ProposalFactory(organisation=foreign, **MARKED),
    }


def number(thing: str) -> Arguments:
    return lambda world, _role: {"number": world.things[thing].pk}


def document(thing: str) -> Arguments:
    return lambda world, _role: {
        "number": world.things[thing].commitment_id,
        "key": world.things[thing].pk,
    }


def one(organisation: str, thing: str, **more: str) -> Arguments:
    return lambda world, _role: {
        "slug": world.things[organisation].slug,
        "number": world.things[thing].pk,
        **{name: world.things[other].pk for name, other in more.items()},
    }


def desk(name: str, thing: str, *, sent: Meets = Meets.SHOWN, **more: str) -> list[Row]:
    """Return the rows of a form: one's own, and the same under another's address."""
    posted = inside(*EDITING, meets=sent)
    own, foreign = one("own", thing, **more), one("foreign", "foreign_commitment", **more)
    return [
        Row(f"network:{name}", SUBMITTING, posted, "one's own", own),
        Row(f"network:{name}", FOREIGN, FOREIGN, "another's", foreign),
    ]


ROWS = [
    Row("network:commitments", PAGE, READ_ONLY),
    Row("network:commitments-file", PAGE, READ_ONLY, kwargs=lambda *_: {"ending": "csv"}),
    Row("network:commitment", PAGE, READ_ONLY, "agreed", number("commitment")),
    Row("network:commitment", ABSENT, READ_ONLY, "a proposal", number("foreign_commitment")),
    Row("network:commitment-csv", PAGE, READ_ONLY, "agreed", number("commitment")),
    Row("network:commitment-csv", ABSENT, READ_ONLY, "a proposal", number("foreign_commitment")),
    Row("network:evidence", PAGE, READ_ONLY, "public", document("evidence")),
    Row("api:commitments", PAGE, READ_ONLY),
    Row("api:commitment", PAGE, READ_ONLY, "agreed", number("commitment")),
    Row("api:commitment", ABSENT, READ_ONLY, "a proposal", number("foreign_commitment")),
    Row("network:own-commitments", inside(*MEMBERS), READ_ONLY, "one's own", slug("own")),
    Row("network:own-commitments", FOREIGN, READ_ONLY, "another's", slug("foreign")),
    Row("network:own-commitment", inside(*MEMBERS), READ_ONLY, "own", one("own", "commitment")),
    Row(
        "network:own-commitment",
        inside(others=Meets.NOT_THERE),
        READ_ONLY,
        "a stranger's under one's own address",
        one("own", "foreign_commitment"),
    ),
    Row("network:propose-commitment", SUBMITTING, SUBMITTING, "one's own", slug("own")),
    Row("network:propose-commitment", FOREIGN, FOREIGN, "another's", slug("foreign")),
    *desk("edit-commitment", "proposal"),
    *desk("withdraw-commitment", "proposal", sent=Meets.DONE),
    *desk("give-report", "commitment"),
    *desk("correct-report", "commitment", report="report_on"),
    *desk("add-evidence", "commitment"),
    *desk("add-picture", "commitment"),
    *desk("withdraw-evidence", "commitment", evidence="evidence"),
]
