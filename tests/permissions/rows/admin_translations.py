"""The translations of objects in the admin: the secretariat works, other staff look on."""

from partnership.translations.models import TranslatedObject
from tests.factories.portal import NewsFactory
from tests.permissions.table import MARKER, STAFF, Meets, Row, World, in_admin

EDITOR = ("secretariat",)
FORWARD = in_admin(*STAFF, meets=Meets.DONE)
ONE_WAY = in_admin(*STAFF, meets=Meets.NO_SUCH_METHOD)


def furnish(world: World) -> None:
    news = NewsFactory(title_zh_hans=MARKER, title_en=MARKER)
    world.things["translated"] = TranslatedObject.objects.get(kind="news", object_id=news.pk)


def one(world: World, _role: str) -> dict[str, object]:
    return {"object_id": world.things["translated"].pk}


def text(world: World, _role: str) -> dict[str, object]:
    """One text of it, without a token: the page says why it is refused."""
    return {"unit": world.things["translated"].units.first().pk, "text": "x"}


def admin(name: str) -> str:
    return f"admin:translations_translatedobject_{name}"


ROWS = [
    Row(admin("changelist"), in_admin(*STAFF), in_admin(*STAFF)),
    Row(admin("assign"), FORWARD, in_admin(*EDITOR)),
    Row(admin("assign_texts"), FORWARD, in_admin(*EDITOR), kwargs=one),
    Row(admin("handouts"), FORWARD, in_admin(*EDITOR)),
    Row(admin("all_returned"), in_admin(*EDITOR), in_admin(*EDITOR)),
    Row(admin("change"), in_admin(*STAFF), in_admin(*EDITOR), kwargs=one, data=text),
    Row(admin("approve"), ONE_WAY, in_admin(*EDITOR, meets=Meets.DONE), kwargs=one),
    Row(admin("handout"), ONE_WAY, in_admin(*EDITOR), kwargs=one),
    Row(admin("returned"), in_admin(*EDITOR), in_admin(*EDITOR), kwargs=one),
    Row(admin("add"), in_admin(), in_admin()),
    Row(admin("delete"), in_admin(), in_admin(), kwargs=one),
    Row(admin("history"), in_admin(*STAFF), in_admin(*STAFF), kwargs=one),
    Row(
        "admin/translations/translatedobject/<path:object_id>/",
        FORWARD,
        FORWARD,
        "the short address",
        one,
    ),
]
