"""The metadata of an Akoma Ntoso document: which work, expression and manifestation it is (FRBR)."""

from datetime import date
from typing import TYPE_CHECKING

from cq_fupin.models.guideline import Guideline
from cq_fupin.telling.markup import beneath, element

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

#: The component that is the whole.
MAIN = "main"
# Chongqing is CN-CQ in ISO 3166-2; the guideline has no number, so that a name stands for it.
_COUNTRY = "cn-cq"
_NAME = "social-organizations-in-poverty-alleviation"
_LANGUAGE = "zho"
#: When the marking up was last changed: the same guideline makes the same file on every day.
_MARKED_UP = date(2026, 11, 26)
_EDITOR = "cq_fupin"
_SOURCE = f"#{_EDITOR}"


def meta(guideline: Guideline, component: str, title: str) -> "Element":
    """Return the metadata of the whole, or of an attachment."""
    identification = element(
        "identification",
        *beneath(
            (
                element("FRBRWork", *beneath(_work(guideline, component, title))),
                element("FRBRExpression", *beneath(_expression(guideline, component))),
                element("FRBRManifestation", *beneath(_manifestation(guideline, component))),
            )
        ),
        source=_SOURCE,
    )
    return element("meta", *beneath((identification, *_of_the_whole(guideline, component))))


def _of_the_whole(guideline: Guideline, component: str) -> "Iterator[Element]":
    """Yield how it was published, and whom the ids of all components mean."""
    if component == MAIN:
        yield element("publication", date=guideline.date.isoformat(), name="notice", showAs="通知")
        yield element("references", *beneath(_references(guideline)), source=_SOURCE)


def _work(guideline: Guideline, component: str, title: str) -> "Iterator[Element]":
    uri = _work_uri(guideline)
    yield element("FRBRthis", value=f"{uri}/!{component}")
    yield element("FRBRuri", value=uri)
    yield element("FRBRalias", value=title, name="title")
    yield element("FRBRdate", date=guideline.date.isoformat(), name="issued")
    for number, _issuer in enumerate(guideline.issuers, 1):
        yield element("FRBRauthor", href=f"#issuer_{number}")
    yield element("FRBRcountry", value=_COUNTRY)
    yield element("FRBRsubtype", value="guideline")
    yield element("FRBRname", value=_NAME)


def _expression(guideline: Guideline, component: str) -> "Iterator[Element]":
    uri = _expression_uri(guideline)
    yield element("FRBRthis", value=f"{uri}/!{component}")
    yield element("FRBRuri", value=uri)
    yield element("FRBRdate", date=guideline.date.isoformat(), name="issued")
    for number, _issuer in enumerate(guideline.issuers, 1):
        yield element("FRBRauthor", href=f"#issuer_{number}")
    yield element("FRBRlanguage", language=_LANGUAGE)


def _manifestation(guideline: Guideline, component: str) -> "Iterator[Element]":
    uri = _expression_uri(guideline)
    yield element("FRBRthis", value=f"{uri}/!{component}.xml")
    yield element("FRBRuri", value=f"{uri}.xml")
    yield element("FRBRdate", date=_MARKED_UP.isoformat(), name="markup")
    yield element("FRBRauthor", href=_SOURCE)
    yield element("FRBRformat", value="application/akn+xml")


def _references(guideline: Guideline) -> "Iterator[Element]":
    for number, issuer in enumerate(guideline.issuers, 1):
        organization = f"/akn/ontology/organization/{_COUNTRY}/issuer_{number}"
        yield element("TLCOrganization", eId=f"issuer_{number}", href=organization, showAs=issuer)
    editor = f"/akn/ontology/organization/{_EDITOR}"
    yield element("TLCOrganization", eId=_EDITOR, href=editor, showAs=_EDITOR)


def _work_uri(guideline: Guideline) -> str:
    return f"/akn/{_COUNTRY}/doc/guideline/{guideline.date}/{_NAME}"


def _expression_uri(guideline: Guideline) -> str:
    return f"{_work_uri(guideline)}/{_LANGUAGE}@{guideline.date}"
