"""Demo pictures: drawn, then sent through the portal's own way in for files."""

from pathlib import Path
from typing import Any, Final

from django.core.files.base import ContentFile
from django.db import transaction

from cases.demo.drawings import MOTIFS, drawn
from cases.demo.shape import FOLDER
from cases.models import Case, CasePicture
from partnership.accounts.loader import LOADER
from partnership.core.content_files import Fault, Report, read
from partnership.documents import actions
from partnership.documents.choices import Licence, People
from partnership.documents.models import Picture

ALT_TEXTS: Final = {
    "fishing-gear": ("绘图：海面上用绳索连成排的圆形浮球。", "Drawing: rows of round floats held by ropes on the sea."),
    "litter-monitoring": ("绘图：沙滩上用小旗标出的方形调查区。", "Drawing: a square marked with flags on a beach, where litter is counted."),
    "marine-sanitation": ("绘图：清理船拖着围栏在近岸作业。", "Drawing: a boat that gathers litter, with a floating boom beside it."),
    "recycling-economy": ("绘图：一排塑料瓶正被投入回收箱。", "Drawing: bottles on their way into a collection box on a beach."),
    "plastic-policy": ("绘图：海滩上的一只布袋。", "Drawing: a cloth bag on a beach."),
    "tourism-islands": ("绘图：长着棕榈树的小岛。", "Drawing: a small island with palms."),
    "urban-waste-management": ("绘图：海边的楼房和四个分类垃圾桶。", "Drawing: houses by the sea and four bins for sorted waste."),
    "zero-waste-city": ("绘图：海边城市和四个分类垃圾桶。", "Drawing: a city by the sea and four bins for sorted waste."),
    "awareness-participation": ("绘图：人们提着袋子沿水边捡拾垃圾。", "Drawing: figures with sacks along the waterline, picking up litter."),
}  # fmt: skip
CREDIT: Final = {
    "credit_zh_hans": "示意图，由本门户绘制，不表现真实地点（演示数据）",
    "credit_en": "Drawn by this portal; shows no real place (demo data)",
}


def load(folder: Path = FOLDER, *, check_only: bool = False) -> Report:
    """Draw what is not there yet, a drawing for each case whose themes have a motif. What is wrong
    with a file, the loader of cases says."""
    report = Report()
    for item in () if check_only else read(folder):
        if isinstance(item, Fault) or not (theme := _theme(item.data)):
            continue
        if _found(item.name):
            report.unchanged.append(item.name)
        else:
            _make(item.name, theme)
            report.created.append(item.name)
    return report


def attach(case: Case, name: str) -> bool:
    """Give the demo case from the file `name` its drawing, unless it has pictures; tell whether it
    got it."""
    picture = None if case.pictures.exists() else _found(name)
    if picture is not None:
        CasePicture.objects.create(case=case, picture=picture)
    return picture is not None


def _theme(data: dict[str, Any]) -> str:
    """Return the first theme that has a motif."""
    themes = data.get("themes") or []
    return next((theme for theme in themes if theme in MOTIFS), "")


@transaction.atomic
def _make(name: str, theme: str) -> None:
    content = ContentFile(drawn(theme, name), _label(name))
    file = actions.upload(content, by=LOADER, made_by_portal=True)
    chinese, english = ALT_TEXTS[theme]
    rights: dict[str, Any] = {
        "licence": Licence.CC0,
        "people": People.NOBODY,
        "alt_text_zh_hans": chinese,
        "alt_text_en": english,
        **CREDIT,
    }
    actions.create_picture(file, by=LOADER, **rights)


def _found(name: str) -> Picture | None:
    made_here = Picture.objects.filter(file__owner__isnull=True, file__label=_label(name))
    return made_here.order_by("pk").first()


def _label(name: str) -> str:
    return f"demo-{name}.jpg"
