"""Files, pictures and consents in the secretariat's admin."""

from partnership.documents.admin.consents import ConsentAdmin
from partnership.documents.admin.files import StoredFileAdmin
from partnership.documents.admin.pictures import PictureAdmin

__all__ = ["ConsentAdmin", "PictureAdmin", "StoredFileAdmin"]
