"""Interim: the addresses must be in the environment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ensure(purpose: str = "run") -> Iterator[dict[str, str]]:
    yield {name: os.environ[name] for name in ("DATABASE_URL", "REDIS_URL")}
