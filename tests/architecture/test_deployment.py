"""The production files, as far as they can be judged without a container engine."""

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from tests.architecture.sources import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]


@pytest.mark.parametrize("name", sorted(SERVICES.keys() - {"prepare"}))
def test_every_service_that_stays_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


def test_the_web_server_is_asked_under_a_name_it_answers_to() -> None:
    """By its number alone it would be refused, and never be found healthy."""
    hosts: list[str] = []

    class Web(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hosts.append(self.headers["Host"])
            self.send_response(200 if self.headers["Host"] == "portal.example.org" else 400)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Web) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        _command, _python, option, code = SERVICES["web"]["healthcheck"]["test"]
        here = code.replace("127.0.0.1:8000", f"127.0.0.1:{server.server_port}")
        environment = {"ALLOWED_HOSTS": "portal.example.org, other.example.org"}
        subprocess.run([sys.executable, option, here], env=environment, check=True)

    assert hosts == ["portal.example.org"]


def test_there_is_exactly_one_beat_and_several_of_web_and_worker() -> None:
    replicas = {name: SERVICES[name]["deploy"]["replicas"] for name in ("web", "worker", "beat")}

    assert replicas == {"web": 2, "worker": 2, "beat": 1}


def test_the_queue_is_kept_on_disk_and_never_evicted() -> None:
    command = SERVICES["valkey"]["command"]

    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"


def test_the_database_is_postgresql_18() -> None:
    assert SERVICES["db"]["image"] == "postgres:18"


def test_the_portal_signs_in_to_the_database_as_an_ordinary_role() -> None:
    """A superuser could switch off the triggers that guard the audit trail."""
    script = (ROOT / "deploy/prepare_database.sh").read_text(encoding="utf-8")
    role = urlsplit(SERVICES["web"]["environment"]["DATABASE_URL"].split("{", 1)[0]).netloc

    assert role.startswith("portal:")
    assert SERVICES["db"]["environment"]["POSTGRES_USER"] == "postgres"
    assert "CREATE ROLE portal LOGIN NOSUPERUSER" in script
    assert "./deploy/prepare_database.sh" in " ".join(SERVICES["db"]["volumes"])


def test_only_the_proxy_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]


def test_no_secret_stands_in_the_file() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")

    assert text.count("${POSTGRES_PASSWORD:?") == 2
    assert "SECRET_KEY" not in text


def test_every_file_that_is_mounted_exists() -> None:
    mounts = [m for s in SERVICES.values() for m in s.get("volumes", []) if m.startswith("./")]

    assert mounts
    assert all((ROOT / Path(mount.split(":")[0])).is_file() for mount in mounts)


def test_everything_of_a_first_start_is_prepared_but_demo_content() -> None:
    (_shell, _option, command) = SERVICES["prepare"]["command"]

    for name in ("migrate", "load_reference", "load_glossary", "load_pages"):
        assert f"python manage.py {name}" in command
    assert "demo" not in command


def test_the_image_runs_as_an_ordinary_user() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert "USER portal" in lines
