"""A page of the portal, a notice or a publication."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.constraints import one_of
from partnership.portal.choices import PageKind
from partnership.portal.models.text import PublishedText
from partnership.portal.querysets import PageQuerySet


class Page(PublishedText):
    """Pages that the portal links to by name are listed in `PageKey`."""

    kind = models.CharField(
        _("kind"), max_length=20, choices=PageKind.choices, default=PageKind.PAGE
    )

    objects: ClassVar = PageQuerySet.as_manager()

    class Meta(PublishedText.Meta):
        abstract = False
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        constraints = [
            *PublishedText.Meta.constraints,
            one_of("kind", PageKind, name="portal_page_kind_known"),
        ]
