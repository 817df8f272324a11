"""What is done with files and pictures; every deed leaves a trace."""

from partnership.documents.actions.checking import check_waiting, inspect_again, take_out_of_use
from partnership.documents.actions.pictures import (
    change_rights,
    create_picture,
    offer_picture,
    restore_picture,
    withdraw_consent,
    withdraw_picture,
)
from partnership.documents.actions.reading import read_once
from partnership.documents.actions.sweeping import (
    delete_what_nobody_names,
    forget_refused,
    give_up,
)
from partnership.documents.actions.turning import turn
from partnership.documents.actions.uploading import upload

__all__ = [
    "change_rights",
    "check_waiting",
    "create_picture",
    "delete_what_nobody_names",
    "forget_refused",
    "give_up",
    "inspect_again",
    "offer_picture",
    "read_once",
    "restore_picture",
    "take_out_of_use",
    "turn",
    "upload",
    "withdraw_consent",
    "withdraw_picture",
]
