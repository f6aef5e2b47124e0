"""A place: where in a document something stands."""

from attrs import frozen


@frozen
class Place:
    """Where something stands in the document as the person wrote it 「位置」.

    Attributes:
        line: 1-based line, where the document has lines.
        column: 1-based column, counted in code points.
        text: What stands there, if it is a single value: a text without its quotes, a number as written.
    """

    line: int | None = None
    column: int | None = None
    text: str | None = None
