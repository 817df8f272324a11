"""The function that takes short texts apart for `core.snippets`."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION core_snippets(VARIADIC texts text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
    SELECT array_agg(DISTINCT substr(lower(given COLLATE "C"), place, length))
    FROM unnest(texts) given, generate_series(1, 2) length,
         generate_series(1, char_length(given) + 1 - length) place
$$;
"""
BACKWARDS = "DROP FUNCTION core_snippets(VARIADIC text[])"


class Migration(migrations.Migration):
    dependencies = [("core", "0003_publication_version")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
