"""From a template and data to a PDF.

Typst runs in a child process that ends: its cache would keep the memory of every book, and a
document that never finishes must not take the worker with it. User text reaches Typst only as
data (one JSON text), never as source, so markup in it is printed literally.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from partnership.core.errors import DomainError
from partnership.core.publishing.fonts import font_folders
from partnership.core.publishing.glyphs import MissingGlyphs, missing_glyphs

TIME_LIMIT = 60  # seconds
CHILD = Path(__file__).with_name("child.py")
TEMPLATES = Path(settings.BASE_DIR) / "templates" / "typst"


class PublishingFailed(DomainError):
    """Typst refused the document or took too long."""

    code = "publishing-failed"
    message = _("The document could not be made: %(reason)s")


def make_pdf(
    template: str,
    data: dict[str, Any],
    *,
    dated: datetime,
    pictures: Mapping[str, Path] | None = None,
) -> bytes:
    """Return the PDF of `templates/typst/<template>.typ` filled with `data`.

    `pictures` are files by the names under which the template finds them. `dated` goes into the
    file, so that the same data give the same bytes. Raises MissingGlyphs
    when a character of `data` has no glyph, PublishingFailed when Typst refuses.
    """
    missing = missing_glyphs(data)
    if missing:
        raise MissingGlyphs(characters=" ".join(missing))
    job = {
        "input": f"{template}.typ",
        "root": str(TEMPLATES),
        "pictures": {name: str(path) for name, path in (pictures or {}).items()},
        "font_paths": font_folders(),
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
        "timestamp": int(dated.timestamp()),
    }
    return _run(job)


def _run(job: dict[str, Any]) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and file, data on standard input
            [sys.executable, str(CHILD)],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=TIME_LIMIT,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise PublishingFailed(reason=_("it took more than a minute")) from error
    except subprocess.CalledProcessError as error:
        raise PublishingFailed(reason=error.stderr.decode(errors="replace").strip()) from error
    return done.stdout
