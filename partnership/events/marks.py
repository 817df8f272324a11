"""Where no badge can stand beside a title, the title itself says that its event is an example."""

from django.utils.translation import pgettext

from partnership.events.models import Event


def marked(event: Event, title: str) -> str:
    """Return the title; of a demo event with the mark before it, in the active language."""
    if not event.is_demo:
        return title
    return pgettext("before a title", "[Demo data] %(title)s") % {"title": title}
