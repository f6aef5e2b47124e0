"""Old documents of Word, Excel and WPS (.doc, .xls, .wps, .et): recognised, and how to save them told."""

from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

#: What such a file begins with.
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_ole(data: bytes) -> bool:
    """Tell whether bytes are a document of the old kind.

    >>> is_ole(b"PK")
    False
    """
    return data.startswith(MAGIC)


def ole_refusal(data: bytes) -> InvalidPlan:
    """Return the error that says what an old document is and how it is saved anew.

    >>> str(ole_refusal(MAGIC + "Workbook".encode("utf-16-le")).faults[0])
    '这是旧版 Excel 或 WPS 表格（.xls、.et）：请在 Excel 或 WPS 里另存为 .xlsx 再读取'
    """
    for names, message in _KINDS:
        if any(name.encode("utf-16-le") in data for name in names):
            return InvalidPlan((Fault(message),))
    return InvalidPlan((Fault(say("这是旧版办公软件的文件：请另存为 .docx 或 .xlsx 再读取")),))


# The names of streams, as the directory of the file has them; an encrypted new document is such a file too.
_KINDS: tuple[tuple[tuple[str, ...], Message], ...] = (
    (
        ("EncryptedPackage",),
        say("文件有打开密码，不能读取：请在 Word、Excel 或 WPS 里取消密码，再保存一次"),
    ),
    (
        ("WordDocument",),
        say("这是旧版 Word 或 WPS 文字文档（.doc、.wps）：请在 Word 或 WPS 里另存为 .docx 再读取"),
    ),
    (
        ("Workbook", "Book"),
        say("这是旧版 Excel 或 WPS 表格（.xls、.et）：请在 Excel 或 WPS 里另存为 .xlsx 再读取"),
    ),
    (
        ("PowerPoint Document",),
        say("这是旧版演示文稿（.ppt、.dps），不能读取：请把方案写成 .docx 或 .xlsx"),
    ),
)
