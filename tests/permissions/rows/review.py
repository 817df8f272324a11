"""Submissions: one draft of somebody else, one handed in that the reviewer judges, one on notice."""

from datetime import timedelta

from django.utils import timezone

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.network.roles import MemberRole
from partnership.review import actions
from partnership.review.choices import EnclosureRole, State
from partnership.review.models import Enclosure, Submission
from partnership.review.prints import print_of
from tests.factories.files import stored
from tests.factories.submissions import case_draft, case_handed_in
from tests.permissions.admin_rows import admin_rows, deed
from tests.permissions.table import (
    ANONYMOUS,
    MARKER,
    Arguments,
    Cells,
    Meets,
    Row,
    World,
    everyone,
    signed_in,
)

REVIEWER = Role.REVIEWER.value
SECRETARIAT, PUBLISHER = Role.SECRETARIAT.value, Role.PUBLISHER.value
AUDITOR = Role.AUDIT_ADMINISTRATOR.value
READERS = (SECRETARIAT, PUBLISHER, AUDITOR)
NO_POST = NO_GET = signed_in(Meets.NO_SUCH_METHOD)
PUBLIC = (everyone(Meets.SHOWN), everyone(Meets.NO_SUCH_METHOD))


def furnish(world: World) -> None:
    """The drafts of one organisation, in which four of the people are colleagues, and of another."""
    author = User.objects.create(email="author@example.org", roles=[Role.MEMBER])
    own, desk = world.people[MemberRole.SUBMITTER], world.people[SECRETARIAT]
    world.things["foreign_draft"] = case_draft(author, title=MARKER)
    world.things["own_draft"] = case_draft(own, title="Own draft")
    handed_in = case_draft(author, title=MARKER)
    world.things["file_handed_in"] = _enclosed(handed_in, author)
    handed_in = actions.submit(handed_in, by=author, revision=handed_in.revision)
    actions.take(handed_in, by=desk)
    actions.assign(handed_in, world.people[REVIEWER], by=desk)
    world.things["handed_in"] = handed_in
    world.things["remark"] = actions.comment(handed_in, "about.title", MARKER, by=desk)
    world.things["own_file"] = _enclosed(world.things["own_draft"], own)
    world.things["foreign_file"] = _enclosed(world.things["foreign_draft"], author)
    world.things["on_notice"] = _on_notice(author)


def _enclosed(draft: Submission, by: User) -> Enclosure:
    file = stored(by=by, name=f"{MARKER}.jpg")
    code = print_of(draft, draft.answers).code
    return actions.enclose(draft, file, EnclosureRole.SIGNED, by=by, code=code)


def _on_notice(author: User) -> Submission:
    shown, today = case_handed_in(author, title="On notice"), timezone.localdate()
    Submission.objects.filter(pk=shown.pk).update(
        state=State.ON_NOTICE,
        accepted_at=timezone.now(),
        accepted_by=author,
        notice_from=today,
        notice_until=today + timedelta(days=7),
    )
    return shown


def key(thing: str) -> Arguments:
    return lambda world, _role: {"key": world.things[thing].key}


def remark(world: World, _role: str) -> dict[str, object]:
    return {"key": world.things["handed_in"].key, "comment": world.things["remark"].pk}


def enclosure(thing: str) -> Arguments:
    def found(world: World, _role: str) -> dict[str, object]:
        row = world.things[thing]
        return {"key": row.submission.key, "number": row.pk}

    return found


def versions(world: World, _role: str) -> dict[str, object]:
    return {"key": world.things["handed_in"].key, "older": 1, "newer": 1}


def seen(*shown: str, forbidden: tuple[str, ...] = (), meets: Meets = Meets.SHOWN) -> Cells:
    """`shown` meet `meets`, `forbidden` are told why not, to all others it is not there."""
    return (
        everyone(Meets.NOT_THERE)
        | {ANONYMOUS: Meets.SIGN_IN}
        | dict.fromkeys(forbidden, Meets.FORBIDDEN)
        | dict.fromkeys(shown, meets)
    )


HANDED_IN = seen(REVIEWER, *READERS)
JUDGED = seen(REVIEWER, SECRETARIAT, forbidden=(PUBLISHER, AUDITOR))
WRITING = (MemberRole.DRAFTER.value, MemberRole.SUBMITTER.value, MemberRole.FOCAL_POINT.value)
SUBMITTING = (MemberRole.SUBMITTER.value, MemberRole.FOCAL_POINT.value)
DRAFTING = (MemberRole.DRAFTER.value,)
OF_MEMBERS = signed_in(Meets.FORBIDDEN) | dict.fromkeys(WRITING, Meets.SHOWN)
SUBMITTED = seen(*SUBMITTING, forbidden=DRAFTING)
REFUSED = seen(forbidden=(REVIEWER, *READERS))


def thing(world: World, _role: str) -> dict[str, str]:
    return {"object_id": str(world.things["handed_in"].pk)}


ROWS = [
    Row("review:new", signed_in(Meets.SHOWN), NO_POST),
    Row("review:begin", OF_MEMBERS, OF_MEMBERS, kwargs=lambda _w, _r: {"subject": "case"}),
    Row("review:notices", *PUBLIC),
    Row("review:notice", *PUBLIC, "on notice", key("on_notice")),
    Row("review:notice", everyone(Meets.NOT_THERE), PUBLIC[1], "not on notice", key("handed_in")),
    Row("review:detail", seen(*WRITING), NO_POST, "own draft", key("own_draft")),
    Row("review:detail", seen(), NO_POST, "somebody's draft", key("foreign_draft")),
    Row("review:detail", HANDED_IN, NO_POST, "handed in", key("handed_in")),
    Row(
        "review:edit",
        seen(*WRITING),
        seen(*WRITING, meets=Meets.DONE),
        "own draft",
        key("own_draft"),
        lambda _world, _role: {"revision": "1"},
    ),
    Row("review:edit", seen(), seen(), "somebody's draft", key("foreign_draft")),
    Row("review:edit", REFUSED, REFUSED, "handed in", key("handed_in")),
    Row("review:keep", NO_GET, seen(), "somebody's draft", key("foreign_draft")),
    Row("review:files", seen(*WRITING), seen(*WRITING), "own draft", key("own_draft")),
    Row("review:files", seen(), seen(), "somebody's draft", key("foreign_draft")),
    *(
        row
        for url in ("review:file", "review:thumbnail")
        for row in (
            Row(url, seen(*WRITING), NO_POST, "of the own draft", enclosure("own_file")),
            Row(url, seen(), NO_POST, "of somebody's draft", enclosure("foreign_file")),
            Row(url, HANDED_IN, NO_POST, "handed in", enclosure("file_handed_in")),
        )
    ),
    *(
        row
        for url in ("review:take-out", "review:turn")
        for row in (
            Row(
                url,
                NO_GET,
                seen(*WRITING, meets=Meets.DONE),
                "of the own draft",
                enclosure("own_file"),
            ),
            Row(url, NO_GET, seen(), "of somebody's draft", enclosure("foreign_file")),
        )
    ),
    Row("review:submit", SUBMITTED, SUBMITTED, "own draft", key("own_draft")),
    Row("review:submit", seen(), seen(), "somebody's draft", key("foreign_draft")),
    Row("review:print", HANDED_IN, NO_POST, "handed in", key("handed_in")),
    Row("review:print", seen(), NO_POST, "somebody's draft", key("foreign_draft")),
    Row(
        "review:withdraw",
        seen(SECRETARIAT, forbidden=(REVIEWER, PUBLISHER, AUDITOR)),
        seen(SECRETARIAT, forbidden=(REVIEWER, PUBLISHER, AUDITOR)),
        "handed in",
        key("handed_in"),
    ),
    Row(
        "review:discard",
        NO_GET,
        seen(*SUBMITTING, forbidden=DRAFTING, meets=Meets.DONE),
        "own draft",
        key("own_draft"),
    ),
    Row("review:discard", NO_GET, seen(), "somebody's draft", key("foreign_draft")),
    Row("review:endorse", REFUSED, REFUSED, "handed in", key("handed_in")),
    Row("review:judge", JUDGED, JUDGED, "handed in", key("handed_in")),
    Row("review:judge", seen(), seen(), "somebody's draft", key("foreign_draft")),
    Row("review:recommend", NO_GET, seen(REVIEWER), "handed in", key("handed_in")),
    Row("review:release", NO_GET, seen(REVIEWER), "handed in", key("handed_in")),
    Row("review:answer", NO_GET, seen(forbidden=READERS), "a comment not shared", remark),
    Row(
        "review:delete-comment",
        NO_GET,
        seen(SECRETARIAT, forbidden=(PUBLISHER, AUDITOR), meets=Meets.DONE),
        "the secretariat's comment",
        remark,
    ),
    Row("review:compare", HANDED_IN, NO_POST, "handed in", versions),
    *admin_rows("review.submission", thing, view=READERS),
    *(
        deed(
            "review.submission",
            slug,
            thing,
            may=(SECRETARIAT,),
            see=(PUBLISHER, AUDITOR),
            posted=posted,
        )
        for slug, posted in (
            ("take", Meets.DONE),
            ("assign", Meets.SHOWN),
            ("return", Meets.DONE),
            ("accept", Meets.SHOWN),
            ("decline", Meets.SHOWN),
            ("withdraw", Meets.SHOWN),
        )
    ),
    deed("review.submission", "put-on-notice", thing, may=(), see=READERS, about="in review"),
]
