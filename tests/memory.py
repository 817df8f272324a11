"""What the process remembers from one request to the next."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.core.cache import caches

from partnership.core.templatetags import constant
from partnership.reference import names
from partnership.search.asking import weighing
from partnership.search.glossary import book


@contextmanager
def emptied() -> Iterator[None]:
    """Within, the cache is found empty, and that of others is left alone."""
    with patch.object(caches["default"], "key_prefix", uuid.uuid4().hex):
        names.forget()
        book.forget()
        weighing.forget()
        constant.remembered.cache_clear()
        yield
