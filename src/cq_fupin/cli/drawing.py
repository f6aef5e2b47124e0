"""Drawing 「绘图」: what the pictures of the command line have in common, as SVG."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

BAR = 14


def picture(width: int, height: int, title: str, lines: Iterable[str]) -> str:
    """Return lines of SVG as a picture on white, with a title for those who don't see it."""
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" font-family="sans-serif" font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        *lines,
        "</svg>",
    )
    return "".join(f"{line}\n" for line in whole)


def words(left: int, baseline: int, text: str) -> str:
    """Return a text that begins at a place.

    >>> words(6, 12, "<甲>")
    '<text x="6" y="12" fill="#222222">&lt;甲&gt;</text>'
    """
    return f'<text x="{left}" y="{baseline}" fill="#222222">{escape(text)}</text>'


def columns(text: str) -> int:
    """Return how wide a text is, more or less."""
    return sum(7 if character.isascii() else 12 for character in text)
