"""The guideline 「指引」 as a document in Markdown."""

from collections.abc import Iterator

from cq_fupin.cli.language import Language
from cq_fupin.cli.markdown import escaped, markdown_table
from cq_fupin.models.annex import Annex
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.provision import Provision
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.telling.page import capital
from cq_fupin.words.citation import Citation
from cq_fupin.words.message import say


def as_markdown(language: Language, guideline: Guideline) -> str:
    """Return the guideline as a document: the text verbatim, numbers as headings, the annexes as tables."""
    issued = say("{issuers}，{date}印发", issuers=guideline.issuers, date=guideline.date)
    lines = [f"# {escaped(guideline.title)}", "", escaped(language.tell(issued)), ""]
    for provision in (guideline.notice, guideline.preamble, *guideline.articles):
        lines += _provision(language, provision)
    for annex in load_annexes():
        lines += _annex(annex)
    return "\n".join(lines)


def _provision(language: Language, provision: Provision) -> Iterator[str]:
    heading = str(provision.citation)
    yield from (f"## {escaped(heading)}", "")
    for line in provision.printed.removeprefix(heading).strip().split("\n"):
        yield from (escaped(line), "")
    for part in (provision, *provision.children):
        if part.note:
            yield from (f"> {escaped(_note(language, part))}", "")


def _note(language: Language, provision: Provision) -> str:
    told = say("{citation}附注：{note}", citation=provision.citation.told, note=provision.note)
    return capital(language.tell(told))


def _annex(annex: Annex) -> Iterator[str]:
    yield from (f"## {Citation.parse(annex.id)} {escaped(annex.title)}", "")
    heads = [column.printed for column in annex.columns]
    yield from markdown_table(heads, ([*map(str, row.cells)] for row in annex.rows))
    yield ""
