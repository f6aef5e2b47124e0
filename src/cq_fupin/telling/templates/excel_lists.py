"""The hidden sheet of the Excel template that its drop-downs choose from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cq_fupin.telling.templates.slot import Slot

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: What the sheet is called.
LISTS = "词表"


class Lists:
    """The lists that values are chosen from 「词表」, a column each; equal ones share a column."""

    def __init__(self, sheet: "Worksheet", slots: Iterable[Slot]) -> None:
        self.sheet = sheet
        self.sources: dict[tuple[str, ...], str] = {}
        sheet.sheet_state = "hidden"
        for slot in slots:
            for one in (slot, *slot.parts):
                self._add(one)

    def source(self, slot: Slot) -> str | None:
        """Return where the choices of a slot stand."""
        return self.sources.get(_names(slot))

    def _add(self, slot: Slot) -> None:
        from openpyxl.utils import get_column_letter

        names = _names(slot)
        if not names or names in self.sources:
            return
        column = len(self.sources) + 1
        for row, name in enumerate(names, 1):
            self.sheet.cell(row, column, name)
        letter = get_column_letter(column)
        self.sources[names] = f"'{LISTS}'!${letter}$1:${letter}${len(names)}"


def _names(slot: Slot) -> tuple[str, ...]:
    return tuple(name for _id, name in slot.choices)
