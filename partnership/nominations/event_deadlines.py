"""The deadlines of nominations move along with a postponed event."""

from partnership.events.deadlines import register
from partnership.nominations.actions.moving import move_deadlines

register(move_deadlines)
