"""What looks personal here and is none."""

from partnership.core import privacy

for column in ("full_name", "full_name_zh_hans", "full_name_en"):
    privacy.not_personal("reference.place", column, "The name of a place.")
