"""Comments in Word documents: at the words that they are about, and nothing else changed."""

from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from lxml import etree

from authored_documents import full_document, saved
from cq_fupin import Comment, FupinError, Place, annotate
from cq_fupin.telling.annotating.word_text import letters
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.words.spot import Paragraph

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
SOURCE = full_document()


def paragraphs(data: bytes) -> list[Any]:
    return list(etree.fromstring(unpacked(data).parts[MAIN]).iter(f"{W}p"))


def text(paragraph: Any) -> str:
    return "".join(letter.sign for letter in letters(paragraph))


def line(words: str) -> int:
    """The number of the first paragraph with these words."""
    return next(number for number, one in enumerate(paragraphs(SOURCE), 1) if words in text(one))


def at(words: str, *, line_of: str | None = None, column: int = 1) -> Place:
    return Place(line(line_of or words), column, words, Paragraph())


def formats(data: bytes) -> list[list[tuple[str, str]]]:
    """Every character with the properties of its run, paragraph by paragraph."""
    found = []
    for paragraph in paragraphs(data):
        row = []
        for letter in letters(paragraph):
            properties = letter.leaf.getparent().find(f"{W}rPr")
            row.append(
                (
                    letter.sign,
                    "" if properties is None else etree.tostring(properties, method="c14n").decode(),
                )
            )
        found.append(row)
    return found


def marked(data: bytes, said: str) -> str:
    """The words that the comment with a text is about."""
    comments = etree.fromstring(unpacked(data).parts["word/comments.xml"])
    id = next(one.get(f"{W}id") for one in comments if "".join(map(str, one.itertext())) == said)
    root = etree.fromstring(unpacked(data).parts[MAIN])
    shown, is_in = "", False
    for node in root.iter():
        if node.get(f"{W}id") == id:
            is_in = node.tag == f"{W}commentRangeStart"
        elif is_in and node.tag == f"{W}t":
            shown += node.text or ""
        elif is_in and node.tag in (f"{W}tab", f"{W}br"):
            shown += " "
    return shown


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (at("重庆市中药材行业协会"), "重庆市中药材行业协会"),
        (at("市中药"), "市中药"),
        (at("组织名称："), "组织名称："),
        (at("年。", line_of="成立于"), "年。"),
        (at("12万元"), "12万元"),
        (at("2万"), "12万元"),  # an insertion is marked as a whole
        (at("元，其余", line_of="其余"), "12万元，其余"),
        (at("13812345678"), "13812345678"),
        (at("每季度"), "每季度"),
        (at("走访"), "走访"),
        (at("两行"), "两行"),
        (at("行\n两", line_of="一行"), "行 两"),
        (at("三列"), "三列"),
        (at("框里的字"), "框里的字"),
        (at("附件"), "附件一全文"),  # and so is a link
        (at("酉"), "酉阳you"),  # and a phonetic guide
        (at("没有的字", line_of="成立于"), "组织名称：重庆市中药材行业协会，成立于2010年。"),
        (Place(line("成立于"), None, None, Paragraph()), "组织名称：重庆市中药材行业协会，成立于2010年。"),
        (Place(), "某协会2020年帮扶方案"),
        (Place(999, 1, "甲", Paragraph()), "某协会2020年帮扶方案"),
        (Place(1, 1, None, Paragraph()), ""),
    ],
)  # fmt: skip
def test_a_comment_stands_at_its_words_and_changes_no_text_and_no_format(place: Place, words: str) -> None:
    copy = annotate(SOURCE, [Comment(place, "意见")])
    assert marked(copy, "意见") == words
    assert formats(copy) == formats(SOURCE)


def test_of_words_that_stand_several_times_those_at_the_column_are_meant() -> None:
    document = docx.Document()
    document.add_paragraph("甲乙甲乙甲")
    source = saved(document)
    copy = annotate(source, [Comment(Place(1, 3, "甲", Paragraph()), "意见")])
    before: Any = etree.fromstring(unpacked(copy).parts[MAIN]).find(f".//{W}commentRangeStart")
    assert (
        "".join(node.text or "" for node in before.itersiblings(f"{W}r", preceding=True) for node in node)
        == "甲乙"
    )


def test_many_comments_leave_each_other_and_those_of_the_author() -> None:
    places = [at("重庆市"), at("市中药"), at("重庆市中药材行业协会"), at("重庆市"), Place()]
    copy = annotate(SOURCE, [Comment(place, f"意见{number}") for number, place in enumerate(places)])
    assert [marked(copy, f"意见{number}") for number in range(4)] == [
        "重庆市",
        "市中药",
        "重庆市中药材行业协会",
        "重庆市",
    ]
    assert marked(copy, "原有批注") == "组织名称："
    assert formats(copy) == formats(SOURCE)
    comments = list(docx.Document(BytesIO(copy)).comments)
    assert [comment.author for comment in comments] == ["李四", *["cq-fupin"] * 5]
    assert len({comment.comment_id for comment in comments}) == 6


def test_only_the_text_and_the_comments_are_other_parts_than_before() -> None:
    before, after = unpacked(SOURCE).parts, unpacked(annotate(SOURCE, [Comment(Place(), "意见")])).parts
    assert {name for name in before if before[name] != after[name]} == {MAIN, "word/comments.xml"}
    assert [*before] == [*after]


def test_a_document_without_comments_gets_a_part_for_them() -> None:
    source = saved(docx.Document())
    document = docx.Document(BytesIO(source))
    document.add_paragraph("甲")
    source = saved(document)
    copy = annotate(source, [Comment(Place(), "一行\n两行")])
    before, after = unpacked(source).parts, unpacked(copy).parts
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {MAIN, "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert [comment.text for comment in docx.Document(BytesIO(copy)).comments] == ["一行\n两行"]


def test_comments_have_the_date_that_is_given_and_else_none() -> None:
    for on, written in ((None, None), (date(2020, 6, 12), "2020-06-12T00:00:00Z")):
        root = etree.fromstring(
            unpacked(annotate(SOURCE, [Comment(Place(), "意见")], on=on)).parts["word/comments.xml"]
        )
        assert root[-1].get(f"{W}date") == written


def test_the_same_comments_make_the_same_bytes() -> None:
    comments = [Comment(at("重庆市"), "意见")]
    assert annotate(SOURCE, comments) == annotate(SOURCE, comments)


def test_control_characters_are_shown_as_their_escapes() -> None:
    copy = annotate(SOURCE, [Comment(Place(), "甲\x1b[31m\ud800\uffff乙<w:t>&amp;")])
    assert [*docx.Document(BytesIO(copy)).comments][-1].text == r"甲\x1b[31m\ud800\uffff乙<w:t>&amp;"


def test_a_document_without_paragraphs_or_in_pieces_is_refused() -> None:
    parts = dict(unpacked(SOURCE).parts)
    empty = parts | {MAIN: f'<w:document xmlns:w="{W[1:-1]}"><w:body/></w:document>'.encode()}
    bare = {
        name: part for name, part in parts.items() if name not in ("[Content_Types].xml", "word/comments.xml")
    }
    for broken in (
        bare,
        empty,
        parts | {MAIN: b"<w:document"},
        {name: part for name, part in parts.items() if name != "[Content_Types].xml"}
        | {"word/comments.xml": b""},
        {name: part for name, part in parts.items() if name != MAIN},
    ):
        with pytest.raises(FupinError, match="内部已损坏"):
            annotate(packed(Package(broken)), [Comment(Place(), "意见")])


def test_words_in_a_text_box_are_marked_by_its_anchor_since_word_takes_no_comments_in_one() -> None:
    root = etree.fromstring(unpacked(annotate(SOURCE, [Comment(at("框里的字"), "意见")])).parts[MAIN])
    assert [*root.iter(f"{W}txbxContent")]
    assert [node for box in root.iter(f"{W}txbxContent") for node in box.iter(f"{W}commentReference")] == []


def test_what_is_neither_word_nor_excel_is_refused() -> None:
    parts = dict(unpacked(SOURCE).parts) | {MAIN: b"<presentation/>"}
    with pytest.raises(FupinError, match="不是 Word、Excel 文件"):
        annotate(packed(Package(parts)), [])
    with pytest.raises(FupinError, match="已损坏，或者不是"):
        annotate(b"text", [])


def test_nothing_outside_of_the_file_is_read() -> None:
    parts = dict(unpacked(SOURCE).parts)
    evil = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + parts[MAIN].partition(b"?>")[
        2
    ].replace("成立于".encode(), b"&e;")
    copy = annotate(packed(Package(parts | {MAIN: evil})), [Comment(Place(), "意见")])
    assert b"root:" not in unpacked(copy).parts[MAIN]
