"""What goes with every archive: licence, origin, what was chosen, and how blanks are to be read."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from monitoring.open_data.questions import Chosen
from partnership.core import languages
from partnership.core.page_meta import site_url


def terms(chosen: Chosen) -> Iterator[str]:
    """Yield the text in each language, one after the other."""
    for language in languages.LANGUAGES:
        with override(language):
            yield _terms(chosen) + "\n"


def _terms(chosen: Chosen) -> str:
    lines = [
        _("China-ASEAN Marine Plastic Reduction Partnership"),
        site_url(f"/{languages.current()}/monitoring/data/"),
        _("Made on %(day)s.") % {"day": timezone.localdate().isoformat()},
        _("City: %(city)s. Year: %(year)s.")
        % {"city": chosen.city or _("all"), "year": chosen.year or _("all")},
        _("Licence: %(licence)s (%(url)s). Name the partnership as the source.")
        % {"licence": settings.DATA_LICENCE, "url": settings.DATA_LICENCE_URL},
        _("Only data that were reviewed and approved. Demo data are marked and not to be quoted."),
        _("A blank is “not recorded” or “unknown”; 0 is “looked for, none found”."),
    ]
    return "\n".join(lines) + "\n"
