"""The draft that the tutorial begins with: what is shown of it elsewhere is shown of this one."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def draft() -> str:
    """Return the draft as the tutorial has it."""
    page = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    found = re.search(r"^cat > draft\.yaml <<'END'\n(.*?)^END$", page, re.M | re.S)
    if not found:
        raise LookupError("the tutorial has no draft any more")
    return found[1]
