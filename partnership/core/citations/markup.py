"""Citations to be copied."""

from collections.abc import Iterable
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from partnership.core.citations.styles import Citation
from partnership.core.markup import joined

CITATION: Final = """<div class="cite">
  <h3>{1}</h3>
  <p id="cite-{0}">{2}</p>
  <p class="cluster no-print"><button class="button button--quiet" type="button"\
 data-copy="cite-{0}" hidden>{3}</button><span class="meta" role="status">\
<span hidden>{4}</span></span></p>
</div>
"""


def citation_rows(citations: Iterable[Citation]) -> SafeString:
    """Return each citation with its button, which scripts show where they run."""
    copy, copied = _("Copy"), _("Copied")
    return joined(
        CITATION, [(each.key, each.standard, each.text, copy, copied) for each in citations]
    )
