"""Names of what results know by code, in the reader's language: one question for each kind."""

from collections.abc import Iterable

from monitoring.models import SurveySite
from partnership.core import languages
from partnership.reference.models import ItemList, LitterItem


def items(keys: Iterable[str]) -> dict[str, str]:
    """Return names by `list:code`."""
    wanted = {key: key.partition(":")[::2] for key in keys}
    rows = LitterItem.objects.filter(
        item_list__code__in={item_list for item_list, _code in wanted.values()},
        code__in={code for _item_list, code in wanted.values()},
    ).values_list("item_list__code", "code", languages.column("name"))
    known = {(item_list, code): name for item_list, code, name in rows}
    return {key: known.get(pair, pair[1]) for key, pair in wanted.items()}


def sites(codes: Iterable[str]) -> dict[str, str]:
    """Return the names of sites by code."""
    rows = SurveySite.objects.filter(code__in=set(codes))
    return dict(rows.values_list("code", languages.column("name")))


def lists(names: Iterable[str]) -> dict[str, str]:
    """Return the names of lists of items by code; `names` are codes with their version."""
    rows = ItemList.objects.filter(code__in={name.partition(" ")[0] for name in names})
    return dict(rows.values_list("code", languages.column("name")))
