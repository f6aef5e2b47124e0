"""A whole file 「整份文件」: it has its name only when all of it has been written."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def whole_file(path: str) -> Iterator[str]:
    """Give the path of a part that takes the file's name at the end, over what may be there, or is gone.

    Raises:
        OSError: It can't take it.
    """
    part = f"{path}.{os.getpid()}.part"
    try:
        yield part
        os.replace(part, path)  # noqa: PTH105 (pathlib takes 3 ms)
    finally:
        with suppress(OSError):
            os.unlink(part)  # noqa: PTH108 (likewise)
