"""Short names in addresses."""

from django.utils.text import slugify

from partnership.network.models import Organisation
from partnership.reference.sort_keys import chinese_sort_key

LONGEST = 80  # characters; room for a number is left


def free_slug(name: str) -> str:
    """Return a short name that no organisation has; a Chinese name goes by its pinyin."""
    stem = slugify(chinese_sort_key(name))[:LONGEST].strip("-") or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)
