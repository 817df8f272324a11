"""The portal itself under `make run`: it answers, is killed, and comes back with its data."""

import http.client
import sys
from pathlib import Path

import psycopg2
import pytest

from embedded import ports, programs
from embedded.postgresql import PostgreSQL
from tests import databases
from tests.embedded.helpers import eventually, line_starting_with, processes_of, python

pytestmark = pytest.mark.services


def run_sql(address: str, statement: str) -> object:
    connection = psycopg2.connect(address)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone() if cursor.description else None
    finally:
        connection.close()


def status_of(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def test_it_answers_is_killed_and_comes_back_with_its_data(tmp_path: Path) -> None:
    port = ports.choose()
    data_dir = tmp_path / "数据 data"
    tables = tmp_path / "tables.sql"
    databases.write_down(tables)
    variables = {"DATA_DIR": str(data_dir), "PORT": str(port), "TABLES": str(tables)}
    portal = ("-m", "tests.embedded.bare_portal")
    with python(*portal, **variables) as supervisor:
        assert line_starting_with(supervisor, "ready") == f"ready http://127.0.0.1:{port}/\n"
        assert status_of(port, "/healthz") == 200
        run_sql(PostgreSQL(data_dir).address(), "CREATE TABLE kept AS SELECT 7 AS number")
        supervisor.kill()
        assert eventually(lambda: not processes_of(data_dir), 15)
    with python(*portal, **variables) as supervisor:
        assert line_starting_with(supervisor, "ready")
        assert status_of(port, "/healthz") == 200
        found = run_sql(PostgreSQL(data_dir).address(), "SELECT number FROM kept")
        assert found == (7,)
        supervisor.terminate()
        assert supervisor.wait(30) == 0
    assert processes_of(data_dir) == []
    assert ports.is_free(port)


def test_it_asks_the_web_server_itself_whether_it_answers() -> None:
    port = ports.choose()
    assert not programs.answers(port)
    with python("-m", "http.server", str(port), "--bind", "127.0.0.1") as stranger:
        assert eventually(lambda: not ports.is_free(port), 10)
        assert not programs.answers(port)
        stranger.terminate()


def test_it_runs_two_workers_of_four_threads(tmp_path: Path) -> None:
    [web, *_] = programs.of_portal(8000, tmp_path)
    words = " ".join(web.command)
    assert words.startswith(f"{sys.executable} -m granian partnership.wsgi:application")
    assert "--workers 2 --blocking-threads 4" in words
    assert "--host 127.0.0.1 --port 8000" in words
