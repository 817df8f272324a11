"""Documents set by Typst: PDF from a template and data, with fonts that come as packages."""

from partnership.core.publishing.document import PublishingFailed, make_pdf
from partnership.core.publishing.glyphs import MissingGlyphs, missing_glyphs

__all__ = ["MissingGlyphs", "PublishingFailed", "make_pdf", "missing_glyphs"]
