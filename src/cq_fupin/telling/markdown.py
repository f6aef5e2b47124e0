"""Markdown 「标记」: words that are not ours stay words, whatever signs they hold."""

import re
from collections.abc import Sequence

# What CommonMark and GitHub read as markup within a line; colons are part of addresses and of :emoji:.
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$&#]|:(?=//|[\w+-]+:)")
# What begins a list, a heading or a rule at the head of a line.
_HEAD = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=]))")
# GitHub makes links of @names, #numbers and GH-numbers, and tells people of them, even where they are escaped.
_CALLS = re.compile(r"(?i)(@|#|\bgh-)(?=\w)")
_ADDRESS = re.compile(r"(?i)\bwww(?=\.)")
_UNSEEN = "\u200b"


def escaped(text: str) -> str:
    r"""Return a line that shows as it is; a sign that isn't seen keeps @names and #numbers from being links.

    >>> escaped("1. *甲* | <b>")
    '1\\. \\*甲\\* \\| \\<b\\>'
    """
    plain = _SIGNS.sub(r"\\\g<0>", text)
    return _HEAD.sub(r"\1\\", _ADDRESS.sub(r"\g<0>\\", _CALLS.sub(rf"\1{_UNSEEN}", plain)))


def code(text: str) -> str:
    """Return an id or a hash of ours as code."""
    return f"`{text}`"


def row(cells: Sequence[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"
