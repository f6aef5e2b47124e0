"""Access 「读写」: what is said of a file that can't be read or written."""

import errno

from cq_fupin.words.message import Message, say


def no_access(error: OSError) -> Message:
    """Return what to say of a file that can't be read or written."""
    if isinstance(error, FileNotFoundError):
        return say("没有这个文件或文件夹，请检查路径")
    if isinstance(error, IsADirectoryError):
        return say("这是文件夹，请写出其中的文件")
    if isinstance(error, PermissionError):
        return say("没有读写这个文件的权限")
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return say("文件无法读写（系统错误{number}）", number=error.errno or "?")


_REASONS = {
    errno.ENOSPC: say("磁盘没有空间了"),
    errno.EDQUOT: say("磁盘配额用完了"),
    errno.ENAMETOOLONG: say("文件名太长"),
    errno.EROFS: say("这个磁盘是只读的"),
    errno.ELOOP: say("路径里的链接绕成了圈"),
    errno.EIO: say("磁盘读写出错"),
}
