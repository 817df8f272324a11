"""Entry point of the web server."""

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

from partnership.core.chinese import read_dictionaries
from partnership.core.standing_memory import keep_what_is_loaded

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "partnership.settings.base")

application = get_wsgi_application()
read_dictionaries()
# Not before the models are there.
import_module("partnership.search.glossary.book").make_ready()
keep_what_is_loaded()
