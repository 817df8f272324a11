"""What is served of a picture is made anew: upright, without metadata, in the sizes of pages."""

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from partnership.documents.checks import images
from partnership.documents.checks.__main__ import examine
from tests.factories.files import jpeg, png, saved, webp

GPS = 0x8825
ORIENTATION = 0x0112
RED, BLUE = (220, 20, 20), (20, 20, 220)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def taken(content: bytes, out: Path, name: str = "photo.jpg") -> dict[str, object]:
    path = out.parent / "sent"
    path.write_bytes(content)
    answer = examine(path, name, out)
    assert "refused" not in answer, answer
    return answer["facts"]


def with_position() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    exif.get_ifd(GPS)[2] = (24.0, 28.0, 47.0)
    return jpeg((800, 600), exif=exif, comment=b"taken by somebody")


def scan_upside_down() -> bytes:
    """Red above, blue below, stored the other way round with the mark that says so."""
    scan = Image.new("RGB", (600, 800), RED)
    scan.paste(BLUE, (0, 0, 600, 400))
    exif = Image.Exif()
    exif[ORIENTATION] = 3
    return saved(scan, "JPEG", exif=exif)


def test_the_test_picture_has_a_position() -> None:
    assert b"Camera maker" in with_position()


def test_it_drops_position_camera_and_comments(out: Path) -> None:
    taken(with_position(), out)

    for copy in out.iterdir():
        content = copy.read_bytes()
        assert b"Camera maker" not in content
        assert b"taken by somebody" not in content
        with Image.open(copy) as picture:
            assert not picture.getexif()


def test_it_sets_a_scan_upright(out: Path) -> None:
    taken(scan_upside_down(), out)

    for copy in out.iterdir():
        with Image.open(copy) as picture:
            top = picture.convert("RGB").getpixel((picture.width // 2, 10))
            assert top[0] > top[2], copy.name


def test_it_turns_a_picture_taken_sideways(out: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    facts = taken(jpeg((800, 600), exif=exif), out)

    assert (facts["width"], facts["height"]) == (600, 800)


def test_it_makes_the_sizes_of_pages(out: Path) -> None:
    facts = taken(jpeg((2000, 1000)), out)

    assert facts["widths"] == [480, 960, 1600]
    assert facts["names"] == ["master.jpg", "480.webp", "960.webp", "1600.webp", "share.jpg"]
    for width in (480, 960, 1600):
        with Image.open(out / f"{width}.webp") as picture:
            assert picture.size == (width, width // 2)
    with Image.open(out / "share.jpg") as picture:
        assert (picture.format, picture.size) == ("JPEG", (1200, 600))


def test_it_makes_no_picture_larger_than_it_is(out: Path) -> None:
    assert taken(jpeg((700, 500)), out)["widths"] == [480, 700]


def test_it_keeps_enough_for_print_and_no_more(out: Path) -> None:
    facts = taken(jpeg((5000, 4000)), out)

    assert max(facts["width"], facts["height"]) <= images.MASTER_SIDE
    with Image.open(out / "master.jpg") as picture:
        assert picture.size == (facts["width"], facts["height"])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_it_takes_every_kind_of_png(out: Path, mode: str) -> None:
    facts = taken(png((600, 400), mode), out, "drawing.png")

    assert (facts["width"], facts["height"]) == (600, 400)


def test_it_takes_webp_and_printers_colours(out: Path) -> None:
    assert taken(webp(), out, "a.webp")["width"] == 64
    assert taken(saved(Image.new("CMYK", (64, 48)), "JPEG"), out)["width"] == 64


def test_it_keeps_transparency_and_shares_on_white(out: Path) -> None:
    facts = taken(png((600, 400), "RGBA"), out, "logo.png")

    assert facts["names"][0] == "master.png"
    with Image.open(out / "480.webp") as picture:
        assert picture.mode == "RGBA"
    with Image.open(out / "share.jpg") as picture:
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_it_brings_colours_into_those_of_screens(out: Path) -> None:
    """A profile whose numbers mean other colours is applied, then dropped."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    taken(jpeg((64, 48), icc_profile=profile), out)
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    taken(jpeg((64, 48), icc_profile=screen), out)

    with Image.open(out / "master.jpg") as picture:
        assert "icc_profile" not in picture.info


def test_the_first_frame_stands_for_a_moving_picture(out: Path) -> None:
    frames = [Image.new("RGB", (64, 48), colour) for colour in (RED, BLUE)]
    moving = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:])

    taken(moving, out, "a.webp")

    with Image.open(out / "64.webp") as picture:
        assert getattr(picture, "n_frames", 1) == 1


def test_same_name_family_is_no_lie(out: Path) -> None:
    """Chat programs call every picture .jpg."""
    assert taken(png(), out, "picture.jpg")["width"] == 64
