"""Pages about nominations: lists, people on them, endorsing, tables, who took part."""

from partnership.nominations.views.endorsing import endorse
from partnership.nominations.views.letters import letter_by_link, letter_file
from partnership.nominations.views.lists import event, history, mine, slate
from partnership.nominations.views.participation import (
    history_csv,
    participation,
    participation_csv,
)
from partnership.nominations.views.people import add, edit, move, remove, replace, withdraw
from partnership.nominations.views.sheets import empty_sheet, take_sheet
from partnership.nominations.views.submitting import letter, submit
from partnership.nominations.views.travel import own_travel, travel_by_link

__all__ = [
    "add",
    "edit",
    "empty_sheet",
    "endorse",
    "event",
    "history",
    "history_csv",
    "letter",
    "letter_by_link",
    "letter_file",
    "mine",
    "move",
    "own_travel",
    "participation",
    "participation_csv",
    "remove",
    "replace",
    "slate",
    "submit",
    "take_sheet",
    "travel_by_link",
    "withdraw",
]
