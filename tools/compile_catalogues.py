"""Compiles the catalogues of translations: each .po to the .mo beside it that gettext reads.

Run ``python tools/compile_catalogues.py`` in a checkout; a build, an editable one too, runs it by itself.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ModuleNotFoundError:  # run as a script, where nothing is built
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = "src/cq_fupin/telling/locale/*/LC_MESSAGES/*.po"


def compile_catalogues(root: Path = ROOT) -> tuple[Path, ...]:
    """Compile every catalogue below a checkout's root and return the files that were written."""
    return tuple(_compiled(path) for path in sorted(root.glob(CATALOGUES)))


def _compiled(path: Path) -> Path:
    compiled = path.with_suffix(".mo")
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.parts[-3], abort_invalid=True)
    # Replaced at once, so that a process that is reading never meets half a file.
    unfinished = compiled.with_suffix(".mo.new")
    with unfinished.open("wb") as target:
        write_mo(target, catalogue)
    unfinished.replace(compiled)
    return compiled


class CatalogueBuildHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is there at build time alone
    """Lets every build begin with compiled catalogues."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues before files are collected."""
        del version, build_data
        compile_catalogues(Path(self.root))


def main() -> None:
    """Compile the catalogues of this checkout."""
    for path in compile_catalogues():
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
