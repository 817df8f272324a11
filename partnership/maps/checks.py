"""What is looked at before the portal starts: no base layer without the right to show it."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.translation import override

from partnership.core import languages
from partnership.maps import layers


@register("maps")
def base_layers(**_kwargs: Any) -> list[CheckMessage]:
    """Refuse layers that may not or cannot be shown, in both languages."""
    found = layers.from_settings()
    names = [layers.COAST, *(layer.id for layer in found)]
    refused: list[CheckMessage] = [
        Error(
            f"MAP_BASE_LAYERS, {layer.id or '?'}, {key}: {_in_both_languages(sentence)}",
            id="maps.E001",
        )
        for layer in found
        for key, sentence in layers.problems(layer)
    ]
    if len(set(names)) < len(names):
        refused.append(
            Error(
                "MAP_BASE_LAYERS: two layers have one id. 两个底图使用了同一标识。", id="maps.E002"
            )
        )
    if settings.MAP_FIRST_LAYER not in names:
        refused.append(
            Error(
                f"MAP_FIRST_LAYER is {settings.MAP_FIRST_LAYER}; use one of {', '.join(names)}. "
                f"MAP_FIRST_LAYER须为以下之一：{'、'.join(names)}。",
                id="maps.E003",
            )
        )
    return refused


def _in_both_languages(sentence: object) -> str:
    texts = []
    for language in reversed(languages.LANGUAGES):
        with override(language):
            texts.append(str(sentence))
    return " ".join(texts)
