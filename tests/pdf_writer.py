"""A PDF of lines of text, written by hand: signs in GBK, no font embedded, as old exporters write them."""

from collections.abc import Sequence


def pdf(
    pages: Sequence[Sequence[str]],
    *,
    form: dict[str, str] | None = None,
    picture: bool = False,
) -> bytes:
    """Return a PDF whose pages show lines, one below the other."""
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{10 + 2 * n} 0 R' for n in range(len(pages)))}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>",
        4: b"<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
        b"/DW 1000>>",
        5: b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"\nstream\n0\nendstream",
    }
    fields = []
    for number, (name, value) in enumerate((form or {}).items(), 6):
        written = value if value.startswith("/") else hexed(value)
        objects[number] = f"<</Subtype/Widget/FT/Tx/Rect[0 0 9 9]/T{hexed(name)}/V{written}>>".encode()
        fields.append(f"{number} 0 R")
    for index, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F 12 Tf 1 0 0 1 50 {800 - 20 * row} Tm <{line.encode('gbk').hex()}> Tj ET\n"
            for row, line in enumerate(lines)
        )
        content = drawn.encode()
        pictures = "/XObject<</P 5 0 R>>" if picture else ""
        objects[10 + 2 * index] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {11 + 2 * index} 0 R"
            f"/Resources<</Font<</F 3 0 R>>{pictures}>>/Annots[{' '.join(fields)}]>>"
        ).encode()
        objects[11 + 2 * index] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    return assembled(objects)


def hexed(text: str) -> str:
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"


def assembled(objects: dict[int, bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    table = {0: b"0000000000 65535 f \n"}
    for number, body in sorted(objects.items()):
        table[number] = b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    rows = b"".join(b"%d 1\n%s" % (number, row) for number, row in sorted(table.items()))
    size = max(objects) + 1
    return data + b"xref\n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        rows, size, start,
    )  # fmt: skip
