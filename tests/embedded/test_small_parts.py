"""Ports, logs, the environment, the translations: the small parts of starting."""

import os
import socket
from pathlib import Path

import polib
import pytest

from embedded import catalogues, environment, files, fingerprint, logs, ports
from embedded.refusals import Refusal
from embedded.services import redis_url_of_worker


def test_it_chooses_a_port_on_which_nobody_listens() -> None:
    port = ports.choose()
    assert port in ports.RANGE
    with socket.create_server(("127.0.0.1", port)):
        assert not ports.is_free(port)
    assert ports.is_free(port)


def test_it_takes_the_environment_before_the_file_dotenv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "PROJECT", tmp_path)
    for name in ("PORT", "DATA_DIR", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)
    assert environment.port() == 8000
    assert environment.data_dir() == tmp_path / ".data"
    (tmp_path / ".env").write_text(
        "# a comment=1\nexport PORT=8001\nDATA_DIR='data 数据'\nREDIS_URL=redis://h/0?a=b\n",
        "utf-8",
    )
    assert environment.port() == 8001
    assert environment.data_dir() == tmp_path / "data 数据"
    assert environment.value("REDIS_URL") == "redis://h/0?a=b"
    monkeypatch.setenv("PORT", "8002")
    assert environment.port() == 8002


def test_it_remembers_where_the_portal_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "PROJECT", tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.delenv("PORT", raising=False)
    assert environment.address() == "http://127.0.0.1:8000"
    environment.remember_port(tmp_path, 8123)
    assert environment.address() == "http://127.0.0.1:8123"
    monkeypatch.setenv("PORT", "8002")
    assert environment.address() == "http://127.0.0.1:8002"


@pytest.mark.parametrize("text", ["0", "65536", "-1", "80x"])
def test_it_refuses_what_is_no_port(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", text)
    with pytest.raises(Refusal, match="no port number"):
        environment.port()


def test_it_begins_a_new_log_and_keeps_the_last_three(tmp_path: Path) -> None:
    for number in range(6):
        logs.fresh(tmp_path, "web").write_text(f"start {number}\n", "utf-8")
    kept = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert kept == {
        "web.log": "start 5\n",
        "web.log.1": "start 4\n",
        "web.log.2": "start 3\n",
        "web.log.3": "start 2\n",
    }


def test_it_shows_the_last_lines_of_a_log(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_bytes("one\n\n二\n\xff".encode() + b"\xff\n\n")
    assert logs.tail(tmp_path / "web.log", 2) == ["二", "ÿ�"]
    assert logs.tail(tmp_path / "none.log", 2) == []


def test_it_writes_secrets_for_its_owner_alone(tmp_path: Path) -> None:
    files.write_json(tmp_path / "record.json", {"password": "x"})
    assert (tmp_path / "record.json").stat().st_mode & 0o777 == 0o600
    assert files.read_json(tmp_path / "record.json") == {"password": "x"}


def test_it_gives_each_test_worker_a_valkey_database() -> None:
    assert redis_url_of_worker("redis://:p@127.0.0.1:1/0", "gw0") == "redis://:p@127.0.0.1:1/1"
    assert redis_url_of_worker("redis://127.0.0.1:1", "gw3") == "redis://127.0.0.1:1/4"


def test_it_compiles_translations_and_leaves_doubtful_ones_out(tmp_path: Path) -> None:
    folder = tmp_path / "locale" / "zh_Hans" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="case", msgstr="案例"))
    catalogue.append(polib.POEntry(msgid="seats", msgstr="座位", flags=["fuzzy"]))
    catalogue.save(folder / "django.po")
    assert catalogues.compile_all(tmp_path) == [folder / "django.mo"]
    compiled = {entry.msgid: entry.msgstr for entry in polib.mofile(str(folder / "django.mo"))}
    assert compiled == {"case": "案例"}


def test_it_compiles_again_only_what_has_changed(tmp_path: Path) -> None:
    folder = tmp_path / "cases" / "locale" / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    polib.POFile().save(folder / "django.po")
    os.utime(folder / "django.po", (1, 1))
    assert len(catalogues.compile_all(tmp_path)) == 1
    assert catalogues.compile_all(tmp_path) == []
    (folder / "django.po").touch()
    os.utime(folder / "django.mo", (1, 1))
    assert len(catalogues.compile_all(tmp_path)) == 1


@pytest.mark.parametrize("change", ["new", "edited", "removed", "lock", "dotenv"])
def test_it_knows_a_project_that_has_changed(change: str, tmp_path: Path) -> None:
    for path in ("requirements.txt", "cases/models.py", "static/portal.css"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).touch()
    before = fingerprint.of_project(tmp_path)
    assert fingerprint.of_project(tmp_path) == before
    {
        "new": (tmp_path / "cases/views.py").touch,
        "edited": lambda: os.utime(tmp_path / "cases/models.py", (1, 1)),
        "removed": (tmp_path / "static/portal.css").unlink,
        "dotenv": (tmp_path / ".env").touch,
        "lock": lambda: (tmp_path / "requirements.txt").write_text("django"),
    }[change]()
    assert fingerprint.of_project(tmp_path) != before


@pytest.mark.parametrize(
    "path", [".data/x", ".venv/x.py", "tests/x.py", "a/__pycache__/x", "a/b.mo"]
)
def test_it_does_not_mind_what_makes_no_difference_to_the_portal(path: str, tmp_path: Path) -> None:
    before = fingerprint.of_project(tmp_path)
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).touch()
    assert fingerprint.of_project(tmp_path) == before
