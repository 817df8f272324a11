"""Lists of one kind of thing, narrowed by facets of their own and by words."""

from partnership.search.collections.collection import Answer, Collection
from partnership.search.collections.index import Index, Members, Ordered

__all__ = ["Answer", "Collection", "Index", "Members", "Ordered"]
