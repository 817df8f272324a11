"""The case collection: a public case, and a draft that nobody meets on public pages."""

from collections.abc import Callable

from tests.factories.cases import PublishedCaseFactory, ReadyCaseFactory
from tests.permissions.table import MARKER, Meets, Row, World, everyone

PAGE = everyone(Meets.SHOWN)
SENT_ON = everyone(Meets.DONE)
ABSENT = everyone(Meets.NOT_THERE)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)


def furnish(world: World) -> None:
    world.things["case"] = PublishedCaseFactory(number="CN-AS-2026-901")
    texts = dict.fromkeys(
        ("title_zh_hans", "title_en", "summary_zh_hans", "summary_en", "background_zh_hans"), MARKER
    )
    world.things["draft_case"] = ReadyCaseFactory(number="CN-AS-2026-902", **texts)


def number(thing: str) -> Callable[[World, str], dict[str, str]]:
    return lambda world, _role: {"number": world.things[thing].number}


def number_and_slug(thing: str) -> Callable[[World, str], dict[str, str]]:
    return lambda world, _role: {
        "number": world.things[thing].number,
        "slug": world.things[thing].slug_zh_hans,
    }


ROWS = [
    Row("cases:list", PAGE, READ_ONLY),
    Row("cases:map", PAGE, READ_ONLY),
    Row("cases:map-points", PAGE, READ_ONLY),
    Row("cases:downloads", PAGE, READ_ONLY),
    Row("cases:data-dictionary", PAGE, READ_ONLY),
    Row("cases:numbered", SENT_ON, READ_ONLY, "public", number("case")),
    Row("cases:numbered", ABSENT, READ_ONLY, "draft", number("draft_case")),
    Row("cases:detail", PAGE, READ_ONLY, "public", number_and_slug("case")),
    Row("cases:detail", ABSENT, READ_ONLY, "draft", number_and_slug("draft_case")),
    Row("cases:side-by-side", PAGE, READ_ONLY, "public", number("case")),
    Row("cases:side-by-side", ABSENT, READ_ONLY, "draft", number("draft_case")),
    Row("cases:print", PAGE, READ_ONLY, "public", number("case")),
    Row("cases:print", ABSENT, READ_ONLY, "draft", number("draft_case")),
    Row("cases:pdf", PAGE, READ_ONLY, "public", number("case")),
    Row("cases:pdf", ABSENT, READ_ONLY, "draft", number("draft_case")),
    Row("api:cases", PAGE, READ_ONLY),
    Row("api:case", PAGE, READ_ONLY, "public", number("case")),
    Row("api:case", ABSENT, READ_ONLY, "draft", number("draft_case")),
    Row("api:case-citation", PAGE, READ_ONLY, "public", number("case")),
    Row("api:case-citation", ABSENT, READ_ONLY, "draft", number("draft_case")),
    *(
        Row(f"api:{name}", PAGE, READ_ONLY)
        for name in ("cases-csv", "cases-json", "indicators-csv", "data-dictionary-csv")
    ),
    Row("api:places", PAGE, READ_ONLY),
    Row("api:schema", PAGE, READ_ONLY),
]
