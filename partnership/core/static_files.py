"""Static files as they are served: style sheets without comments and blanks, named by content."""

import re

from django.core.files.base import ContentFile, File
from whitenoise.storage import CompressedManifestStaticFilesStorage

STRING = r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
COMMENT_OR_STRING = re.compile(rf"/\*.*?\*/|{STRING}", re.DOTALL)
# A blank before a colon stays: `.card :is(h2)` is a title in a card, `.card:is(h2)` one that is one.
BLANKS_OR_STRING = re.compile(rf"[\s;]*(\}})\s*|\s*([{{;,>])\s*|(?<=:)\s+|(\s+)|{STRING}")


def minified(style_sheet: str) -> str:
    """Return the style sheet without what only its readers need; strings stay as they are."""
    bare = COMMENT_OR_STRING.sub(lambda found: found[1] or " ", style_sheet)
    return BLANKS_OR_STRING.sub(_what_stays, bare).strip()


def _what_stays(found: re.Match[str]) -> str:
    brace, mark, blank, string = found.groups()
    return brace or mark or string or (" " if blank else "")


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Minifies our own style sheets while they are collected; packages bring theirs ready.

    Only the addresses in style sheets are given names by content: packages name source maps, which
    serve nobody here, that they do not bring along.
    """

    patterns = tuple(
        rule for rule in CompressedManifestStaticFilesStorage.patterns if rule[0] == "*.css"
    )

    def _save(self, name: str, content: File) -> str:
        if name.startswith("css/") and name.endswith(".css"):
            content.seek(0)  # the hash of its name has been read from it
            content = ContentFile(minified(content.read().decode()).encode())
        saved: str = super()._save(name, content)
        return saved
