"""A picture that was turned takes its place as soon as its check is over."""

from partnership.documents import settled
from partnership.review import actions

settled.register(actions.settle_turn)
