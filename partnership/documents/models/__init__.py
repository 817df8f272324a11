"""Files, pictures with their rights, and consents."""

from partnership.documents.models.consent import Consent
from partnership.documents.models.picture import Picture
from partnership.documents.models.stored_file import StoredFile

__all__ = ["Consent", "Picture", "StoredFile"]
