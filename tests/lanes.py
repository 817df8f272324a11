"""Which tests stay together in one worker when several share the work.

xdist has groups for this, by a mark; with this version of pytest they are not heard (it writes the
group into a private field that is no more), so the scheduler is told by address.
"""

from typing import Final

from xdist.scheduler import LoadScopeScheduling

# One portal and one browser; then one drill, whose table all its tests read and which takes the time
# of pages: it must not run beside a browser.
LANE: Final = ("tests/browser/", "tests/faults/test_drill.py")


class LaneScheduling(LoadScopeScheduling):
    """The lane is one piece of work, every other test by itself."""

    def _split_scope(self, nodeid: str) -> str:
        return "lane" if nodeid.startswith(LANE) else nodeid
