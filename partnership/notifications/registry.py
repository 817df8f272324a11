"""The kinds of message there are.

Each app declares its kinds in `kinds.py`, found as Django's admin finds `admin.py`; those of the
apps below this one are declared here. A kind `cases.returned` has its templates in
templates/cases/email/returned.{subject.txt,txt}.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from partnership.accounts.choices import Role
from partnership.accounts.models import User
from partnership.notifications.choices import MailChoice

Context = dict[str, object]


def _nothing(_person: User) -> Context:
    return {}


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of message.

    `sample` gives what the templates need, from real data where there are any, to look at the
    message beforehand; it is asked with the person in whose name it is shown. Of an
    `is_optional` kind people choose how it comes, and until they do it comes as `mail` says;
    others always come as mail at once.
    `roles` are those whom it can concern, where it does not concern everybody: others are not asked.
    `is_secret`: the text opens an account, so nobody reads it here and it is not kept.
    """

    key: str
    title: str | Promise
    sample: Callable[[User], Context] = _nothing
    is_optional: bool = False
    mail: MailChoice = MailChoice.AT_ONCE
    roles: frozenset[Role] = frozenset()
    is_secret: bool = False

    @property
    def template(self) -> str:
        """The beginning of its templates' names."""
        app, name = self.key.split(".")
        return f"{app}/email/{name}"


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Enter kinds; entering the same key twice replaces the entry."""
    for kind in kinds:
        _kinds[kind.key] = kind


def get(key: str) -> Kind:
    """Return a kind. Raises KeyError for one that no app has declared."""
    return _kinds[key]


def kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())


def offered_to(person: User) -> tuple[Kind, ...]:
    """Return the kinds of which `person` chooses how they come."""
    optional = (kind for kind in _kinds.values() if kind.is_optional)
    return tuple(kind for kind in optional if not kind.roles or person.has_role(*kind.roles))


def title(key: str) -> str:
    """Return a kind's name; the key of one that is no more."""
    return str(_kinds[key].title) if key in _kinds else key
