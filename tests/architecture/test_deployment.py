"""The production files, as far as they can be judged without a container engine."""

from pathlib import Path

import pytest
import yaml

from tests.architecture.sources import ROOT

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]


@pytest.mark.parametrize("name", sorted(SERVICES.keys() - {"prepare"}))
def test_every_service_that_stays_has_a_health_check(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]


def test_there_is_exactly_one_beat_and_several_of_web_and_worker() -> None:
    replicas = {name: SERVICES[name]["deploy"]["replicas"] for name in ("web", "worker", "beat")}

    assert replicas == {"web": 2, "worker": 2, "beat": 1}


def test_the_queue_is_kept_on_disk_and_never_evicted() -> None:
    command = SERVICES["valkey"]["command"]

    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--maxmemory-policy") + 1] == "noeviction"


def test_the_database_is_postgresql_18() -> None:
    assert SERVICES["db"]["image"] == "postgres:18"


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


def test_the_image_runs_as_an_ordinary_user() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()

    assert "USER portal" in lines
