"""The addresses of PostgreSQL and Valkey, for whoever needs them: supervisor, command or test run."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

from embedded import environment
from embedded.guardian import SERVICES
from embedded.tenancy import Tenancy
from embedded.valkey import DATABASES

Purpose = Literal["run", "test"]


class Services:
    """Both servers: those whose address is set, and tenancies of embedded ones for the others."""

    def __init__(self, purpose: Purpose) -> None:
        folder = environment.data_dir()
        durable = purpose != "test"
        kinds = {kind.variable: kind for kind in SERVICES.values()}
        self.given = {variable: environment.value(variable) for variable in kinds}
        self.tenancies = {
            variable: Tenancy(kind(folder if durable else folder / "test", durable=durable))
            for variable, kind in kinds.items()
            if not self.given[variable]
        }

    def join(self) -> dict[str, str]:
        """Return DATABASE_URL and REDIS_URL as they are now, starting what does not run."""
        for tenancy in self.tenancies.values():  # all begin before the first is waited for
            tenancy.begin()
        return self.given | {name: tenancy.wait() for name, tenancy in self.tenancies.items()}

    def leave(self) -> None:
        """Give up the servers; they stop soon after their last user has left."""
        for tenancy in self.tenancies.values():
            tenancy.end()

    def leave_and_wait(self) -> None:
        """Give up the servers and return when they have stopped, or others still use them."""
        for tenancy in self.tenancies.values():
            tenancy.hurry()
        self.leave()
        for tenancy in self.tenancies.values():
            tenancy.wait_for_end()


@contextmanager
def ensure(purpose: Purpose = "run") -> Iterator[dict[str, str]]:
    """Yield DATABASE_URL and REDIS_URL, both of which answer until the block is left.

    An address that is set (in the environment or the file .env) is taken as it is. For another an
    embedded server is joined, or started if nobody runs it; the last who leaves has it stopped.
    The purpose "test" has a data folder of its own, whose servers do not wait for the disk.
    """
    services = Services(purpose)
    try:
        yield services.join()
    finally:
        services.leave()


def redis_url_of_worker(url: str, worker: str) -> str:
    """Return the URL with the Valkey database of one parallel test worker ("gw0", "gw1", ...)."""
    database = 1 + int(worker.removeprefix("gw")) % (DATABASES - 1)
    return urlsplit(url)._replace(path=f"/{database}").geturl()
