"""A contact of annex 2: bundled as published, never shown in full unless asked for by name."""

from typing import final

from attrs import frozen


@final
class Personal:
    """A personal datum 「个人信息」: text that shows itself masked, and in full only by `reveal`.

    It is no attrs class and no str, so that ``attrs.asdict``, ``format`` and ``json`` can't spread it.

    >>> Personal("13912345678"), str(Personal("张小三"))
    (<139****5678>, '张*')
    """

    __slots__ = ("_text",)
    _text: str

    def __init__(self, text: str) -> None:
        object.__setattr__(self, "_text", text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"can't set {name}: a personal datum is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"can't delete {name}: a personal datum is frozen")

    def __reduce__(self) -> tuple[type["Personal"], tuple[str]]:
        return Personal, (self._text,)

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Personal) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)

    def __repr__(self) -> str:
        return f"<{self}>"

    def __str__(self) -> str:
        text = self._text
        return f"{text[:3]}****{text[-4:]}" if len(text) == 11 and text.isdecimal() else f"{text[:1]}*"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def reveal(self) -> str:
        """Return the text in full."""
        return self._text


@frozen
class Contact:
    """Whom annex 2 names for a township 「联系人」: as published, masked wherever it is shown.

    Attributes:
        title: The post, as printed; of no. 11 and 17 it contradicts the township's own kind.
    """

    name: Personal
    phone: Personal
    title: str

    def __str__(self) -> str:
        return f"{self.name} {self.phone} {self.title}"

    def reveal(self) -> tuple[str, str, str]:
        """Return name, phone and title in full.

        >>> Contact(Personal("张小三"), Personal("13912345678"), "乡民政办主任").reveal()
        ('张小三', '13912345678', '乡民政办主任')
        """
        return self.name.reveal(), self.phone.reveal(), self.title
