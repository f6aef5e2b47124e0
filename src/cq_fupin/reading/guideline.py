"""The bundled edition of the guideline."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from cq_fupin.models.guideline import Guideline

if TYPE_CHECKING:
    from cq_fupin.models.norm import Norms
    from cq_fupin.models.provision import Provision
    from cq_fupin.models.regions import Regions
    from cq_fupin.models.sentence import Sentence
    from cq_fupin.models.vocabulary import Vocabularies


@cache
def load_guideline() -> Guideline:
    """Return the guideline of 2020 「重庆市社会组织参与脱贫攻坚工作指引」.

    >>> load_guideline()["18.5"].text
    '在实施帮扶工作过程中,要注意工作人员安全保障,倡议为其购买人生意外伤害保险。'
    """
    return Guideline(
        title="重庆市社会组织参与脱贫攻坚工作指引",
        edition="2020",
        date=date(2020, 5, 14),
        issuers=("重庆市社会组织工作领导小组办公室", "重庆市扶贫开发领导小组办公室"),
        addressees=(
            "各区县(自治县)民政局、扶贫办",
            "各全市性社会组织业务主管单位",
            "各全市性社会组织",
        ),
        load_provisions=_provisions,
        load_norms=_norms,
        load_sentences=_sentences,
        load_vocabularies=_vocabularies,
        load_regions=_regions,
    )


# Each part is imported when it is asked for: most runs need few of them.


def _provisions() -> "Mapping[str, Provision]":
    from cq_fupin.reading.provisions import load_provisions

    return load_provisions()


def _norms() -> "Norms":
    from cq_fupin.reading.norms import load_norms

    return load_norms()


def _sentences() -> "tuple[Sentence, ...]":
    from cq_fupin.reading.sentences import load_sentences

    return load_sentences()


def _vocabularies() -> "Vocabularies":
    from cq_fupin.reading.vocabularies import load_vocabularies

    return load_vocabularies()


def _regions() -> "Regions":
    from cq_fupin.reading.regions import load_regions

    return load_regions()
