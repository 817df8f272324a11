"""What a process loads at its start stays until it ends: collections of garbage leave it out."""

import gc
from importlib import import_module

from django.conf import settings


def keep_what_is_loaded() -> None:
    """Load all pages and set what is there aside. A full collection walks through every object of the
    process, which took as long as the largest page itself, once in eight of these."""
    import_module(settings.ROOT_URLCONF)
    gc.collect()
    gc.freeze()
