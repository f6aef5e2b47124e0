"""How a value was written, for those that can't be read."""

from collections.abc import Mapping

_MOST = 10**30


def written(value: object) -> str:
    """Return a value as text, kept beside what is unclear about it.

    >>> written({"from": 2020, "to": "待定"})
    'from: 2020; to: 待定'
    """
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {written(part)}" for key, part in value.items())
    if isinstance(value, int) and abs(value) > _MOST:
        return hex(value)  # `str` refuses ints of thousands of digits; only a hexadecimal literal makes one
    return str(value)
