"""What the embedded services need to know before Django reads its settings."""

import os
from pathlib import Path

from embedded.files import read_json, write_json
from embedded.refusals import Refusal

PROJECT = Path(__file__).resolve().parents[1]
STANDARD_PORT = "8000"
WEB = "web.json"  # in the data folder


def value(name: str) -> str:
    """Return a variable as the settings will see it: the environment first, then the file .env."""
    return os.environ.get(name) or _dotenv(PROJECT / ".env").get(name, "")


def _dotenv(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = (line.strip().removeprefix("export ") for line in path.read_text("utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): text.strip().strip("'\"") for name, text in pairs}


def data_dir() -> Path:
    """Return where all local data lies; a relative DATA_DIR is meant from the project's folder."""
    return (PROJECT / (value("DATA_DIR") or ".data")).resolve()


def port() -> int:
    """Return the port of the web server."""
    text = value("PORT") or STANDARD_PORT
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Refusal(f"PORT is {text}, which is no port number (1 to 65535).")
    return int(text)


def remember_port(folder: Path, number: int) -> None:
    """Keep in the data folder where the portal answers, for commands that write its address."""
    write_json(folder / WEB, {"port": number})


def address() -> str:
    """Return where the portal answers, or last did with this data where PORT does not say it."""
    number = value("PORT") or read_json(data_dir() / WEB).get("port", STANDARD_PORT)
    return f"http://127.0.0.1:{number}"
