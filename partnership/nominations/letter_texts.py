"""The words of an invitation letter until the secretariat writes its own, and what can stand in
them: `{name}` and the like are filled in for each letter."""

import re
from collections.abc import Mapping
from typing import Final

from partnership.nominations.choices import LetterKind

PLACEHOLDERS: Final = (
    "name",
    "position",
    "organisation",
    "event",
    "when",
    "where",
    "host",
    "deadline",
    "passport_name",
)
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
FIELDS: Final = ("title", "body", "signature")

_SIGNATURE: Final = {
    "zh_hans": "中国-东盟海洋减塑伙伴关系秘书处",
    "en": "Secretariat of the China-ASEAN Marine Plastic Reduction Partnership",
}
DEFAULTS: Final[dict[str, dict[str, str]]] = {
    LetterKind.INVITATION: {
        "title_zh_hans": "邀请函",
        "title_en": "Letter of invitation",
        "body_zh_hans": (
            "尊敬的{name}：\n\n"
            "“{event}”定于{when}在{where}举行。现诚邀您代表{organisation}出席。\n\n"
            "请您在伙伴关系门户确认是否参加。如需其他材料，请与秘书处联系。\n\n"
            "特此函邀。"
        ),
        "body_en": (
            "Dear {name},\n\n"
            "“{event}” will take place on {when} at {where}. We have the honour to invite you to "
            "take part as the representative of {organisation}.\n\n"
            "Please confirm your participation in the portal. The secretariat will gladly provide "
            "any further documents you may need.\n\n"
            "Yours sincerely,"
        ),
        "signature_zh_hans": _SIGNATURE["zh_hans"],
        "signature_en": _SIGNATURE["en"],
    },
    LetterKind.VISA: {
        "title_zh_hans": "签证邀请函",
        "title_en": "Invitation letter for a visa",
        "body_zh_hans": (
            "致有关签证机关：\n\n"
            "兹邀请{name}（护照姓名：{passport_name}，单位及职务：{organisation}{position}）来华出席"
            "“{event}”。"
            "活动定于{when}在{where}举行。\n\n"
            "请贵机关为其办理签证提供便利。\n\n"
            "特此函邀。"
        ),
        "body_en": (
            "To the visa authority,\n\n"
            "We invite {name} (name in the passport: {passport_name}), {position}, of "
            "{organisation}, to take part in “{event}”, which will take place on {when} at "
            "{where}.\n\n"
            "We should be grateful if you would assist with the visa.\n\n"
            "Yours faithfully,"
        ),
        "signature_zh_hans": _SIGNATURE["zh_hans"],
        "signature_en": _SIGNATURE["en"],
    },
    LetterKind.ORGANISATION: {
        "title_zh_hans": "关于提名参会人员的函",
        "title_en": "Invitation to nominate",
        "body_zh_hans": (
            "{organisation}：\n\n"
            "“{event}”定于{when}在{where}举行。现诚邀贵单位派员出席，并请于{deadline}前通过伙伴关系门户"
            "提名参会人员，随附签字盖章的提名函。\n\n"
            "特此函邀。"
        ),
        "body_en": (
            "To {organisation},\n\n"
            "“{event}” will take place on {when} at {where}. We have the honour to invite you to "
            "send participants, and ask you to nominate them in the portal by {deadline}, with a "
            "signed and sealed letter.\n\n"
            "Yours sincerely,"
        ),
        "signature_zh_hans": _SIGNATURE["zh_hans"],
        "signature_en": _SIGNATURE["en"],
    },
}
# What goes with its words when all of them are empty: an online event has no place, many people
# have no organisation. The longer phrase stands before its parts.
GAPS: Final = (
    "，单位及职务：{organisation}{position}",
    "（护照姓名：{passport_name}）",
    "护照姓名：{passport_name}，",
    "代表{organisation}",
    "在{where}",
    " (name in the passport: {passport_name})",
    ", {position}, of {organisation},",
    ", {position}",
    ", of {organisation}",
    " as the representative of {organisation}",
    " at {where}",
    " in {where}",
)


def unknown(text: str) -> list[str]:
    """Return what stands in braces and cannot be filled in."""
    return [name for name in PLACEHOLDER.findall(text) if name not in PLACEHOLDERS]


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return the text with its placeholders filled, once: what is put in is not looked at again.

    What leads to a word goes with it when it is empty.
    """
    for phrase in GAPS:
        if not any(words[name] for name in PLACEHOLDER.findall(phrase)):
            text = text.replace(phrase, "")
    return PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), text)
