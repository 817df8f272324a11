"""Which tests stay together in one worker when several share the work.

xdist has groups for this, by a mark; with this version of pytest they are not heard (it writes the
group into a private field that is no more), so the scheduler is told by address.
"""

from typing import Final

from xdist.scheduler import LoadScopeScheduling

# One portal and one browser; one drill whose table all its tests read.
LANES: Final = ("tests/browser/", "tests/faults/test_drill.py")


class LaneScheduling(LoadScopeScheduling):
    """A lane is one piece of work, every other test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return next((lane for lane in LANES if nodeid.startswith(lane)), nodeid)
