"""Which tests stay together in one worker when several share the work.

xdist has groups for this, by a mark; with this version of pytest they are not heard (it writes the
group into a private field that is no more), so the scheduler is told by address.
"""

from typing import Final

from xdist.scheduler import LoadScopeScheduling

# One portal and one browser; then one drill, whose table all its tests read and which takes the time
# of pages: it must not run beside a browser.
LANE: Final = ("tests/browser/", "tests/faults/test_drill.py")
# What needs no tables, while the lane makes them; then files whose rows are dear to make, which every
# worker that takes one of their tests would make for itself.
WHOLE: Final = (
    "tests/architecture/",
    "tests/permissions/",
    "tests/journeys/test_bad_input.py",
    "tests/journeys/test_drafts_stay_hidden.py",
    "tests/partnership/events/test_demo.py",
    "tests/partnership/events/test_demo_files.py",
    "tests/partnership/network/test_demo.py",
    "tests/roundtables/test_demo.py",
)


class LaneScheduling(LoadScopeScheduling):
    """The lane is one piece of work, so is each of WHOLE, and every other test by itself. The piece
    with the most tests is given out first."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(LANE):
            return "lane"
        return next((whole for whole in WHOLE if nodeid.startswith(whole)), nodeid)
