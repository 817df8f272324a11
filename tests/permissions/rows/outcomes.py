"""Outcome documents, projects and the series of dialogues: public ones, and drafts nobody meets."""

from tests.factories.files import pdf, stored
from tests.factories.outcomes import (
    AnnexFactory,
    OutcomeFactory,
    OutputFactory,
    ProjectFactory,
    public,
)
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.rows.admin_events import EDITORS, PUBLISHERS, WATCHERS, one
from tests.permissions.table import MARKER, STAFF, Arguments, Meets, Row, World, everyone, in_admin

PAGE = everyone(Meets.SHOWN)
ABSENT = everyone(Meets.NOT_THERE)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)


def furnish(world: World) -> None:
    """Publish a document with an annex and a project with an output; draft another of each."""
    marked = dict.fromkeys(("title_zh_hans", "title_en", "summary_zh_hans", "summary_en"), MARKER)
    file = stored(pdf(), "annex.pdf")
    outcome, project = OutcomeFactory(is_demo=True), ProjectFactory(is_demo=True)
    annex = AnnexFactory(outcome=outcome, file=file)
    output = OutputFactory(project=project, file=file)
    hidden, secret = OutcomeFactory(**marked), ProjectFactory(**marked)
    world.things |= {
        "outcome": public(outcome),
        "annex": annex,
        "hidden_outcome": hidden,
        "hidden_annex": AnnexFactory(outcome=hidden, file=file),
        "project": public(project),
        "output": output,
        "hidden_project": secret,
        "hidden_output": OutputFactory(project=secret, file=file),
    }


def document(thing: str) -> Arguments:
    return lambda world, _role: {"slug": world.things[thing].event.slug}


def annex(thing: str) -> Arguments:
    return lambda world, _role: {
        "slug": world.things[thing].outcome.event.slug,
        "number": world.things[thing].pk,
    }


def project(thing: str) -> Arguments:
    return lambda world, _role: {"slug": world.things[thing].slug}


def output(thing: str) -> Arguments:
    return lambda world, _role: {
        "slug": world.things[thing].project.slug,
        "number": world.things[thing].pk,
    }


def admin_of(model: str, shown: str, hidden: str) -> list[Row]:
    """Lists, forms and previews; what is public already can be withdrawn, a draft published."""
    return [
        *admin_rows(f"roundtables.{model}", one(hidden), view=WATCHERS, change=EDITORS),
        deed(f"roundtables.{model}", "publish-en", one(hidden), may=PUBLISHERS, see=STAFF, posted=Meets.DONE),
        *(
            deed(f"roundtables.{model}", slug, one(shown), may=PUBLISHERS, see=STAFF)
            for slug in ("withdraw-en", "mark-as-real")
        ),
        Row(
            f"admin:roundtables_{model}_preview",
            in_admin(*STAFF),
            in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
            kwargs=lambda world, _role: {"object_id": world.things[hidden].pk, "language": "en"},
        ),
    ]  # fmt: skip


ROWS = [
    *(
        Row(f"roundtables:{name}", PAGE, READ_ONLY)
        for name in (
            "outcomes",
            "projects",
            "projects-csv",
            "series",
            "series-csv",
            "participation-csv",
            "participants",
            "participants-csv",
        )
    ),
    Row("roundtables:outcome", PAGE, READ_ONLY, "public", document("outcome")),
    Row("roundtables:outcome", ABSENT, READ_ONLY, "draft", document("hidden_outcome")),
    Row("roundtables:outcome-pdf", PAGE, READ_ONLY, "public", document("outcome")),
    Row("roundtables:outcome-pdf", ABSENT, READ_ONLY, "draft", document("hidden_outcome")),
    Row("roundtables:annex", PAGE, READ_ONLY, "of a public document", annex("annex")),
    Row("roundtables:annex", ABSENT, READ_ONLY, "of a draft", annex("hidden_annex")),
    Row("roundtables:project", PAGE, READ_ONLY, "public", project("project")),
    Row("roundtables:project", ABSENT, READ_ONLY, "draft", project("hidden_project")),
    Row("roundtables:output", PAGE, READ_ONLY, "of a public project", output("output")),
    Row("roundtables:output", ABSENT, READ_ONLY, "of a draft", output("hidden_output")),
    Row("api:outcomes", PAGE, READ_ONLY),
    Row("api:projects", PAGE, READ_ONLY),
    Row("api:project", PAGE, READ_ONLY, "public", project("project")),
    Row("api:project", ABSENT, READ_ONLY, "draft", project("hidden_project")),
    *admin_of("outcome", "outcome", "hidden_outcome"),
    *admin_of("project", "project", "hidden_project"),
    deed(
        "roundtables.project",
        "to-concept",
        one("hidden_project"),
        may=EDITORS,
        see=STAFF,
        posted=Meets.DONE,
    ),
    deed("roundtables.project", "stop", one("hidden_project"), may=EDITORS, see=STAFF),
    Row(
        "admin:roundtables_outcome_overview",
        in_admin(*STAFF),
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
    ),
    Row(
        "admin:roundtables_project_board",
        in_admin(*STAFF),
        in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD),
    ),
]
