"""What apps do when the check of a file is over: each declares it in `settled_files.py`.

The file is found on its own, as Django's admin finds `admin.py`. It happens within the transaction
that settles the check. This room knows none of them, nor the pages on which files belong.
"""

from collections.abc import Callable
from typing import Any

StoredFile = Any  # documents.models.StoredFile, which stands above this file
Deed = Callable[[StoredFile], object]

Page = Callable[[], str]  # the path of a page, in the active language
Place = Callable[[StoredFile], Page | None]

_deeds: list[Deed] = []
_places: list[Place] = []


def register(*deeds: Deed) -> None:
    """Enter deeds; each is given a file that has just become available or been refused."""
    _deeds.extend(deeds)


def register_place(find: Place) -> None:
    """Enter how the page is found on which a file belongs; None where it is none of the app's."""
    _places.append(find)


def place_of(file: StoredFile) -> Page | None:
    return next((page for find in _places if (page := find(file))), None)


def tell(file: StoredFile) -> None:
    for deed in _deeds:
        deed(file)
