"""What a row of results is of 「每行是什么」: a plan, or a finding."""

from typing import Literal, TypeAlias, get_args

Rows: TypeAlias = Literal["plan", "finding"]
ROWS: tuple[Rows, ...] = get_args(Rows)
