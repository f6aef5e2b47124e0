"""The guideline 「指引」 as Akoma Ntoso 3.0, the XML of legal documents (OASIS LegalDocML).

The notice is the cover page, the articles are the main body, the annexes are attachments. What can be
cited has the id of its citation as eId, and its text is that of the provision, verbatim.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from cq_fupin.cli.akn_meta import MAIN, meta
from cq_fupin.models.annex import Annex
from cq_fupin.models.guideline import Guideline
from cq_fupin.models.provision import Provision
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.telling.markup import beneath, element

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def as_akn(guideline: Guideline) -> str:
    """Return the guideline as Akoma Ntoso; what annex 2 holds of persons is masked."""
    from xml.etree.ElementTree import tostring

    root = element("akomaNtoso", *beneath([_document(guideline)]), xmlns=_NAMESPACE)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _document(guideline: Guideline) -> "Element":
    preamble = guideline.preamble
    parts = (
        meta(guideline, MAIN, guideline.title),
        element("coverPage", *beneath([_notice(guideline)])),
        element("preface", element("longTitle", element("p", _title(guideline)))),
        element("preamble", element("p", preamble.printed), eId=preamble.id),
        element("mainBody", *beneath(map(_article, guideline.articles))),
        element("conclusions", *_blocks(guideline, "\n".join(_furniture(guideline, "contents")))),
        element("attachments", *beneath(_attachment(guideline, annex) for annex in load_annexes())),
    )
    return element("doc", *beneath(parts), name="guideline")


def _furniture(guideline: Guideline, part: str) -> Iterator[str]:
    """Yield the lines of what belongs to no provision: the title, and the list of annexes."""
    return (sentence.text for sentence in guideline.sentences if sentence.provision == part)


def _title(guideline: Guideline) -> "Element":
    first, *rest = _furniture(guideline, "title")
    return element("docTitle", first, *(part for line in rest for part in (element("eol"), "\n", line)))


def _notice(guideline: Guideline) -> "Element":
    parts: list[Element | str] = []
    for part in _cut(guideline.notice.printed, guideline.notice.children):
        parts += _blocks(guideline, part) if isinstance(part, str) else [_demand(guideline, part)]
    return element("container", *parts, name="notice", eId=guideline.notice.id)


def _demand(guideline: Guideline, demand: Provision) -> "Element":
    return element("container", *_blocks(guideline, demand.printed), name="demand", eId=demand.id)


def _article(article: Provision) -> "Element":
    number, mark, rest = article.printed.partition("条")
    lead, *parts = _cut(rest, article.children)
    text = str(lead).strip()
    before, after = str(lead).split(text)
    inner: list[Element | str] = [element("num", number + mark), before]
    inner += [element("intro" if parts else "content", element("p", text)), after]
    inner += [part if isinstance(part, str) else _part(part) for part in parts]
    return element("article", *inner, eId=article.id)


def _part(part: Provision) -> "Element":
    """Return an item or a demand; Akoma Ntoso has no element for either, so that a generic one is named."""
    marker = part.printed.removesuffix(part.text)
    number = marker.rstrip()
    heading: list[Element | str] = [element("num", number), marker[len(number) :]] if number else []
    content = element("content", element("p", part.text))
    return element("hcontainer", *heading, content, name=part.kind, eId=part.id)


def _cut(text: str, children: Iterable[Provision]) -> "Iterator[str | Provision]":
    """Yield a text and its children in their order."""
    for child in children:
        before, _, text = text.partition(child.printed)
        yield before
        yield child
    yield text


def _blocks(guideline: Guideline, text: str) -> "Iterator[Element | str]":
    """Yield the lines of a text as paragraphs."""
    for line in re.split("(\n)", text):
        yield element("p", *_words(guideline, line)) if line.strip() else line


def _words(guideline: Guideline, line: str) -> "Iterator[Element | str]":
    """Yield a line, with who issued the guideline and when marked as such."""
    day = guideline.date
    issued = f"{day.year}年{day.month}月{day.day}日"
    for word in re.split(f"({'|'.join((*guideline.issuers, issued))})", line):
        if word in guideline.issuers:
            yield element("docAuthority", word)
        else:
            yield element("docDate", word, date=day.isoformat()) if word == issued else word


def _attachment(guideline: Guideline, annex: Annex) -> "Element":
    heading, title, *_table = guideline.provisions[annex.id].printed.split("\n")
    rows = [
        element("tr", *(element("th", element("p", column.printed)) for column in annex.columns)),
        *(
            element("tr", *(element("td", element("p", str(cell))) for cell in row.cells))
            for row in annex.rows
        ),
    ]
    table = element("table", *beneath(rows), eId=f"{annex.id}__table_1")
    parts = (meta(guideline, annex.id, title), element("mainBody", *beneath([table])))
    document = element("doc", *beneath(parts), name="annex")
    labels = (element("heading", heading), element("subheading", title))
    return element("attachment", *beneath((*labels, document)), eId=annex.id)
