"""The guideline: the root value, on which everything official hangs."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from cq_fupin.words.citation import Citation
from cq_fupin.words.errors import UnknownProvision
from cq_fupin.words.message import say

if TYPE_CHECKING:
    from cq_fupin.models.norm import Norm, Norms
    from cq_fupin.models.provision import Provision
    from cq_fupin.models.regions import Regions
    from cq_fupin.models.sentence import Sentence
    from cq_fupin.models.vocabulary import (
        Activity,
        Choice,
        FocusField,
        LiaisonKind,
        OrganizationCategory,
        OrganizationTrait,
        TargetGroup,
        Vocabularies,
        Vocabulary,
    )


@frozen
class Guideline:
    """One edition of the guideline 「指引」: its text and its lists.

    Text, norms, vocabularies and regions are read when they are first asked for.

    Attributes:
        title: As printed.
        edition: The year by which the edition is called.
        date: When it was issued.
        issuers: Who issued it 「印发机关」.
        addressees: To whom the notice 「通知」 is addressed.
    """

    title: str
    edition: str
    date: date
    issuers: tuple[str, ...]
    addressees: tuple[str, ...] = field(repr=False)
    # Cached functions of modules: pickles and copies name them, and threads share what they return.
    _load_provisions: "Callable[[], Mapping[str, Provision]]" = field(
        alias="load_provisions", eq=False, repr=False
    )
    _load_norms: "Callable[[], Norms]" = field(alias="load_norms", eq=False, repr=False)
    _load_sentences: "Callable[[], tuple[Sentence, ...]]" = field(
        alias="load_sentences", eq=False, repr=False
    )
    _load_vocabularies: "Callable[[], Vocabularies]" = field(alias="load_vocabularies", eq=False, repr=False)
    _load_regions: "Callable[[], Regions]" = field(alias="load_regions", eq=False, repr=False)

    def __getitem__(self, citation: str | Citation) -> "Provision":
        """Return what is cited: ``第十八条第(五)项``, ``18.5``, ``art_18__item_5`` or a citation.

        Raises:
            InvalidCitation: Where the text cites nothing.
            UnknownProvision: Where there is no such provision.
        """
        from cq_fupin.models.provision import find_provision

        cited = Citation.parse(citation) if isinstance(citation, str) else citation
        return find_provision(cited, self.provisions)

    def article(self, number: int) -> "Provision":
        """Return an article 「条」 by its number."""
        return self[Citation("art", number)]

    def norm(self, id: str) -> "Norm":
        """Return a norm by its id.

        Raises:
            UnknownProvision: Where there is none; it names some that look like it.
        """
        if id in self.norms:
            return self.norms[id]
        from difflib import get_close_matches

        near = tuple(get_close_matches(id[:_LONGEST_ID], [norm.id for norm in self.norms]))
        if near:
            raise UnknownProvision(say("没有规范“{id}”，相近的有：{near}", id=id[:_LONGEST_ID], near=near))
        raise UnknownProvision(say("没有规范“{id}”，编号应如“5.7.funds”", id=id[:_LONGEST_ID]))

    @property
    def provisions(self) -> "Mapping[str, Provision]":
        """Every provision 「条款」 by its id, in the order of the text."""
        return self._load_provisions()

    @property
    def notice(self) -> "Provision":
        """The notice 「通知」 by which the guideline was issued, with its demands."""
        return self.provisions["notice"]

    @property
    def preamble(self) -> "Provision":
        """What stands before Article 1 「序言」."""
        return self.provisions["preamble"]

    @property
    def articles(self) -> "tuple[Provision, ...]":
        """The articles 「条」."""
        return tuple(provision for provision in self.provisions.values() if provision.kind == "article")

    @property
    def annexes(self) -> "tuple[Provision, ...]":
        """The annexes 「附件」; `regions` holds what they list."""
        return tuple(provision for provision in self.provisions.values() if provision.kind == "annex")

    @property
    def norms(self) -> "Norms":
        """Everything that the guideline asks 「规范」."""
        return self._load_norms()

    @property
    def sentences(self) -> "tuple[Sentence, ...]":
        """Every sentence of the text 「句子」, and the norms that rest on it."""
        return self._load_sentences()

    @property
    def regions(self) -> "Regions":
        """The divisions of Chongqing 「地区」, and which of them the guideline names."""
        return self._load_regions()

    @property
    def vocabularies(self) -> "Vocabularies":
        """All lists that plans are read with 「词表」."""
        return self._load_vocabularies()

    @property
    def target_groups(self) -> "Vocabulary[TargetGroup]":
        """The eight of Article 3 「重点对象」."""
        return self.vocabularies.target_groups

    @property
    def special_groups(self) -> "Vocabulary[TargetGroup]":
        """The groups of Articles 11, 13 and 16 「特殊帮扶对象」."""
        return self.vocabularies.special_groups

    @property
    def focus_fields(self) -> "Vocabulary[FocusField]":
        """The five of Article 4 「重点领域」; the list is open."""
        return self.vocabularies.focus_fields

    @property
    def organization_categories(self) -> "Vocabulary[OrganizationCategory]":
        """Those that Articles 6 to 10 speak to 「社会组织类别」."""
        return self.vocabularies.organization_categories

    @property
    def organization_traits(self) -> "Vocabulary[OrganizationTrait]":
        """What else organizations can be 「组织特征」."""
        return self.vocabularies.organization_traits

    @property
    def liaison_kinds(self) -> "Vocabulary[LiaisonKind]":
        """Whom help can be arranged with 「联系单位类型」."""
        return self.vocabularies.liaison_kinds

    @property
    def activities(self) -> "Vocabulary[Activity]":
        """What the guideline names to be done 「活动」."""
        return self.vocabularies.activities

    @property
    def follow_up_methods(self) -> "Vocabulary[Choice]":
        """How those who were helped are followed up 「回访方式」."""
        return self.vocabularies.follow_up_methods

    @property
    def report_recipients(self) -> "Vocabulary[Choice]":
        """To whom reports go 「报送对象」."""
        return self.vocabularies.report_recipients

    @property
    def insurance_kinds(self) -> "Vocabulary[Choice]":
        """The insurance that the guideline names 「险种」."""
        return self.vocabularies.insurance_kinds


_LONGEST_ID = 60
