"""Work on very many small objects that refer to each other in no circle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let Python look for circles of objects afterwards: among the cells of a large file it looked
    again and again, which took a third of the time, and found none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
