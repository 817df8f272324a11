"""What apps do when the check of a file is over: each declares it in `settled_files.py`.

The file is found on its own, as Django's admin finds `admin.py`. It happens within the transaction
that settles the check. This room knows none of them.
"""

from collections.abc import Callable
from typing import Any

StoredFile = Any  # documents.models.StoredFile, which stands above this file
Deed = Callable[[StoredFile], object]

_deeds: list[Deed] = []


def register(*deeds: Deed) -> None:
    """Enter deeds; each is given a file that has just become available or been refused."""
    _deeds.extend(deeds)


def tell(file: StoredFile) -> None:
    for deed in _deeds:
        deed(file)
