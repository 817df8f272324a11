"""Rows that all tests of a file begin with: made once, as dear ones should be.

    @pytest.fixture(scope="module")
    def world(shared_rows: SharedRows) -> World:
        with shared_rows:
            return make_world()

They stand in one transaction, which is taken back after the file; each test takes back what it did
itself, as always. What a test holds in memory it shares with the others: rows that a test changes
must be asked for anew. Not for files with tests of real transactions, which would wait for this one.
"""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from django.db import connection, transaction
from django.test import override_settings
from django.utils.translation import override
from pytest_django import DjangoDbBlocker

from tests import memory


class SharedRows:
    """A transaction around all tests of a file. `media` is where files are kept that belong to rows."""

    def __init__(self, blocker: DjangoDbBlocker, media: Path) -> None:
        self.blocker = blocker
        self.media = media
        self.around = transaction.atomic()
        self.making = ExitStack()

    def open(self) -> None:
        with self.blocker.unblock():
            self.around.__enter__()

    def close(self) -> None:
        with self.blocker.unblock():
            transaction.set_rollback(True)
            self.around.__exit__(None, None, None)

    def __enter__(self) -> Self:
        """Rows are made as within a test: in Chinese, with nothing remembered."""
        self.making.enter_context(self.blocker.unblock())
        self.making.enter_context(override("zh-hans"))
        self.making.enter_context(override_settings(MEDIA_DIR=self.media))
        self.making.enter_context(memory.emptied())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self.making:
            if error is None:
                connection.check_constraints()  # once, and not at the end of every test
