"""JSON Lines: a registry of plans, one in each line."""

from collections.abc import Iterator
from typing import BinaryIO

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.decoding import decode
from cq_fupin.reading.document import MAX_BYTES
from cq_fupin.reading.json_source import has_odd_escape, read_json
from cq_fupin.reading.plans import structured, with_faults
from cq_fupin.reading.source_faults import FlawedDocument
from cq_fupin.reading.structs import struct_reader

#: A shorter line holds fewer values than a document may.
_SHORT = 32_000
# What may be a control character, a byte order mark or half a character, looked for in bytes.
_SUSPECT = (b"\x7f", b"\xc2", b"\xef\xbb\xbf", b"\xef\xbf\xbe", b"\xef\xbf\xbf")


def parse_line(line: str | bytes) -> HelpPlan:
    r"""Read a help plan from a line of JSON Lines; of a repeated key the last value counts.

    Raises:
        InvalidPlan: It is none; its `faults` are all that is wrong with it.

    >>> plan = parse_line('{"title": "甲", "organization": {"name": "乙", "category": "other"}}')
    >>> plan.organization.category.id
    'other'
    """
    read = struct_reader()
    if read is not None:
        data = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        plan = read(data) if _is_plain(data) else None
        if plan is not None:
            return plan
    return parse_line_ordinarily(line)


def parse_line_ordinarily(line: str | bytes) -> HelpPlan:
    """Read a help plan from a line as any JSON document is read, but that a key may be repeated.

    Raises:
        InvalidPlan: It is none; its `faults` are all that is wrong with it.
    """
    text = decode(line) if isinstance(line, bytes) else line
    try:
        return structured(read_json(text, are_repeated=True))
    except FlawedDocument as flawed:
        raise with_faults(flawed) from None


def numbered_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a stream with their numbers, but those that are blank; none is held that is too big."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line
        while len(line) > MAX_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MAX_BYTES + 1)


def _is_plain(data: bytes) -> bool:
    """Tell whether there is nothing in a line that documents may not hold, or only a closer look tells."""
    if len(data) >= _SHORT or any(mark in data for mark in _SUSPECT):
        return False
    return b"\\" not in data or not has_odd_escape(data)
