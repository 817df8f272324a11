"""What people are told about a refused file: what is wrong, and what to do."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from partnership.documents.checks.kinds import Kind
from partnership.documents.checks.refusal import Cause
from partnership.documents.choices import KIND_LABELS

SENTENCES: Final[dict[Cause, Promise]] = {
    Cause.EMPTY: _("The file is empty. Choose it again; perhaps it was not saved completely."),
    Cause.TOO_LARGE: _(
        "The file is too large: at most %(most)s MB. Save it smaller, for example a photo as JPEG "
        "with fewer pixels, and send it again."
    ),
    Cause.UNKNOWN_KIND: _(
        "The portal does not know this kind of file. It takes pictures (JPEG, PNG, WebP), PDF, "
        "Excel (.xlsx), Word (.docx), CSV and GeoJSON."
    ),
    Cause.NOT_HERE: _("A file of this kind (%(kind)s) does not belong here. Choose another file."),
    Cause.NAME_LIES: _(
        "The name ends in .%(ending)s, but the content is of another kind: %(kind)s. Open the file "
        "in its program, save it as what it is meant to be, and send it again."
    ),
    Cause.PHONE_PICTURE: _(
        "Pictures in this phone format (HEIC, AVIF) are not taken. Share or export the picture as "
        "JPEG and send that."
    ),
    Cause.OTHER_PICTURE: _(
        "Pictures of this kind (GIF, TIFF, BMP) are not taken. Save the picture as JPEG or PNG."
    ),
    Cause.OLD_OFFICE: _(
        "This is an old Office format, or a file with a password. Save it as .xlsx or .docx "
        "without a password."
    ),
    Cause.MARKUP: _(
        "Web pages and drawings made of code (HTML, SVG, XML) are not taken, because they can run "
        "programs. Save the content as a picture or as PDF."
    ),
    Cause.PROGRAM: _("This is a program. Programs are not taken."),
    Cause.ARCHIVE: _("Archives (ZIP and others) are not taken. Unpack it and send the files."),
    Cause.DAMAGED: _(
        "The file is damaged or incomplete. Open it in its program, save it anew and send that."
    ),
    Cause.TOO_MANY_PIXELS: _(
        "The picture has too many pixels: at most %(most)s million for this kind. Save it smaller "
        "and send it again."
    ),
    Cause.TOO_LONG_SIDE: _("The picture is too long: at most %(most)s pixels a side. Crop it."),
    Cause.TOO_HARD: _(
        "The file could not be checked with the time and memory there is for one file. Save it "
        "smaller or simpler (a photo as plain JPEG) and send it again."
    ),
    Cause.PASSWORD: _("The file is protected by a password. Save it without one and send that."),
    Cause.ACTIVE_CONTENT: _(
        "The file contains something that acts by itself: a macro, a script, an embedded or linked "
        "file. Save it without (for example print it as a new PDF) and send that."
    ),
    Cause.UNPACKS_TOO_LARGE: _(
        "Unpacked, the file is far larger than it looks: more than %(most)s MB. Delete what is not "
        "needed and send it again."
    ),
    Cause.ENCODING: _(
        "The text is in an unknown encoding. Save the file as “CSV UTF-8” or, for GeoJSON, as UTF-8."
    ),
    Cause.CONTROL_CHARACTERS: _(
        "The text contains invisible characters that are not allowed. Copy the content into a new "
        "file and send that."
    ),
    Cause.FORMULA: _(
        "Row %(row)s contains a formula: “%(cell)s”. Save the table with values instead of "
        "formulas."
    ),
    Cause.NO_TABLE: _(
        "This is not a table: it needs rows with at least two columns, separated by commas."
    ),
    Cause.TABLE_TOO_LARGE: _(
        "The table is too large: at most %(rows)s rows and %(columns)s columns. Split it."
    ),
    Cause.NO_GEOJSON: _("This is not GeoJSON (RFC 7946). Export it anew from the map program."),
    Cause.TOO_DEEP: _("The data are nested more than %(most)s levels deep. Export them simpler."),
    Cause.TOO_MANY_POINTS: _(
        "There are too many points: at most %(most)s. Simplify the shapes and export them again."
    ),
    Cause.COORDINATES: _(
        "Coordinates must be longitude, then latitude, in degrees WGS 84. Export the data anew in "
        "this form."
    ),
    Cause.VIRUS: _("The virus scanner found something in the file: %(name)s. It was deleted."),
    Cause.TAKEN_OUT: _("The secretariat has taken the file out of use."),
}


def sentence(reason: str, details: Mapping[str, object]) -> str:
    """Return the sentence for a stored reason; names of kinds become words."""
    if not reason:
        return ""
    words = {name: _in_words(name, value) for name, value in details.items()}
    return str(SENTENCES[Cause(reason)]) % words


def _in_words(name: str, value: object) -> object:
    return str(KIND_LABELS[Kind(str(value))]) if name == "kind" else value
