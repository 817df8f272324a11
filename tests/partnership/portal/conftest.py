"""What the tests of pages share: the pages every portal has."""

import pytest

from partnership.portal import content


@pytest.fixture
def pages(db: None) -> None:
    """The portal with its own pages and nothing else."""
    content.load_pages()
