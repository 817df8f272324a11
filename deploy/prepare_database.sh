#!/bin/sh
# Run once, by the image of the database, as its superuser. The portal's own role is none: the
# triggers that guard the audit trail hold for it.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --no-psqlrc --quiet \
    --set ON_ERROR_STOP=1 --set password="$PORTAL_PASSWORD" <<'SQL'
CREATE ROLE portal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE portal OWNER portal;
\connect portal
SET ROLE portal;  -- so that the extensions are its own, and a backup can bring them back
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;
CREATE EXTENSION btree_gist;
SQL
