"""Citations: what people write, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.words.citation import Citation
from cq_fupin.words.errors import FupinError, InvalidCitation

NUMBERS = st.integers(1, 99)
CITATIONS = st.one_of(
    st.just(Citation("notice")),
    st.just(Citation("preamble")),
    NUMBERS.map(lambda n: Citation("notice", demand=n)),
    NUMBERS.map(lambda n: Citation("annex", n)),
    NUMBERS.map(lambda n: Citation("art", n)),
    st.builds(lambda n, m: Citation("art", n, item=m), NUMBERS, NUMBERS),
    st.builds(lambda n, m: Citation("art", n, demand=m), NUMBERS, NUMBERS),
)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("第五条第(七)项", "art_5__item_7"),
        ("第五条第（七）项", "art_5__item_7"),
        ("第五条第七项", "art_5__item_7"),
        ("第五条（七）项", "art_5__item_7"),
        ("第五条（七）", "art_5__item_7"),
        ("第五条㈦", "art_5__item_7"),
        ("第5条第7项", "art_5__item_7"),
        ("第５条第（７）项", "art_5__item_7"),
        ("第 5 条 第 7 项\n", "art_5__item_7"),
        ("5.7", "art_5__item_7"),
        ("５.７", "art_5__item_7"),
        ("5．7", "art_5__item_7"),
        ("5(7)", "art_5__item_7"),
        ("5（七）", "art_5__item_7"),
        ("art_5__item_7", "art_5__item_7"),
        ("ART_5__ITEM_7", "art_5__item_7"),
        ("Article 5, item 7", "art_5__item_7"),
        ("Art. 5(7)", "art_5__item_7"),
        ("《重庆市社会组织参与脱贫攻坚工作指引》第十八条第（五）项", "art_18__item_5"),
        ("指引第十八条", "art_18"),
        ("第二十一条", "art_21"),
        ("18", "art_18"),
        ("Article 18", "art_18"),
        ("第十七条一是", "art_17__demand_1"),
        ("第十七条第一项要求", "art_17__demand_1"),
        ("第十七条第一点", "art_17__demand_1"),
        ("17一是", "art_17__demand_1"),
        ("art_17__demand_1", "art_17__demand_1"),
        ("通知", "notice"),
        ("通知第一项", "notice__demand_1"),
        ("通知第（一）项", "notice__demand_1"),
        ("通知一", "notice__demand_1"),
        ("通知一、", "notice__demand_1"),
        ("notice", "notice"),
        ("notice.1", "notice__demand_1"),
        ("notice__demand_1", "notice__demand_1"),
        ("preamble", "preamble"),
        ("序言", "preamble"),
        ("annex_1", "annex_1"),
        ("Annex 1", "annex_1"),
        ("附件1", "annex_1"),
        ("附件一", "annex_1"),
        ("附件（一）", "annex_1"),
    ],
)
def test_a_citation_is_read_as_people_write_it(text: str, id: str) -> None:
    assert Citation.parse(text).id == id


@pytest.mark.parametrize(
    ("id", "words", "short"),
    [
        ("art_5", "第五条", "5"),
        ("art_5__item_7", "第五条第(七)项", "5.7"),
        ("art_17__demand_1", "第十七条第一点", "17一是"),
        ("notice", "通知", "通知"),
        ("notice__demand_3", "通知第三点", "通知三"),
        ("preamble", "序言", "序言"),
        ("annex_1", "附件1", "附件1"),
    ],
)
def test_a_citation_is_told_in_words_and_in_short(id: str, words: str, short: str) -> None:
    citation = Citation.parse(id)
    assert (citation.id, str(citation), citation.short) == (id, words, short)


def test_its_message_has_each_number_in_digits_too_for_other_languages() -> None:
    def english(template: str, _count: int | None) -> str:
        return {"第{article}条第({item})项": "Article {article_number}, item {item_number}"}[template]

    assert Citation("art", 18, 5).told.told(english) == "Article 18, item 5"


@given(CITATIONS)
def test_every_form_of_a_citation_reads_back(citation: Citation) -> None:
    for form in (citation.id, str(citation), citation.short):
        assert Citation.parse(form) == citation


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "附件",
        "0",
        "100",
        "5.0",
        "5.",
        ".7",
        "-5",
        "5.7.funds",
        "第五条第七款",  # a paragraph 「款」 is no item
        "第五条第",
        "第条",
        "第〇条",
        "第二二条",
        "第十八条和第五条",
        "art_5__item_",
        "art_5__item_7__item_7",
        "\x00",
    ],
)
def test_what_cites_nothing_is_refused(text: str) -> None:
    with pytest.raises(InvalidCitation) as caught:
        Citation.parse(text)
    assert f"“{text}”不是条款引用，应写作“第五条第(七)项”、“5.7”或“art_5__item_7”" == str(caught.value)


def test_a_refusal_is_a_value_error_and_an_error_of_this_library() -> None:
    with pytest.raises(ValueError, match="不是条款引用") as caught:
        Citation.parse("第五条第七款")
    assert isinstance(caught.value, FupinError)


def test_an_overlong_text_is_refused_at_once_and_not_repeated_whole() -> None:
    with pytest.raises(InvalidCitation) as caught:
        Citation.parse("第" * 100_000)
    assert len(str(caught.value)) < 200


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        citation = Citation.parse(text)
    except InvalidCitation:
        return
    assert Citation.parse(citation.id) == citation
