"""Brings the catalogues of the documentation up to its pages, by sphinx-intl.

Run ``python tools/update_docs_catalogues.py`` after a page was changed; then translate what is empty or
fuzzy in ``docs/locale/*/LC_MESSAGES``. With ``--check`` nothing is written: what the catalogues lack or
have too much, and what is still to translate, is told, and the status is 1.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
LOCALE = DOCS / "locale"
LANGUAGES = ("en",)
WIDTH = "110"
PROJECT = "cq_fupin"
HEAD = "# 文档的译文：中文原文就是键。 The documentation's English: the Chinese text is the key."


def extract(folder: Path) -> None:
    """Write the templates of all pages into a folder."""
    _run("sphinx", "-q", "-W", "-b", "gettext", "-d", str(folder / "doctrees"), str(DOCS), str(folder))
    for template in folder.rglob("*.pot"):
        if not _ids(template):
            template.unlink()


def update(templates: Path) -> None:
    """Bring the catalogues of every language up to the templates."""
    languages = (word for language in LANGUAGES for word in ("-l", language))
    _run(
        "sphinx_intl",
        "update",
        "-p",
        str(templates),
        "-d",
        str(LOCALE),
        "-w",
        WIDTH,
        "--no-obsolete",
        *languages,
    )
    for catalogue in _catalogues():
        if not (templates / _page(catalogue)).with_suffix(".pot").exists():
            catalogue.unlink()
        else:
            _head(catalogue)


def differences(templates: Path) -> Iterator[str]:
    """Yield what differs between pages and catalogues, and what has no translation yet."""
    for language in LANGUAGES:
        pages = {_named(path, templates): path for path in templates.rglob("*.pot")}
        folder = LOCALE / language / "LC_MESSAGES"
        known = {_named(path, folder): path for path in folder.rglob("*.po")}
        for page in sorted(pages.keys() | known.keys()):
            said, translated = _ids(pages.get(page)), _ids(known.get(page))
            yield from (f"{language}: {page}: to translate: “{id}”" for id in _unfinished(known.get(page)))
            yield from (f"{language}: {page}: lacks “{id}”" for id in said if id not in translated)
            yield from (f"{language}: {page}: no longer said: “{id}”" for id in translated if id not in said)


def _catalogues() -> list[Path]:
    folders = (LOCALE / language / "LC_MESSAGES" for language in LANGUAGES)
    return sorted(path for folder in folders for path in folder.rglob("*.po"))


def _head(path: Path) -> None:
    """Give a new catalogue its head."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.relative_to(LOCALE).parts[0])
    if catalogue.last_translator != PROJECT:
        catalogue.header_comment = HEAD
        catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = PROJECT
        catalogue.revision_date, catalogue.fuzzy = catalogue.creation_date, False
        with path.open("wb") as file:
            write_po(file, catalogue, width=int(WIDTH), ignore_obsolete=True)


def _page(catalogue: Path) -> Path:
    return Path(*catalogue.relative_to(LOCALE).parts[2:])


def _named(path: Path, folder: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _ids(path: Path | None) -> list[str]:
    if path is None:
        return []
    with path.open("rb") as file:
        return [str(message.id) for message in read_po(file) if message.id]


def _unfinished(path: Path | None) -> list[str]:
    if path is None:
        return []
    with path.open("rb") as file:
        return [str(message.id) for message in read_po(file) if message.fuzzy or not message.string]


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True)


def main(*arguments: str) -> int:
    """Update, or check."""
    with tempfile.TemporaryDirectory() as folder:
        extract(Path(folder))
        if "--check" not in arguments:
            update(Path(folder))
            return 0
        found = [*differences(Path(folder))]
    if found:
        print(*found, sep="\n")
        print("run nox -s docs-messages, and translate what is new")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
