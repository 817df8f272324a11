"""The time zones of the programme, by what people there call their time."""

from typing import Final
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ZONES: Final[dict[str, Promise]] = {
    "Asia/Shanghai": _("Beijing (UTC+08:00)"),
    "Asia/Yangon": _("Yangon (UTC+06:30)"),
    "Asia/Bangkok": _("Bangkok (UTC+07:00)"),
    "Asia/Ho_Chi_Minh": _("Ha Noi (UTC+07:00)"),
    "Asia/Phnom_Penh": _("Phnom Penh (UTC+07:00)"),
    "Asia/Vientiane": _("Vientiane (UTC+07:00)"),
    "Asia/Jakarta": _("Jakarta (UTC+07:00)"),
    "Asia/Makassar": _("Makassar (UTC+08:00)"),
    "Asia/Brunei": _("Bandar Seri Begawan (UTC+08:00)"),
    "Asia/Kuala_Lumpur": _("Kuala Lumpur (UTC+08:00)"),
    "Asia/Manila": _("Manila (UTC+08:00)"),
    "Asia/Singapore": _("Singapore (UTC+08:00)"),
    "Asia/Dili": _("Dili (UTC+09:00)"),
    "Asia/Jayapura": _("Jayapura (UTC+09:00)"),
    "UTC": _("Coordinated Universal Time (UTC)"),
}
BEIJING: Final = "Asia/Shanghai"


def zone(name: str) -> ZoneInfo:
    """Return the zone called `name`; only those of the list are ever stored."""
    return ZoneInfo(name)
