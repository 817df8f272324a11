"""Pages over all apps: texts that are public, texts that are drafts, and technical addresses."""

from typing import Any

from partnership.portal.choices import PageKey
from tests.factories.portal import NewsFactory, PageFactory, public
from tests.factories.reference import CityFactory, ProvinceFactory
from tests.permissions.table import MARKER, Meets, Row, World, everyone, signed_in

PAGE = everyone(Meets.SHOWN)
READ_ONLY = everyone(Meets.NO_SUCH_METHOD)
ABSENT = everyone(Meets.NOT_THERE)
SENT_ON = everyone(Meets.DONE)


def furnish(world: World) -> None:
    for key in (PageKey.ABOUT, PageKey.ACCESSIBILITY, PageKey.PRIVACY, PageKey.TERMS):
        public(PageFactory(key=key))
    texts = dict.fromkeys(("title_zh_hans", "title_en", "summary_zh_hans", "body_zh_hans"), MARKER)
    world.things["focus_province"] = ProvinceFactory(programme_focus=True)
    world.things["city"] = CityFactory()
    world.things["other_province"] = ProvinceFactory(name_zh_hans=MARKER, name_en=MARKER)
    world.things["news"] = public(NewsFactory(key="public-news"))
    world.things["draft_news"] = NewsFactory(key="draft-news", **texts)


def key(thing: str) -> Any:
    return lambda world, _role: {"key": world.things[thing].key}


def code(thing: str) -> Any:
    return lambda world, _role: {"code": world.things[thing].code}


def made_up(_world: World, _role: str) -> dict[str, str]:
    return {"key": "made-up"}


def events_held(_world: World, _role: str) -> dict[str, str]:
    return {"key": "events-held"}


def chinese_sitemap(_world: World, _role: str) -> dict[str, str]:
    return {"language": "zh-hans"}


def old_spelling(_world: World, _role: str) -> dict[str, str]:
    return {"tag": "zh-CN", "rest": "about/"}


ROWS = [
    Row("portal:desk", signed_in(Meets.SHOWN), signed_in(Meets.NO_SUCH_METHOD)),
    Row("root", SENT_ON, SENT_ON),
    Row("respelled", SENT_ON, SENT_ON, kwargs=old_spelling),
    Row("healthz", PAGE, PAGE),
    Row("readyz", PAGE, PAGE),
    Row("robots-txt", PAGE, PAGE),
    Row("security-txt", PAGE, PAGE),
    Row("sitemap-index", PAGE, PAGE),
    Row("sitemap", PAGE, PAGE, kwargs=chinese_sitemap),
    Row("search:results", PAGE, READ_ONLY),
    Row("search:suggestions", PAGE, READ_ONLY),
    Row("search:opened", READ_ONLY, SENT_ON),
    Row("portal:home", PAGE, READ_ONLY),
    Row("portal:about", PAGE, READ_ONLY),
    Row("portal:accessibility", PAGE, READ_ONLY),
    Row("portal:privacy", PAGE, READ_ONLY),
    Row("portal:terms", PAGE, READ_ONLY),
    Row("portal:contact", PAGE, READ_ONLY),
    Row("portal:api", PAGE, READ_ONLY),
    Row("portal:notices", PAGE, READ_ONLY),
    Row("portal:notice", ABSENT, READ_ONLY, "made up", made_up),
    Row("portal:news", PAGE, READ_ONLY),
    Row("portal:news-feed", PAGE, READ_ONLY),
    Row("portal:news-item", PAGE, READ_ONLY, "public", key("news")),
    Row("portal:news-item", ABSENT, READ_ONLY, "draft", key("draft_news")),
    Row("api:results", PAGE, READ_ONLY),
    Row("portal:results", PAGE, READ_ONLY),
    Row("portal:result", PAGE, READ_ONLY, "events held", events_held),
    Row("portal:result", ABSENT, READ_ONLY, "made up", made_up),
    Row("portal:result-csv", PAGE, READ_ONLY, "events held", events_held),
    Row("portal:result-csv", ABSENT, READ_ONLY, "made up", made_up),
    Row("portal:style-guide", PAGE, READ_ONLY),
    Row("portal:cities", PAGE, READ_ONLY),
    Row("portal:city", PAGE, READ_ONLY, "a city", code("city")),
    Row("portal:city", ABSENT, READ_ONLY, "a province", code("focus_province")),
    Row("portal:province", PAGE, READ_ONLY, "in focus", code("focus_province")),
    Row("portal:province", ABSENT, READ_ONLY, "another one", code("other_province")),
]
