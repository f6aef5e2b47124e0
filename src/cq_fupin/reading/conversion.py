"""Conversion: an old document saved anew by LibreOffice, where it is installed and the user asks for it."""

import contextlib
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

MAX_SECONDS = 120.0

#: What each old document becomes.
CONVERTED = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".odt"), "docx"),
    **dict.fromkeys((".xls", ".et", ".ods"), "xlsx"),
}
_PROGRAMS = ("soffice", "libreoffice")
# Where installers put it without telling the path.
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
# No macros, no active content, links never updated, and a proxy that leads nowhere.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def converted(path: Path, *, seconds: float = MAX_SECONDS) -> bytes:
    """Return an old document as .docx or .xlsx, by LibreOffice; the file itself isn't touched.

    Args:
        path: The document.
        seconds: After what time to give up.

    Raises:
        InvalidPlan: It is of no kind that is converted, LibreOffice is missing, or fails.
        OSError: The document can't be read.
    """
    kind = _kind(path)
    program = _program()
    with TemporaryDirectory(prefix="cq-fupin-", ignore_cleanup_errors=True) as folder:
        # A name of its own: that of the document could be taken for an option.
        source = Path(folder, f"document{path.suffix.casefold()}")
        shutil.copyfile(path, source)
        _write_profile(Path(folder, "profile"))
        _run([program, *_arguments(Path(folder), kind), str(source)], seconds)
        return _made(Path(folder, "made", f"document.{kind}"))


def _kind(path: Path) -> str:
    kind = CONVERTED.get(path.suffix.casefold())
    if kind is None:
        raise _refused(
            say("不转换这种文件（{suffix}）：可以转换的有{known}", suffix=path.suffix, known=tuple(CONVERTED))
        )
    return kind


def _made(path: Path) -> bytes:
    if not path.is_file():
        raise _refused(say("LibreOffice 没有转换成功：文件可能已损坏或有密码，请在 Word 或 WPS 里另存"))
    return path.read_bytes()


def _program() -> str:
    """Return where LibreOffice is."""
    found = next((path for name in (*_PROGRAMS, *_PLACES) if (path := shutil.which(name))), None)
    if found is None:
        raise _refused(say("没有找到 LibreOffice，不能转换：请安装它，或在 Word、WPS 里另存为 .docx、.xlsx"))
    return found


def _arguments(folder: Path, kind: str) -> list[str]:
    profile = Path(folder, "profile").as_uri()
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    return [
        f"-env:UserInstallation={profile}",
        *quiet,
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "made"),
    ]


def _write_profile(profile: Path) -> None:
    """Write the settings of a profile that is used this once."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(text, "utf-8")


def _run(command: list[str], seconds: float) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found by its name, arguments of our own, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise _refused(say("LibreOffice 不能启动：请检查它的安装")) from None
    try:
        status = process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        message = say(
            "LibreOffice 用时太长，已停止（{seconds}秒）：请在 Word 或 WPS 里另存", seconds=f"{seconds:g}"
        )
        raise _refused(message) from None
    if status:
        raise _refused(say("LibreOffice 转换失败（状态 {status}）：请在 Word 或 WPS 里另存", status=status))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program with all that it has started, which only its group tells."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _refused(message: Message) -> InvalidPlan:
    return InvalidPlan((Fault(message),))
