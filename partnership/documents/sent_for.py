"""What is made of a file counts as the file does: a picture that is turned stays with whom it is for."""

from partnership.documents import senders
from partnership.documents.models import StoredFile

senders.register(StoredFile, lambda file: file.on_behalf_of)
