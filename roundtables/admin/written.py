"""What the lists and forms of outcome documents and projects have in common."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnership.core.admin import TranslatedAdminBase
from partnership.core.admin.pairs import pair
from partnership.core.admin.preview import PreviewMixin
from partnership.core.admin.publications import PublicationAdminMixin
from partnership.core.admin.status import Fact
from partnership.core.admin.versions import VersionedAdmin
from partnership.core.deeds import Deeds
from partnership.translations.admin.beside import BesideFieldsMixin
from roundtables.choices import EDITORS, READERS
from roundtables.models.written import Written


class WrittenAdmin(
    PreviewMixin, BesideFieldsMixin, PublicationAdminMixin, VersionedAdmin, TranslatedAdminBase
):
    """Publication is a deed behind buttons; `deeds` closes an edit."""

    deeds: Deeds[Any]
    view_roles = READERS
    change_roles = EDITORS
    is_on_desk = True
    list_display_links = ("shown_title",)
    search_fields = pair("title")

    def settle(self, obj: models.Model) -> None:
        if isinstance(obj, Written):
            self.deeds.settle_edit(obj)

    def facts(self, obj: Any) -> list[Fact]:
        return [
            Fact(_("version"), obj.version),
            Fact(_("demo data"), _("yes") if obj.is_demo else _("no")),
        ]
