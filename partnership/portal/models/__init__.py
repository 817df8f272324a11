"""The portal's own texts: pages and news."""

from partnership.portal.models.news import News
from partnership.portal.models.page import Page
from partnership.portal.models.text import PublishedText

__all__ = ["News", "Page", "PublishedText"]
