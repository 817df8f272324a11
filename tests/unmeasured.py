"""The environment of programs whose lines are not measured.

A portal for a browser or for a drill runs what other tests hold line by line; under the measurement
of coverage it takes nearly twice its time.
"""

import os


def environment(**own: str) -> dict[str, str]:
    """Return this process's environment with `own`, without what starts the measurement."""
    return {key: text for key, text in os.environ.items() if "COVERAGE" not in key} | own
