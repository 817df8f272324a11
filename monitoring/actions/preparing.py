"""Having a large file of open data made: asked for by anybody, made by a worker, kept for some days."""

import io
from functools import partial
from typing import Final

from django.db import transaction

from monitoring.choices import ScopeKind
from monitoring.errors import TooManyFiles
from monitoring.models import PreparedFile
from monitoring.open_data.datasets import DATA_SETS
from monitoring.open_data.questions import Chosen
from monitoring.results.shapes import Scope
from monitoring.results.states import states
from partnership.core import audit, made_files
from partnership.core.choices import FileState, Verb
from partnership.core.made_files import Told
from partnership.notifications import wake

TASK: Final = "monitoring.tasks.prepare_files"
MOST_UNDER_WAY: Final = 20  # of all who ask
KILOBYTE: Final = 1_000
NOTED_EVERY: Final = 250 * KILOBYTE


@transaction.atomic
def ask_for_file(data_set: str, chosen: Chosen, *, language: str) -> PreparedFile:
    """Ask for a file; where the data are those of a file that is there or on its way, return it."""
    scope = Scope(ScopeKind.CITY, chosen.city) if chosen.city else Scope(ScopeKind.REGION)
    asked = {
        "data_set": data_set,
        "city": chosen.city,
        "year": chosen.year,
        "data_state": states(scope)[scope],
    }
    rows = PreparedFile.objects.in_brief().exclude(state=FileState.FAILED)
    file, is_new = rows.get_or_create(**asked, defaults={"language": language})
    found: PreparedFile = file
    if is_new:
        if PreparedFile.objects.under_way().count() > MOST_UNDER_WAY:
            raise TooManyFiles
        audit.record(Verb.EXPORTED, found, by=None, note=str(found))
        transaction.on_commit(lambda: wake.up_for(TASK, found.pk), robust=True)
    return found


def prepare_next() -> bool:
    """Make the file that waits longest; return whether there was one."""
    number = made_files.claim(PreparedFile.objects.all())
    if number is None:
        return False
    file: PreparedFile = PreparedFile.objects.in_brief().get(pk=number)
    made_files.make(file, partial(_written, file))
    return True


def _written(file: PreparedFile, told: Told) -> bytes:
    content, noted = io.BytesIO(), 0
    for piece in DATA_SETS[file.data_set].write(Chosen(file.city, file.year)):
        content.write(piece)
        if content.tell() - noted >= NOTED_EVERY:
            noted = content.tell()
            told(noted // KILOBYTE, 0)
    told(-(-content.tell() // KILOBYTE), 0)
    return content.getvalue()
