"""The one wrapper around the admin theme: every admin class of the project comes from here."""

from partnership.core.admin.base import (
    AdminBase,
    ReadOnlyAdmin,
    StackedRows,
    TabularRows,
    TranslatedAdminBase,
    TranslatedStackedRows,
    TranslatedTabularRows,
)

__all__ = [
    "AdminBase",
    "ReadOnlyAdmin",
    "StackedRows",
    "TabularRows",
    "TranslatedAdminBase",
    "TranslatedStackedRows",
    "TranslatedTabularRows",
]
