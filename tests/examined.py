"""Files are examined once: the process that does so takes longer than most tests, and finds of the
same file what it found before. The tests of documents have theirs examined every time.
"""

import hashlib
import shutil
from pathlib import Path

from partnership.documents import inspection

every_time = inspection._apart


class Once:
    """Stands in for `inspection._apart`; what a check made is kept in a folder of `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: dict[str, bytes] = {}

    def __call__(self, module: str, *arguments: str) -> bytes:
        if module != "checks" or not Path(arguments[0]).exists():
            return every_time(module, *arguments)
        path, name, out, *how = arguments
        told = repr((name, how)).encode()
        key = hashlib.sha256(Path(path).read_bytes() + told).hexdigest()
        if key not in self.found:
            self.found[key] = every_time(module, *arguments)
            shutil.copytree(out, self.root / key)
        else:
            shutil.copytree(self.root / key, out, dirs_exist_ok=True)
        return self.found[key]
