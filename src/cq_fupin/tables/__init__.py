"""Tables 「表」: registries of plans as Arrow tables, for pyarrow, polars, DuckDB, Parquet and whatever reads Arrow.

A plan table has a row for each plan and, in one column, its JSON; `check_table` makes of it a table of what
each plan came to, or of every finding. Whatever offers the Arrow stream interface (``__arrow_c_stream__``) may
come in, and reads what comes out: a table of pyarrow, a frame of polars, a relation of DuckDB.

pyarrow is needed only where this is used: ``pip install "cq-fupin[tables]"``.
"""

from importlib.util import find_spec

from cq_fupin.words.message import say

if find_spec("pyarrow") is None:
    raise ImportError(str(say('cq_fupin.tables 要用 pyarrow：请运行 pip install "cq-fupin[tables]"')))

from cq_fupin.tables.checking import check_table
from cq_fupin.tables.parquet import write_parquet
from cq_fupin.tables.plans import plan_table
from cq_fupin.tables.queries import QUERIES, register
from cq_fupin.tables.schemas import schema
from cq_fupin.tables.table_check import Options

__all__ = ["QUERIES", "Options", "check_table", "plan_table", "register", "schema", "write_parquet"]
