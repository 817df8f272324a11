"""Pictures: the header first, then made anew upright, without metadata, in the sizes of pages.

Nothing of the uploaded file but its colours reaches what is served: no position, no camera, no
hidden second content.
"""

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from .kinds import Kind
from .refusal import Cause, Refused

# Pixels. PNG and WebP can only be read whole: what fits into the memory the process may use.
MOST_PIXELS: Final = {Kind.JPEG: 25_000_000, Kind.PNG: 16_000_000, Kind.WEBP: 8_000_000}
HALVED_ABOVE: Final = (
    12_000_000  # pixels; larger JPEGs are read at half size, for the memory's sake
)
LONGEST_SIDE: Final = 12_000
MASTER_SIDE: Final = 3000  # pixels: 25 cm in print
WIDTHS: Final = (480, 960, 1600)  # of the copies for pages
SHARED_WIDTH: Final = 1200  # for link previews and PDF, which want JPEG
FORMATS: Final = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
WHITE: Final = (255, 255, 255, 255)

Facts = dict[str, object]

Image.MAX_IMAGE_PIXELS = max(MOST_PIXELS.values())
ImageFile.LOAD_TRUNCATED_IMAGES = False
warnings.simplefilter("error", Image.DecompressionBombWarning)


def check(path: Path, kind: Kind, out: Path) -> Facts:
    """Write the copies of the picture into `out`; return its size in pixels and their names."""
    is_heavy = False
    try:
        with Image.open(path, formats=[FORMATS[kind]]) as image:
            _require_size(image.size, MOST_PIXELS[kind])
            is_heavy = "progressive" in image.info and _pixels(image.size) > HALVED_ABOVE
            picture = _made_anew(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Cause.TOO_MANY_PIXELS, most=MOST_PIXELS[kind] // 1_000_000) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        # A decoder without memory and one with broken data say the same.
        raise Refused(Cause.TOO_HARD if is_heavy else Cause.DAMAGED) from error
    return _written(picture, out)


def _pixels(size: tuple[int, int]) -> int:
    return size[0] * size[1]


def _require_size(size: tuple[int, int], most: int) -> None:
    if _pixels(size) > most:
        raise Refused(Cause.TOO_MANY_PIXELS, most=most // 1_000_000)
    if max(size) > LONGEST_SIDE:
        raise Refused(Cause.TOO_LONG_SIDE, most=LONGEST_SIDE)


def _made_anew(image: Image.Image) -> Image.Image:
    """Return the first frame: small enough, upright, in the colours of screens."""
    width, height = image.size
    if _pixels(image.size) > HALVED_ABOVE:
        image.draft(None, (width // 2, height // 2))  # only JPEG can
    orientation, profile = image.getexif().get(0x0112, 1), image.info.get("icc_profile")
    picture = _in_plain_colours(image)
    picture.thumbnail((MASTER_SIDE, MASTER_SIDE), Image.Resampling.LANCZOS)
    if profile:
        picture = _in_screen_colours(picture, profile)
    picture.info.clear()
    return _upright(picture, orientation)


def _in_plain_colours(image: Image.Image) -> Image.Image:
    has_alpha = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
    wanted = "RGBA" if has_alpha else "RGB"
    if image.mode == wanted:
        image.load()
        return image
    return image.convert(wanted)


def _in_screen_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    """Phones save wide colours with a profile; without it they would look dull."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, screen) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture


def _upright(picture: Image.Image, orientation: object) -> Image.Image:
    picture.getexif().clear()
    picture.getexif()[0x0112] = orientation
    upright = ImageOps.exif_transpose(picture)
    upright.getexif().clear()
    upright.info.clear()
    return upright


def _written(picture: Image.Image, out: Path) -> Facts:
    has_alpha = picture.mode == "RGBA"
    master = "master.png" if has_alpha else "master.jpg"
    options = {"optimize": False} if has_alpha else {"quality": 92, "subsampling": 0}
    picture.save(out / master, **options)
    widths = sorted({min(width, picture.width) for width in WIDTHS})
    for width in reversed(widths):
        _at_width(picture, width).save(out / f"{width}.webp", quality=80, method=3)
    shared = _at_width(picture, min(SHARED_WIDTH, picture.width))
    _opaque(shared).save(out / "share.jpg", quality=85, progressive=True)
    return {
        "width": picture.width,
        "height": picture.height,
        "widths": widths,
        "names": [master, *(f"{width}.webp" for width in widths), "share.jpg"],
    }


def _at_width(picture: Image.Image, width: int) -> Image.Image:
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode == "RGB":
        return picture
    ground = Image.new("RGBA", picture.size, WHITE)
    return Image.alpha_composite(ground, picture).convert("RGB")
