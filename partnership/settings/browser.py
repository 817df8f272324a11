"""What differs for a portal that browser tests visit: it stays, so it keeps its connections to the
database, and knows its static files instead of looking for them at every request.
"""

from partnership.settings.test import *  # noqa: F403

DATABASES["default"]["CONN_MAX_AGE"] = None  # noqa: F405
WHITENOISE_AUTOREFRESH = False
