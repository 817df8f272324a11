"""Files for tests, made in code: what people send when nothing is wrong."""

import io
import json
import zipfile
from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory
from PIL import Image

from partnership.accounts.models import User
from partnership.documents import actions
from partnership.documents.choices import Licence, People, Use
from partnership.documents.models import Consent, Picture, StoredFile
from tests.factories.people import KEEPER

TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORKBOOK = '<?xml version="1.0"?><workbook/>'


def jpeg(size: tuple[int, int] = (64, 48), colour: Any = (10, 90, 140), **options: Any) -> bytes:
    return saved(Image.new("RGB", size, colour), "JPEG", **options)


def png(size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any) -> bytes:
    return saved(Image.new(mode, size), "PNG", **options)


def webp(size: tuple[int, int] = (64, 48)) -> bytes:
    return saved(Image.new("RGB", size), "WEBP")


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def archive(parts: dict[str, bytes | str], **options: Any) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, **options) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def xlsx(**more: bytes | str) -> bytes:
    """A workbook as far as its archive goes; `more` are further parts, dots as two underscores."""
    parts = {name.replace("___", "/").replace("__", "."): part for name, part in more.items()}
    return archive({"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, **parts})


def docx(parts: dict[str, bytes | str] | None = None) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": "<doc/>", **(parts or {})})


def pdf(body: bytes = b"<< /Type /Catalog /Pages 2 0 R >>") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + body + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def geojson(geometry: dict[str, Any] | None = None) -> bytes:
    shape = geometry or {"type": "Point", "coordinates": [118.08, 24.48]}
    feature = {"type": "Feature", "properties": {"name": "厦门"}, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


CSV = "点位,数量\n一号,12\n二号,-3.5\n".encode()


def sent(content: bytes, name: str = "photo.jpg") -> ContentFile:
    """A file as a form hands it over."""
    return ContentFile(content, name)


def stored(content: bytes | None = None, name: str = "photo.jpg", **options: Any) -> StoredFile:
    """A file that went through the real action."""
    by: User = options.pop("by", KEEPER)
    made = {"made_by_portal": by.pk == 0, **options}
    return actions.upload(sent(content or jpeg(), name), by=by, **made)


class ConsentFactory(DjangoModelFactory):
    """For web pages and print, without an end."""

    class Meta:
        model = Consent

    reference = factory.Sequence(lambda n: f"sheet {n}")
    given_by = "A person"
    given_on = "2026-01-01"
    uses = factory.LazyFunction(lambda: [Use.WEB.value, Use.PRINT.value])


class StoredFileFactory(DjangoModelFactory):
    """The row of a checked picture, without bytes on disk."""

    class Meta:
        model = StoredFile

    label = "photo.jpg"
    kind = "jpeg"
    state = "available"
    checked_at = "2026-01-01T00:00:00Z"
    size = 1000
    sha256 = "0" * 64
    facts = factory.LazyFunction(
        lambda: {
            "width": 1200,
            "height": 800,
            "widths": [480, 960, 1200],
            "names": ["master.jpg", "480.webp", "960.webp", "1200.webp", "share.jpg"],
        }
    )


class PictureFactory(DjangoModelFactory):
    """Its rights are in order, and nobody can be recognised."""

    class Meta:
        model = Picture
        skip_postgeneration_save = True

    file = factory.SubFactory(StoredFileFactory)
    author = "The portal"
    licence = Licence.CC_BY
    alt_text_zh_hans = "海滩上的网"
    alt_text_en = "A net on a beach"
    people = People.NOBODY

    @factory.post_generation
    def consents(self, create: bool, extracted: list[Consent] | None, **_options: Any) -> None:
        self.consents.set(extracted or [])
