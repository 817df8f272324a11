"""Where the fonts lie. System fonts are never used: the same text looks the same everywhere."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

FONT_PACKAGES = ("pylopdf_fonts_zh_cn", "justmytype_intl_cjk", "justmytype_intl_sea")
FAMILIES = (
    "NotoSerifSC",
    "NotoSansSC",
    "NotoSansThai",
    "NotoSansLao",
    "NotoSansKhmer",
    "NotoSansMyanmar",
)


@cache
def font_files() -> tuple[Path, ...]:
    """Return the files of the families we set with; other fonts of the packages are left out."""
    files = [
        file
        for package in FONT_PACKAGES
        for file in sorted(package_folder(package).rglob("*.[ot]tf"))
        if file.name.startswith(FAMILIES)
    ]
    return tuple(files)


def font_folders() -> list[str]:
    """Return the folders that hold `font_files`, each once."""
    return list(dict.fromkeys(str(file.parent) for file in font_files()))


def package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise LookupError(f"The font package {package} is not installed.")
    return Path(spec.origin).parent
