"""Word documents: a .docx file to what it shows."""

from xml.etree.ElementTree import Element

from cq_fupin.reading.docx_controls import NO_CONTROL
from cq_fupin.reading.docx_names import BODY, DOCUMENT
from cq_fupin.reading.docx_numbering import load_numbering
from cq_fupin.reading.docx_package import Package, damaged, no_word, open_package, parsed, refused
from cq_fupin.reading.docx_story import Story
from cq_fupin.reading.docx_styles import load_styles
from cq_fupin.reading.manuscript import Manuscript
from cq_fupin.words.message import say
from cq_fupin.words.spot import Paragraph


def read_docx(data: bytes) -> Manuscript:
    """Read what a Word document shows: its final text, without headers, footers, notes and comments.

    A line's place has the number of its paragraph among all of the body, as `paragraph_elements` counts them,
    and the column in its final text, a line break being one sign. Where the mark between two paragraphs was
    deleted, columns past the end of the first stand in the second.

    Raises:
        InvalidPlan: It is no Word document, is damaged or encrypted, holds no text, or is past a limit.
    """
    package = open_package(data)
    related = package.related(package.main)
    body = _body(_root(package, package.main))
    styles = load_styles(_root(package, related.get("styles")))
    story = Story(body, styles, load_numbering(_root(package, related.get("numbering"))))
    blocks = tuple(story.blocks(body, Paragraph(), NO_CONTROL, 0))
    if not blocks:
        raise refused(say("文档里没有文字：请写入帮扶方案的内容；图片里的文字请先转成文字"))
    return Manuscript(blocks, story.omissions.notes())


def _root(package: Package, name: str | None) -> Element | None:
    """Return the root of a part, where the document has it."""
    data = None if name is None else package.part(name)
    return None if data is None else parsed(data)


def _body(root: Element | None) -> Element:
    if root is None:
        raise damaged()
    if root.tag != DOCUMENT:
        raise refused(no_word())
    body = root.find(BODY)
    if body is None:
        raise damaged()
    return body
