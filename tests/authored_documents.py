"""Word documents for tests: everything that an author may have in one."""

from io import BytesIO
from typing import Any, cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")


def _append(paragraph: Any, xml: str) -> None:
    paragraph._p.append(
        parse_xml(
            xml.replace(" ", f" {W} ", 1) if " " in xml.partition(">")[0] else xml.replace(">", f" {W}>", 1)
        )
    )


def full_document() -> bytes:
    """Return a document with formats, tracked changes, controls, a link, a nested table, a text box and a comment."""
    document: Any = docx.Document()
    document.add_paragraph("")
    document.add_paragraph("某协会2020年帮扶方案", style="Title")
    named = document.add_paragraph()
    named.add_run("组织名称：").bold = True
    named.add_run("重庆市")
    named.add_run("中药材行业").italic = True
    named.add_run("协会，成立于2010年。")
    changed = document.add_paragraph("预算：")
    _append(changed, '<w:ins w:id="90" w:author="a"><w:r><w:t>12万元</w:t></w:r></w:ins>')
    _append(changed, '<w:del w:id="91" w:author="a"><w:r><w:delText>10万元</w:delText></w:r></w:del>')
    changed.add_run("，其余待定。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "联系人"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "13812345678"
    controls = document.add_paragraph("回访：")
    _append(
        controls,
        '<w:sdt><w:sdtPr><w:alias w:val="频次"/></w:sdtPr><w:sdtContent><w:r><w:t>每季度</w:t></w:r></w:sdtContent></w:sdt>',
    )
    _append(
        controls,
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>点此填写</w:t></w:r></w:sdtContent></w:sdt>",
    )
    controls.add_run("，走访和电话。")
    broken = document.add_paragraph("一行")
    broken.add_run().add_break()
    broken.add_run("两行\t三列")
    _append(
        document.add_paragraph("框："),
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    )
    link = document.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    _append(
        document.add_paragraph("见"),
        f'<w:hyperlink r:id="{link}" {nsdecls("r")}><w:r><w:t>附件一</w:t></w:r><w:r><w:t>全文</w:t></w:r></w:hyperlink>',
    )
    _append(
        document.add_paragraph("注音"),
        "<w:r><w:ruby><w:rubyBase><w:r><w:t>酉阳</w:t></w:r></w:rubyBase><w:rt><w:r><w:t>you</w:t></w:r></w:rt></w:ruby></w:r>",
    )
    document.add_comment(named.runs[0], text="原有批注", author="李四", initials="L")
    return saved(document)


def saved(document: Any) -> bytes:
    """Return the file of a document."""
    target = BytesIO()
    cast(Any, document).save(target)
    return target.getvalue()
