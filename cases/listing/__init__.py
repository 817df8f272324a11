"""The list of cases: what is asked of it, what is found, and how it can be narrowed further."""

from cases.listing.asked import ListQuery
from cases.listing.found import Found, found_for

__all__ = ["Found", "ListQuery", "found_for"]
