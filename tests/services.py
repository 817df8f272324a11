"""Gives the tests servers and compiled catalogues before Django reads its settings.

The addresses in the environment are used when they are set; otherwise the embedded servers are
joined or started on a data folder of their own. Parallel workers inherit the addresses; each has
a Valkey database of its own.
"""

import os
from contextlib import ExitStack

import pytest

from embedded import catalogues, environment, services

_stack = ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        catalogues.compile_all(environment.PROJECT)
        os.environ.update(_stack.enter_context(services.ensure(purpose="test")))
    else:
        own = services.redis_url_of_worker(os.environ["REDIS_URL"], worker)
        os.environ["REDIS_URL"] = own


def pytest_unconfigure() -> None:
    _stack.close()
