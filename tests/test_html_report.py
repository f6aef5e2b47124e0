"""The HTML report: one file, safe, readable by everybody, whatever a plan says."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import cq_fupin as fupin
from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.markup import element, html
from cq_fupin.telling.render import render_all
from report_samples import ERRORS, EXAMPLE, HOSTILE, SILENT, checked, hostile, small, without_evidence

VOID = {"meta", "br"}
TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "article", "section", "figure",
    "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "p", "ul", "li", "dl",
    "dt", "dd", "blockquote", "svg", "desc", "g", "rect", "path", "text", "span", "small", "strong", "code", "a", "br",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "id", "aria-labelledby", "scope", "href", "role",
    "viewbox", "width", "height", "rx", "d", "transform", "x", "y",
}  # fmt: skip


class Page(HTMLParser):
    """A page as browsers see it: its elements, its texts, and whether each that opens closes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def values(self, name: str) -> list[str]:
        return [value for _tag, attributes in self.elements if (value := attributes.get(name))]

    def tags(self) -> list[str]:
        return [tag for tag, _attributes in self.elements]


def page(*reports: tuple[str | None, fupin.Report], locale: str = "zh") -> Page:
    return Page(render_all(reports, "html", locale=locale))


WHOLE = Page(
    render_all([*small(), ("b.yaml", checked(SILENT)), (None, checked(SILENT))], "html", errors=ERRORS)
)
STYLE = "".join(WHOLE.texts["style"])


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_can_write_an_element_or_an_attribute(text: str) -> None:
    made = page((f"{text}.yaml", hostile(text)))
    plain = page(("乙.yaml", hostile("甲")))
    assert {*made.tags()} <= TAGS
    assert {name for _tag, attributes in made.elements for name in attributes} <= ATTRIBUTES
    assert [tag for tag in made.tags() if tag not in ("li", "span", "ul")] == [
        tag for tag in plain.tags() if tag not in ("li", "span", "ul")
    ]
    shown = " ".join("".join(filter(str.isprintable, " ".join(text.split()))).split())
    assert shown in "".join(made.texts["h2"])


def test_nothing_is_asked_of_a_network_and_nothing_runs() -> None:
    assert {*WHOLE.tags()} <= TAGS
    assert all(href.startswith("#") for href in WHOLE.values("href"))
    assert not re.search(r"url\(|@import|https?:", STYLE)
    (policy,) = [value for value in WHOLE.values("content") if "default-src" in value]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert not [
        name for _tag, attributes in WHOLE.elements for name in attributes if name in ("style", "src")
    ]


@pytest.mark.parametrize(("locale", "tag"), [("zh", "zh-CN"), ("en_US.UTF-8", "en")])
def test_the_page_says_its_language(locale: str, tag: str) -> None:
    assert page(*small(), locale=locale).elements[0] == ("html", {"lang": tag})


def test_headings_are_in_order_and_there_is_one_first() -> None:
    levels = [int(tag[1]) for tag in WHOLE.tags() if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_id_is_there_once_and_what_is_named_or_linked_exists() -> None:
    ids = WHOLE.values("id")
    assert len(ids) == len({*ids})
    named = [id for value in WHOLE.values("aria-labelledby") for id in value.split()]
    assert {*named, *(href[1:] for href in WHOLE.values("href"))} <= {*ids}


def test_there_are_landmarks_once_and_the_picture_has_words() -> None:
    assert [WHOLE.tags().count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    (attributes, *_others) = [attributes for tag, attributes in WHOLE.elements if tag == "svg"]
    assert attributes["role"] == "img"
    assert "第五条：符合5项、不符合1项" in "".join(WHOLE.texts["desc"])


def test_one_report_alone_has_no_index_and_gives_the_page_its_title() -> None:
    alone = page((None, checked(SILENT)))
    assert "nav" not in alone.tags()
    assert alone.texts["title"][0] == "甲 · 帮扶方案核对报告"


def test_a_report_of_no_rule_has_no_picture_and_nothing_to_unfold_but_the_receipt() -> None:
    bare = page((None, checked(SILENT, rules=RuleSet(()))))
    assert "svg" not in bare.tags()
    assert bare.tags().count("details") == 1


def test_what_asks_for_nothing_is_folded_and_nothing_else_is_told_of_a_plan_that_conforms() -> None:
    report = checked(EXAMPLE.read_text("utf-8"))
    made = page((None, report))
    assert made.texts["h3"] == ["不须处理的41项（符合、不适用、未采用）", "回执"]
    assert sum(value.startswith("finding") for value in made.values("class")) == len(report.findings)


def test_what_was_not_wholly_understood_is_told_where_no_finding_tells_it() -> None:
    made = page((None, checked(SILENT + "受益对象数: {户数: 若干}\n")))
    assert "没有完全读懂，或须留意的内容" in made.texts["h3"]


def test_what_stands_in_very_many_places_is_told_of_the_first_of_them() -> None:
    measures = "".join(f"  - {{名称: 措施{number}, 对象: 待定{number}户}}\n" for number in range(120))
    made = page((None, checked(SILENT + "帮扶措施:\n" + measures)))
    assert any(re.fullmatch(r"另有\d+项", text) for text in made.texts["li"])
    assert any(re.fullmatch(r"另有\d+处", text) for text in made.texts["li"])


def test_a_finding_without_evidence_has_no_list_of_it() -> None:
    made = page((None, without_evidence(checked(SILENT))))
    assert "ul" not in made.tags()
    assert made.texts["strong"] == ["未采用"]


def test_the_index_has_a_row_for_the_documents_that_are_no_plans_where_there_are_any() -> None:
    named = [*small(), (None, checked(SILENT))]
    assert "无法核对的文件1份" not in render_all(named, "html")
    assert "无法核对的文件1份" in render_all(named, "html", errors=ERRORS)


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2)."""
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1])
def test_every_colour_of_a_text_stands_out_in_both_themes(theme: int) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", STYLE.split("prefers-color-scheme: dark")[theme]))
    texts = {*colours} - {"paper", "sheet", "rule"}
    assert texts == {"ink", "soft", "link", "met", "unmet", "open", "apart", "note"}
    for ground in ("paper", "sheet"):
        for name in texts:
            lower, higher = sorted((luminance(colours[name]), luminance(colours[ground])))
            assert (higher + 0.05) / (lower + 0.05) >= 4.5, (name, ground)


def test_it_is_made_for_paper_for_phones_and_for_the_dark() -> None:
    for rule in ("@page { size: A4", "@media print", "prefers-color-scheme: dark", "max-width: 30rem"):
        assert rule in STYLE
    assert "width=device-width, initial-scale=1" in WHOLE.values("content")


def test_the_words_of_a_message_begin_with_a_capital_and_names_keep_their_letters() -> None:
    made = render_all((), "html", errors=[("plan.yaml", ERRORS[0][1])], locale="en")
    assert "<h3>plan.yaml</h3>" in made
    assert "<li>Line 3, column 1: must be filled in</li>" in made


def test_contents_of_an_element_may_be_left_out_nested_or_follow_an_element() -> None:
    made = element("q", "a", ["b", None, [element("b", "c"), "d", "e"]], class_=None, data_x='&"<')
    assert html(made) == '<!DOCTYPE html>\n<q data-x="&amp;&quot;<">ab<b>c</b>de</q>\n'
