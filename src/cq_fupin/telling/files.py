"""Files 「文件」: how reports for programs name the document that they speak of."""

from urllib.parse import quote

#: What the command line calls standard input, which is no file.
STANDARD_INPUT = "-"


def path(source: str | None) -> str | None:
    """Return the path of a document with slashes, as programs on every system write it; none where it is no file."""
    if source is None or source == STANDARD_INPUT:
        return None
    return source.replace("\\", "/").removeprefix("./")


def uri(source: str | None) -> str | None:
    """Return the address of a document, percent-encoded; relative where its path is.

    >>> uri("方案/甲 乙.yaml")
    '%E6%96%B9%E6%A1%88/%E7%94%B2%20%E4%B9%99.yaml'
    """
    name = path(source)
    if name is None:
        return None
    encoded = quote(name, safe="/", errors="surrogatepass")
    if name.startswith("//"):
        return f"file:{encoded}"
    if name.startswith("/"):
        return f"file://{encoded}"
    return f"file:///{encoded.replace('%3A', ':', 1)}" if name[1:3] == ":/" else encoded
