"""What is known of a region beside its name: misprints, functional areas, successors."""

from typing import Literal, TypeAlias

from attrs import frozen

#: How a printed name and the official one differ.
Difference: TypeAlias = Literal["short_form", "variant_character", "abbreviated", "functional_area"]
#: How surely they are the same division.
Confidence: TypeAlias = Literal["certain", "high", "probable"]


@frozen
class Discrepancy:
    """A name that an annex prints otherwise than the official list 「印本与名录不一致」.

    Attributes:
        printed: The name as printed.
        official: The official name.
        kind: How they differ: a form shortened by the nationality, another character, a missing one, or a
            functional area in the place of a district.
        confidence: How surely they are the same division.
        annex: The annex, 1 to 3.
        number: The row of the annex 「序号」.
    """

    printed: str
    official: str
    kind: Difference
    confidence: Confidence
    annex: int
    number: int


@frozen
class FunctionalArea:
    """An area that administers townships and is no division 「功能区」: it has no code of GB/T 2260.

    Attributes:
        name: 万盛经开区.
        district: The code of the district in which the lists put its townships.
        townships: Their codes.
        basis: How its townships are known: 推定, inferred from the block of their codes, unverified.
    """

    name: str
    district: str
    townships: tuple[str, ...]
    basis: str


@frozen
class Successor:
    """What became of a division in a later edition of the lists 「后继」.

    Attributes:
        code: Its code in that edition.
        name: Its name in that edition.
        edition: The edition, 2021 or 2023.
        basis: How it is known: the same code, or the same name in the same district.
    """

    code: str
    name: str
    edition: int
    basis: str
