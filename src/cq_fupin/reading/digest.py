"""The digest of the bundled data: one hash over every file."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from cq_fupin.reading.bundled import bundled_path

_SUFFIXES = (".csv", ".txt")


@cache
def data_digest() -> str:
    """Return the SHA-256 over the names and contents of all bundled data, in hexadecimal."""
    digest = sha256()
    for file in sorted(Path(bundled_path("")).iterdir()):
        if file.suffix in _SUFFIXES:
            digest.update(f"{file.name}\n{sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
