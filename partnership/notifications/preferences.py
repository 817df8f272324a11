"""How people want to be told."""

from partnership.accounts.models import User
from partnership.notifications import registry
from partnership.notifications.choices import MailChoice
from partnership.notifications.models import Preference
from partnership.notifications.registry import Kind


def choice_of(person: User, kind: Kind) -> MailChoice:
    """Return how `person` gets mail of `kind`."""
    if not kind.is_optional:
        return MailChoice.AT_ONCE
    chosen = Preference.objects.filter(person=person, kind=kind.key).first()
    return MailChoice(chosen.mail) if chosen else kind.mail


def choices_of(person: User) -> dict[str, MailChoice]:
    """Return the same for all kinds that leave them a choice, by their keys."""
    chosen = dict(Preference.objects.filter(person=person).values_list("kind", "mail"))
    offered = registry.offered_to(person)
    return {kind.key: MailChoice(chosen.get(kind.key, kind.mail)) for kind in offered}
