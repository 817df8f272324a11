"""PostgreSQL and Valkey for a folder: joined, shared, stopped after the last, back after a crash."""

import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg2
import pytest
import redis

from embedded.guardian import SERVICES, STOP_LIMIT
from embedded.identity import Identity, before_exec
from embedded.postgresql import PostgreSQL
from embedded.refusals import Refusal
from embedded.service import Service
from embedded.tenancy import Tenancy
from embedded.valkey import Valkey
from tests.embedded.helpers import eventually, processes_of

pytestmark = pytest.mark.services


@contextmanager
def tenant(service: Service) -> Iterator[Tenancy]:
    tenancy = Tenancy(service)
    tenancy.begin()
    try:
        yield tenancy
    finally:
        tenancy.hurry()
        tenancy.end()
        tenancy.wait_for_end()


def query(address: str, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(address)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def kill(folder: Path) -> None:
    """SIGKILL everything of the folder at once, as the end of a machine would."""
    victims = processes_of(folder)
    assert victims
    for process in victims:
        with suppress(psutil.NoSuchProcess):  # a backend ends with its postmaster
            process.kill()
    psutil.wait_procs(victims, timeout=10)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A path as people have them; with blanks, Chinese, and longer than a socket's may be."""
    return tmp_path_factory.mktemp("我的 project's folder") / ("long " * 10) / "data"


@pytest.fixture(scope="module")
def database(folder: Path) -> Iterator[str]:
    with tenant(PostgreSQL(folder, durable=False)) as tenancy:
        yield tenancy.wait()


@pytest.fixture(scope="module")
def queue(folder: Path) -> Iterator[str]:
    with tenant(Valkey(folder)) as tenancy:
        yield tenancy.wait()


def test_it_gives_the_portal_a_role_that_owns_its_database_and_is_no_superuser(
    database: str,
) -> None:
    [role] = query(
        database,
        "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, datdba = pg_roles.oid, datname "
        "FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()",
    )
    assert role == ("portal", False, True, False, True, "portal")


def test_it_orders_text_by_code_point_and_keeps_time_in_utc(database: str) -> None:
    shown = query(
        database,
        "SELECT current_setting('server_encoding'), current_setting('timezone'), datcollate, "
        "datlocale, lower('É') FROM pg_database WHERE datname = current_database()",
    )
    assert shown == [("UTF8", "UTC", "C", "C.UTF-8", "é")]


def test_it_lets_the_trigram_index_see_chinese(database: str) -> None:
    assert query(database, "SELECT similarity('海洋塑料垃圾', '海洋塑料') > 0.4") == [(True,)]


def test_it_has_the_extensions_in_databases_that_the_role_makes(database: str) -> None:
    query(database, "CREATE DATABASE test_portal")
    made = database.rpartition("/")[0] + "/test_portal"
    try:
        found = {name for (name,) in query(made, "SELECT extname FROM pg_extension")}
        assert found >= {"pg_trgm", "unaccent", "btree_gist"}
    finally:
        query(database, "DROP DATABASE test_portal")


@pytest.mark.parametrize("user", ["portal:wrong", "postgres", "postgres:postgres"])
def test_it_lets_nobody_in_without_the_password(database: str, user: str) -> None:
    stranger = f"postgres://{user}@{database.partition('@')[2]}"
    with pytest.raises(psycopg2.OperationalError, match=r"password|authentication"):
        query(stranger, "SELECT 1")


def test_it_gives_the_portal_a_queue_that_survives_and_administers_nothing(queue: str) -> None:
    with redis.from_url(queue, db=63) as client:
        persistence = client.info("persistence")
        assert persistence["aof_enabled"] == 1
        assert client.info("memory")["maxmemory_policy"] == "noeviction"
        with pytest.raises(redis.exceptions.NoPermissionError):
            client.config_get("*")
    with (
        redis.from_url(queue.replace(":", "://:wrong@", 1)) as stranger,
        pytest.raises(redis.exceptions.RedisError),
    ):
        stranger.ping()


def test_it_keeps_passwords_from_other_users_and_out_of_the_list_of_processes(
    folder: Path, database: str, queue: str
) -> None:
    words = [word for process in processes_of(folder) for word in process.cmdline()]
    for name in SERVICES:
        record = folder / name / "record.json"
        assert record.stat().st_mode & 0o077 == 0
        assert (folder / name / "server").stat().st_mode & 0o077 == 0
    assert not [w for w in words for address in (database, queue) if password(address) in w]


def password(address: str) -> str:
    return address.rpartition("@")[0].rpartition(":")[2]


def test_it_joins_the_server_that_runs(folder: Path, database: str) -> None:
    before = psutil.Process(postmaster(folder))
    with tenant(PostgreSQL(folder)) as second:
        assert second.wait() == database
        assert postmaster(folder) == before.pid
    assert before.is_running()
    assert query(database, "SELECT 1") == [(1,)]


def postmaster(folder: Path) -> int:
    return int((folder / "postgres" / "server" / "postmaster.pid").read_text().split()[0])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
def test_it_does_not_run_the_servers_as_root(folder: Path, database: str, queue: str) -> None:
    servers = [p for p in processes_of(folder) if p.name().startswith(("postgres", "valkey"))]
    assert len(servers) >= 2
    assert all(0 not in process.uids() for process in servers)


@pytest.mark.parametrize("kind", list(SERVICES.values()))
def test_it_stops_the_server_after_its_last_user(kind: type[Service], tmp_path: Path) -> None:
    service = kind(tmp_path, durable=False)
    with tenant(service) as first, tenant(service):
        first.wait()
        first.end()
        assert service.is_ready()
    assert not service.is_ready()
    assert eventually(lambda: not processes_of(tmp_path), 5)


def test_it_stops_the_server_when_somebody_removes_its_folder(tmp_path: Path) -> None:
    service = Valkey(tmp_path / "data", durable=False)
    with tenant(service) as tenancy:
        tenancy.wait()
        shutil.rmtree(tmp_path / "data")
        assert eventually(lambda: not processes_of(tmp_path / "data"), 10)


@pytest.mark.parametrize("kind", list(SERVICES.values()))
def test_it_stops_the_server_when_its_guardian_is_killed(
    kind: type[Service], tmp_path: Path
) -> None:
    with tenant(kind(tmp_path, durable=False)) as tenancy:
        address = tenancy.wait()
        [guardian] = [p for p in processes_of(tmp_path) if "embedded.guardian" in p.cmdline()]
        guardian.kill()
        assert eventually(lambda: not tenancy.service.is_ready(), STOP_LIMIT)
        assert tenancy.wait() == address
        assert tenancy.service.is_ready()


def test_it_starts_a_server_again_that_crashed(tmp_path: Path) -> None:
    with tenant(Valkey(tmp_path)) as tenancy:
        tenancy.wait()
        [server] = [p for p in processes_of(tmp_path) if p.name().startswith("valkey")]
        server.kill()
        assert eventually(lambda: processes_of(tmp_path) and tenancy.service.is_ready(), 10)


def test_it_comes_back_with_its_data_after_everything_was_killed(tmp_path: Path) -> None:
    with tenant(PostgreSQL(tmp_path)) as database, tenant(Valkey(tmp_path)) as queue:
        query(database.wait(), "CREATE TABLE kept AS SELECT '减塑' AS word")
        with redis.from_url(queue.wait()) as client:
            client.set("kept", "减塑")
            assert eventually(lambda: client.info("persistence")["aof_pending_bio_fsync"] == 0, 5)
        kill(tmp_path)
        assert (tmp_path / "postgres" / "server" / "postmaster.pid").exists()
        assert query(database.wait(), "SELECT word FROM kept") == [("减塑",)]
        with redis.from_url(queue.wait(), decode_responses=True) as client:
            assert client.get("kept") == "减塑"


def test_it_is_not_kept_out_by_a_pid_file_that_names_a_stranger(tmp_path: Path) -> None:
    service = PostgreSQL(tmp_path, durable=False)
    with tenant(service) as tenancy:
        tenancy.wait()
        kill(tmp_path)
        pid_file = service.server / "postmaster.pid"
        lines = pid_file.read_text().splitlines(keepends=True)
        pid_file.write_text("".join([f"{os.getpid()}\n", *lines[1:]]))
        assert query(tenancy.wait(), "SELECT 1") == [(1,)]


def test_it_remembers_its_port_and_gives_way_to_who_took_it(tmp_path: Path) -> None:
    service = Valkey(tmp_path)
    with tenant(service) as tenancy:
        first = tenancy.wait()
    with tenant(service) as tenancy:
        assert tenancy.wait() == first
        port = service.record["port"]
    with socket.create_server(("127.0.0.1", port)), tenant(service) as tenancy:
        assert tenancy.wait() != first
        assert service.record["port"] != port


def test_it_keeps_two_checkouts_apart(tmp_path: Path) -> None:
    with tenant(Valkey(tmp_path / "one")) as one, tenant(Valkey(tmp_path / "two")) as two:
        with redis.from_url(one.wait()) as mine, redis.from_url(two.wait()) as theirs:
            mine.set("whose", "mine")
            assert theirs.get("whose") is None
        assert password(one.wait()) != password(two.wait())


def test_it_begins_again_after_a_first_start_that_was_cut_short(tmp_path: Path) -> None:
    half = tmp_path / "postgres" / "server.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    with tenant(PostgreSQL(tmp_path, durable=False)) as tenancy:
        assert query(tenancy.wait(), "SELECT 1") == [(1,)]
    assert not half.exists()


def test_it_says_why_a_server_does_not_start(tmp_path: Path) -> None:
    service = PostgreSQL(tmp_path, durable=False)
    with tenant(service) as tenancy:
        tenancy.wait()
    (service.server / "PG_VERSION").write_text("17\n")
    with (
        pytest.raises(Refusal, match=r"was made by PostgreSQL 17, and this is .* 18\."),
        tenant(service) as tenancy,
    ):
        tenancy.wait()
    (service.server / "PG_VERSION").write_text("18\n")
    (service.server / "global" / "pg_control").unlink()
    with pytest.raises(Refusal, match=r"postgres does not start: .*more in"), tenant(service) as t:
        t.wait()


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user is who runs the other tests")
def test_it_runs_for_an_ordinary_user_too(tmp_path: Path) -> None:
    user = Identity(user=64999, group=64999, capabilities=(2,))  # may read this Python's files
    os.chown(tmp_path, 64999, 64999)
    child = os.fork()
    if child == 0:
        before_exec(user, tmp_path)()
        with tenant(Valkey(tmp_path / "data")) as tenancy:
            os._exit(0 if tenancy.wait() and tenancy.service.is_ready() else 1)
    _, status = os.waitpid(child, 0)
    assert status == 0
    assert (tmp_path / "data" / "valkey" / "server").stat().st_uid == 64999
