"""Reading Word documents against unzipping and parsing their XML with ElementTree, in the same run."""

import statistics
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from xml.etree.ElementTree import fromstring
from zipfile import ZIP_DEFLATED, ZipFile

from cq_fupin.reading.docx_source import read_docx
from cq_fupin.reading.manuscript import lines

PARAGRAPHS = 5_000
MOST = 3
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
# What Word and WPS write around every run and paragraph of a Chinese document.
_LOOK = (
    "<w:rPr><w:rFonts w:ascii='仿宋_GB2312' w:eastAsia='仿宋_GB2312' w:hAnsi='仿宋_GB2312' w:hint='eastAsia'/>"
    "<w:sz w:val='32'/><w:szCs w:val='32'/></w:rPr>"
)


def bare(number: int) -> str:
    """Return a paragraph of three runs with nothing around them: the least XML for the text."""
    runs = (
        f"第{number}项措施：",
        "组织会员单位开展结对帮扶，",
        "投入资金3.5万元，帮扶30户，2020年12月底前完成。",
    )
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def formatted(number: int) -> str:
    """Return a numbered paragraph as Word writes it."""
    texts = (
        f"措施{number}：",
        "组织会员单位开展结对帮扶，",
        "投入资金3.5万元，帮扶30户，2020年12月底前完成。",
    )
    runs = "".join(f"<w:r w:rsidR='00A1'>{_LOOK}<w:t>{text}</w:t></w:r>" for text in texts)
    return (
        "<w:p w:rsidR='00A1' w:rsidRDefault='00A1' w:rsidP='00A1'><w:pPr><w:pStyle w:val='a'/><w:numPr>"
        f"<w:ilvl w:val='{number % 3 and 1}'/><w:numId w:val='1'/></w:numPr><w:spacing w:line='560'/>"
        f"<w:ind w:firstLine='640'/>{_LOOK}</w:pPr>{runs}</w:p>"
    )


def row(number: int) -> str:
    """Return a row of five cells, each a content control."""
    cells = "".join(
        f"<w:tc><w:tcPr><w:tcW w:w='1000' w:type='dxa'/></w:tcPr><w:p w:rsidR='00A1'><w:pPr>{_LOOK}</w:pPr><w:sdt>"
        f"<w:sdtPr><w:alias w:val='{name}'/><w:tag w:val='a'/><w:id w:val='{number}'/><w:text/></w:sdtPr>"
        f"<w:sdtContent><w:r>{_LOOK}<w:t>{name}{number}</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>"
        for name in ("序号", "措施", "对象", "资金", "时限")
    )
    return f"<w:tr><w:trPr><w:trHeight w:val='400'/></w:trPr>{cells}</w:tr>"


def document(body: str) -> bytes:
    """Return the file of a document with its styles and lists."""
    parts = {
        "_rels/.rels": _relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": _relations(styles="styles.xml", numbering="numbering.xml"),
        "word/document.xml": f"<w:document xmlns:w='{_W}'><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles xmlns:w='{_W}'><w:style w:type='paragraph' w:styleId='a'><w:name w:val='正文'/>"
        "</w:style></w:styles>",
        "word/numbering.xml": f"<w:numbering xmlns:w='{_W}'><w:abstractNum w:abstractNumId='0'>"
        "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
        "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl>"
        "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>",
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def _relations(**targets: str) -> str:
    made = "".join(
        f"<Relationship Id='{kind}' Type='{_OFFICE}/{kind}' Target='{target}'/>"
        for kind, target in targets.items()
    )
    return f"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{made}</Relationships>"


def parsing(data: bytes) -> None:
    """Unzip and parse the parts that reading needs."""
    with ZipFile(BytesIO(data)) as archive:
        for part in _PARTS:
            fromstring(archive.read(part))


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes once."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main(rounds: int = 21) -> None:
    """Print the median ratio of reading to parsing for each shape of document."""
    table = f"<w:tbl>{''.join(map(row, range(PARAGRAPHS // 5)))}</w:tbl>"
    shapes = {
        "bare paragraphs": "".join(map(bare, range(PARAGRAPHS))),
        "formatted, numbered paragraphs": "".join(map(formatted, range(PARAGRAPHS))),
        "a table of content controls": table,
    }
    for name, body in shapes.items():
        data = document(body)
        if sum(1 for _ in lines(read_docx(data).blocks)) != PARAGRAPHS:
            raise SystemExit(f"not every paragraph of {name} was read")
        ratios = []
        for _ in range(rounds):
            peer = seconds(partial(parsing, data))
            ratios.append(seconds(partial(read_docx, data)) / peer)
        low, high = min(ratios), max(ratios)
        print(
            f"read_docx, {PARAGRAPHS} {name} / unzip and parse: "
            f"median {statistics.median(ratios):.2f} ({low:.2f}-{high:.2f}), at most {MOST}"
        )


if __name__ == "__main__":
    main()
