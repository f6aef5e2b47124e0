"""Word documents for tests, written as raw XML in the shapes that people's programs write."""

from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r>{rpr(properties)}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def rpr(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def p(*parts: str, properties: str = "") -> str:
    """A paragraph of runs; what is no markup becomes one."""
    runs = "".join(part if part.startswith("<") else r(part) for part in parts)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def styled(style: str) -> str:
    return f'<w:pStyle w:val="{style}"/>'


def numbered(list: int, depth: int | None = 0) -> str:
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{list}"/></w:numPr>'


def sdt(content: str, alias: str = "", *, tag: str = "", kind: str = "", unfilled: bool = False) -> str:
    """A content control."""
    named = f"<w:alias w:val={quoteattr(alias)}/>" if alias else ""
    tagged = f"<w:tag w:val={quoteattr(tag)}/>" if tag else ""
    shows = "<w:showingPlcHdr/>" if unfilled else ""
    return (
        f"<w:sdt><w:sdtPr>{named}{tagged}<w:id w:val='1'/>{shows}{kind}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def tc(content: str, properties: str = "") -> str:
    """A cell; text becomes a paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr><w:tcW w:w='0' w:type='auto'/>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def lvl(depth: int, format: str, text: str, *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>{more}<w:numFmt w:val="{format}"/>'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def numbering(abstracts: dict[int, str], lists: dict[int, tuple[int, str]]) -> str:
    """The part of lists: what each abstract one holds, and each list's abstract one with its overrides."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels}</w:abstractNum>'
        for number, levels in abstracts.items()
    )
    nums = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for number, (abstract, overrides) in lists.items()
    )
    return f"<w:numbering {NAMESPACES}>{made}{nums}</w:numbering>"


def style(id: str, name: str, *, based: str = "", ppr: str = "", rpr: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}" {more}><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>"
    )


def styles(*made: str) -> str:
    return f"<w:styles {NAMESPACES}>{''.join(made)}</w:styles>"


def document(*body: str) -> str:
    return f"<w:document {NAMESPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"


def relations(**targets: str) -> str:
    made = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{RELATIONS}">{made}</Relationships>'


def package(parts: dict[str, str | bytes], *, compression: int = ZIP_DEFLATED) -> bytes:
    """A zip of parts."""
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(*body: str, lists: str = "", looks: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """A document of paragraphs and tables."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Default Extension='xml' ContentType='application/xml'/>"
        "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml'/>"
        "<Override PartName='/word/styles.xml' ContentType='application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.styles+xml'/>"
        "<Override PartName='/word/numbering.xml' ContentType='application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.numbering+xml'/></Types>",
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/_rels/document.xml.rels": relations(styles="styles.xml", numbering="/word/numbering.xml"),
        "word/document.xml": document(*body),
    }
    if looks:
        parts["word/styles.xml"] = looks
    if lists:
        parts["word/numbering.xml"] = lists
    return package(parts | (more or {}))
