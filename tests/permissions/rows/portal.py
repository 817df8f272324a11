"""Pages over all apps, and addresses without a language."""

from tests.permissions.table import Meets, Row, everyone

PAGE = everyone(Meets.SHOWN)

ROWS = [
    Row("root", everyone(Meets.DONE), everyone(Meets.DONE)),
    Row("healthz", PAGE, PAGE),
    Row("portal:home", PAGE, PAGE),
    Row("portal:about", PAGE, PAGE),
    Row("portal:style-guide", PAGE, PAGE),
]
