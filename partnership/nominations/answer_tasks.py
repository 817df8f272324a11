"""What people have answered is told to the organisations that named them."""

from partnership.events.answers import register

register("partnership.nominations.tasks.tell_answers")
