"""Remarks: what a plan says beside its fields."""

from typing import NewType

#: Headings and texts that no rule reads 「其他」, kept in their order.
Remarks = NewType("Remarks", tuple[tuple[str, str], ...])
