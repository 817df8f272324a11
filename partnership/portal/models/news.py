"""A piece of news."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from partnership.portal.models.text import PublishedText
from partnership.portal.querysets import TextQuerySet


class News(PublishedText):
    """What happened, or is about to, under the date it is told."""

    objects: ClassVar = TextQuerySet.as_manager()

    class Meta(PublishedText.Meta):
        abstract = False
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
