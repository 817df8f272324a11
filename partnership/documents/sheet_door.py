"""Tables that are imported come in by this room, as all files do."""

from partnership.core.sheets import door
from partnership.documents.actions import read_once

door.open_with(read_once)
