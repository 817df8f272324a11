"""Static files as they are served: style sheets without comments and blanks, named by content."""

import rcssmin
from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage


def minified(style_sheet: str) -> str:
    """Return the style sheet without what only its readers need."""
    text: str = rcssmin.cssmin(style_sheet)
    return text


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Minifies our own style sheets while they are collected; packages bring theirs ready."""

    def _save(self, name: str, content: File) -> str:
        if name.startswith("css/") and name.endswith(".css"):
            content.seek(0)  # the hash of its name has been read from it
            content = ContentFile(minified(content.read().decode()).encode())
        saved: str = super()._save(name, content)
        return saved
