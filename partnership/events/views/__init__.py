"""Pages about events: what is on, one event, registering, one's own registration, calendars."""

from partnership.events.views.event import event, share
from partnership.events.views.feeds import calendar_feed, event_calendar, event_feed
from partnership.events.views.lists import event_list, month
from partnership.events.views.material import material
from partnership.events.views.own import mine, own
from partnership.events.views.participants import participants, participants_by_link
from partnership.events.views.registering import link_again, register, sent
from partnership.events.views.registration import registration

__all__ = [
    "calendar_feed",
    "event",
    "event_calendar",
    "event_feed",
    "event_list",
    "link_again",
    "material",
    "mine",
    "month",
    "own",
    "participants",
    "participants_by_link",
    "register",
    "registration",
    "sent",
    "share",
]
