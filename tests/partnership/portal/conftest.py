"""What the tests of pages share: the pages every portal has."""

import pytest

from partnership.portal import content
from tests.shared_rows import SharedRows


@pytest.fixture
def pages(db: None) -> None:
    """The portal with its own pages and nothing else."""
    content.load_pages()


@pytest.fixture(scope="module")
def shared_pages(shared_rows: SharedRows) -> None:
    """The same for all tests of a file."""
    with shared_rows:
        content.load_pages()
