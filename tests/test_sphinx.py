"""The Sphinx extension: every role and directive, in every builder, and what is wrong with line and file."""

import os
import pickle
import re
import shutil
import sys
import zlib
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
import sphinx
from sphinx.errors import ExtensionError, VersionRequirementError

import cq_fupin as fupin
from cq_fupin.sphinx import pages
from sphinx_builds import PROJECT, Built, build, project

SNAPSHOTS = Path(__file__).parent / "snapshots" / "sphinx"
DOCUMENTS = ["index", "articles", "rules", "regions", "vocabularies", "coverage", "plans"]
LANGUAGES = {"zh": "zh_CN", "en": "en"}


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(PROJECT, tmp_path_factory.mktemp("html"), "html")


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    return {
        locale: build(PROJECT, tmp_path_factory.mktemp(locale), "text", language=language)
        for locale, language in LANGUAGES.items()
    }


def reviewed(name: str, text: str) -> str:
    """Return a snapshot; with UPDATE_SNAPSHOTS set it is written anew, to be reviewed."""
    snapshot = SNAPSHOTS / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(text, "utf-8")
    return snapshot.read_text("utf-8")


@pytest.mark.parametrize("locale", LANGUAGES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_page_is_the_one_that_was_reviewed(texts: dict[str, Built], document: str, locale: str) -> None:
    text = texts[locale].page(f"{document}.txt")
    assert text == reviewed(f"{document}.{locale}.txt", text)


def test_the_project_uses_every_role_and_directive() -> None:
    from cq_fupin.sphinx.domain import FupinDomain

    sources = "".join(path.read_text("utf-8") for path in PROJECT.glob("*.rst"))
    assert [role for role in FupinDomain.roles if f":fupin:{role}:`" not in sources] == []
    unused = [name for name in FupinDomain.directives if f".. fupin:{name}::" not in sources]
    assert unused == ["contents"]  # of the generated pages, which have a test of their own


def test_nothing_is_wrong_with_the_project(html: Built, texts: dict[str, Built]) -> None:
    assert [html.warnings, *(text.warnings for text in texts.values())] == ["", "", ""]


def test_citations_lead_to_what_they_cite_or_to_what_that_is_part_of(html: Built) -> None:
    links = dict(
        re.findall(
            r'<a class="reference internal" href="([\w.]+#[^"]+)"[^>]*><span class="xref[^>]*>([^<]+)',
            html.page("index.html"),
        )
    )
    assert links["articles.html#art_5__item_7"] == "写明投入"  # the last of two
    assert links["rules.html#rule-5.7.funds"] == "明确资金（5.7.funds）"
    assert links["articles.html#rule-5.8.continuity"] == "延续性（5.8.continuity）"
    assert links["regions.html#region-500238118"] == "巫溪县红池坝镇中岗村"
    assert links["vocabularies.html#term-focus_fields.education"] == "教育帮扶"
    for link in links:
        page, anchor = link.split("#")
        assert f'id="{anchor}"' in html.page(page), link
    assert "附件3</span>" in html.page("index.html")


def test_what_bears_an_id_is_found_without_a_role(html: Built) -> None:
    index = html.page("index.html")
    assert index.count('href="rules.html#rule-5.7.funds"') == 2
    assert index.count('href="articles.html#art_5__item_7"') == 3


def test_there_are_indices_of_articles_rules_and_regions(html: Built) -> None:
    assert "<h1>条款索引</h1>" in html.page("fupin-articles.html")
    assert "5.7.goods" in html.page("fupin-rules.html")
    assert "红池坝镇" in html.page("fupin-regions.html")


def test_the_inventory_names_what_others_may_link_to(html: Built) -> None:
    *_head, packed = (html.pages / "objects.inv").read_bytes().split(b"\n", 4)
    names: dict[str, set[str]] = {}
    for line in zlib.decompress(packed).decode().splitlines():
        name, kind, _rest = line.split(" ", 2)
        names.setdefault(kind, set()).add(name)
    assert names["fupin:article"] >= {"art_5__item_7", "art_9", "annex_2"}
    assert names["fupin:rule"] == {"1.commitment", "5.7.funds", "5.7.goods", "5.8.continuity"}
    assert "focus_fields.education" in names["fupin:term"]
    assert {"500238", "500238118"} <= names["fupin:region"]


def test_pages_bring_their_style(html: Built) -> None:
    assert "overflow-wrap" in html.page("_static/fupin.css")
    assert "_static/fupin.css" in html.page("index.html")


def test_the_pictures_are_well_formed_and_show_every_norm(html: Built) -> None:
    coverage, glance = map(
        ElementTree.fromstring, re.findall("<svg.*?</svg>", html.page("coverage.html"), re.S)
    )
    assert coverage.tag == glance.tag == "{http://www.w3.org/2000/svg}svg"
    titles = {title.text or "" for title in glance.findall(".//{*}rect/{*}title")}
    assert {title.split()[0] for title in titles} == {norm.id for norm in fupin.load_guideline().norms}


def test_the_picture_of_the_districts_is_as_large_as_what_they_hold(html: Built) -> None:
    (found,) = re.findall("<svg.*?</svg>", html.page("regions.html"), re.S)
    areas = {}
    for box in ElementTree.fromstring(found).findall("{*}rect"):
        told = box.findtext("{*}title")
        if told is not None:
            areas[told.split("：")[0]] = (float(box.get("width", 0)) + 2) * (float(box.get("height", 0)) + 2)
    districts = {district.name: district for district in fupin.load_guideline().regions.districts}
    assert areas.keys() == districts.keys()
    villages = {name: sum(len(town.children) for town in districts[name].children) for name in districts}
    assert sum(areas.values()) == pytest.approx(420 * 560, rel=0.01)
    for name, area in areas.items():
        assert area / sum(areas.values()) == pytest.approx(villages[name] / sum(villages.values()), rel=0.02)


@pytest.mark.parametrize("builder", ["html", "text", "latex", "gettext", "xml", "texinfo"])
def test_no_builder_shows_whose_numbers_they_are(builder: str, tmp_path: Path) -> None:
    built = build(PROJECT, tmp_path, builder)
    assert built.warnings == ""
    written = [
        path
        for path in built.pages.rglob("*")
        # Sphinx itself copies the sources into HTML, unless html_copy_source says not to.
        if "_sources" not in path.parts and path.suffix in {".html", ".txt", ".tex", ".pot", ".xml", ".texi"}
    ]
    shown = "".join(path.read_text("utf-8") for path in written)
    annex = (row.cells for row in fupin.load_guideline().regions.annex(2))
    numbers = [str(cell.reveal()) for row in annex for cell in row if not isinstance(cell, str)]
    assert len(numbers) > 30
    assert [number for number in [*numbers, "13812345678"] if number in shown and len(number) == 11] == []


def test_translators_get_the_words_of_the_project_alone(tmp_path: Path) -> None:
    built = build(PROJECT, tmp_path, "gettext")
    said = {
        path.name: re.findall(r'^msgid "(.+)"$', path.read_text("utf-8"), re.M)
        for path in sorted(built.pages.glob("*.pot"))
    }
    told = "".join(f"{name}: {text}\n" for name, texts in said.items() for text in texts)
    assert told == reviewed("messages.txt", told)


def test_parallel_builds_come_to_the_same(html: Built, tmp_path: Path) -> None:
    both = build(PROJECT, tmp_path, "html", parallel=2)
    assert both.warnings == ""
    for page in sorted(html.pages.rglob("*.html")):
        assert page.read_text("utf-8") == both.page(str(page.relative_to(html.pages))), page.name
    assert (html.pages / "objects.inv").read_bytes() == (both.pages / "objects.inv").read_bytes()


def test_the_next_build_starts_from_the_state_of_the_last(tmp_path: Path) -> None:
    source = shutil.copytree(PROJECT, tmp_path / "source")
    first = build(source, tmp_path / "out", "html")
    assert pickle.loads((first.state / "environment.pickle").read_bytes()).all_docs.keys() == {*DOCUMENTS}
    (source / "index.rst").write_text(
        "题\n==\n\n:fupin:rule:`5.7.funds` :fupin:rule:`5.7.goods`\n\n.. toctree::\n   :glob:\n\n   *\n",
        "utf-8",
    )
    (source / "rules.rst").write_text("规则\n====\n\n.. fupin:rule:: 5.7.goods\n", "utf-8")
    again = build(source, tmp_path / "out", "html")
    assert again.warnings == ""
    index = again.page("index.html")
    assert 'href="rules.html#rule-5.7.goods"' in index
    assert "#rule-5.7.funds" not in index
    assert 'href="articles.html#art_5__item_7"' in again.page("fupin-articles.html")


def test_with_other_data_everything_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = project(tmp_path / "source", index=".. fupin:article:: 1")

    def made() -> int:
        return (build(source, tmp_path / "out", "dummy").state / "index.doctree").stat().st_mtime_ns

    first = made()
    assert made() == first
    monkeypatch.setattr("cq_fupin.reading.digest.data_digest", lambda: "other")
    assert made() != first


def test_other_projects_link_in(html: Built, tmp_path: Path) -> None:
    cited = ":fupin:art:`5.7` :fupin:region:`500238118201` :fupin:rule:`5.7.funds` :fupin:art:`6` :fupin:region:`渝中区` :py:obj:`x`"
    source = project(tmp_path / "other", index=cited)
    mapping = {"manual": ("https://manual.example/", str(html.pages / "objects.inv"))}
    built = build(
        source, tmp_path / "out", "html",
        extensions=["cq_fupin.sphinx", "sphinx.ext.intersphinx"], intersphinx_mapping=mapping, nitpicky=False,
    )  # fmt: skip
    assert built.warnings == ""
    links = re.findall(r'href="https://manual.example/([^"]+)"', built.page("index.html"))
    assert links == [
        "articles.html#art_5__item_7",
        "regions.html#region-500238118",
        "rules.html#rule-5.7.funds",
    ]


WRONG = {
    ":fupin:art:`5.17`": ("article", "第五条共有9项"),
    ":fupin:art:`胡说`": ("article", "不是条款引用"),
    ":fupin:rule:`5.7.fund`": ("rule", "相近的有：5.7.funds"),
    ":fupin:region:`999999`": ("region", "没有代码为“999999”的区划"),
    ":fupin:region:`宁桥`": ("region", "宁桥社区"),
    ":fupin:region:`火星`": ("region", "没有找到“火星”"),
    ":fupin:term:`医疗`": ("term", "focus_fields.medical、organization_categories.medical"),
    ":fupin:term:`胡说`": ("term", "词表里没有“胡说”"),
    ".. fupin:article:: 99": ("article", "没有第九十九条"),
    ".. fupin:rule:: 5.7": ("rule", "没有规范“5.7”"),
    ".. fupin:regions::\n   :district: 红池坝镇": ("region", "“红池坝镇”不是区县"),
    ".. fupin:regions::\n   :designation: 贫困县": ("region", "municipal_key_county"),
    ".. fupin:vocabulary:: groups": ("term", "没有词表“groups”"),
    ".. fupin:plan:: none.yaml": ("plan", "none.yaml：打不开（"),
    ".. fupin:plan::\n\n   标题: 甲": ("plan", "缺少必填项“组织”"),
    ".. fupin:plan::\n   :select: 77\n\n   标题: 甲\n   组织: {名称: 乙, 类别: 其它各类}": (
        "plan",
        "没有规则“77”",
    ),
    ".. fupin:contents:: rules": ("contents", "fupin_pages"),
    ".. fupin:contents:: everything": ("contents", "没有目录“everything”"),
}


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a document for everything that can be wrong."""
    documents = {f"wrong_{number}": source for number, source in enumerate(WRONG)}
    root = ".. toctree::\n   :glob:\n\n   wrong_*"
    return project(tmp_path_factory.mktemp("wrong") / "source", index=root, **documents)


@pytest.fixture(scope="module")
def warned(wrong: Path) -> list[str]:
    warnings = build(wrong, wrong.parent / "out", "html").warnings
    return re.sub(r"\x1b\[[0-9;]*m", "", warnings).splitlines()


@pytest.mark.parametrize("source", WRONG)
def test_what_is_wrong_is_a_warning_with_file_and_line(source: str, warned: list[str]) -> None:
    subtype, told = WRONG[source]
    name = f"wrong_{list(WRONG).index(source)}.rst"
    (line,) = (line for line in warned if f"{name}:" in line)
    assert f"{name}:4: WARNING: " in line
    assert told in line
    assert line.endswith(f" [fupin.{subtype}]")


def test_each_kind_of_warning_can_be_suppressed(wrong: Path) -> None:
    kinds = [f"fupin.{subtype}" for subtype, _told in WRONG.values()]
    assert build(wrong, wrong.parent / "quiet", "dummy", suppress_warnings=kinds).warnings == ""


def test_what_stands_twice_is_told_wherever_it_does(tmp_path: Path) -> None:
    rule = ".. fupin:rule:: 5.7.funds"
    source = project(tmp_path / "twice", index=f"{rule}\n\n{rule}\n\n.. toctree::\n\n   other", other=rule)
    warned = build(source, tmp_path / "out", "html").warnings.splitlines()
    assert len(warned) == 2
    assert "index.rst:6: " in warned[0]
    assert "“明确资金（5.7.funds）”在 index 里已经有了" in warned[0]
    assert "other.rst:4: " in warned[1]
    assert "[fupin.duplicate]" in warned[1]


def test_readers_of_other_languages_get_english(tmp_path: Path) -> None:
    source = project(tmp_path / "source", index=":fupin:art:`5.7`\n\n.. fupin:article:: 1")
    assert "Article 5, item (7)" in build(source, tmp_path / "de", "text", language="de").page("index.txt")
    assert "第五条第(七)项" in build(source, tmp_path / "tw", "text", language="zh_TW").page("index.txt")


def test_every_article_rule_vocabulary_and_district_gets_a_page(tmp_path: Path) -> None:
    source = project(tmp_path / "source", index=".. toctree::\n\n   guide/index")
    stale = source / "guide" / "rules" / "0.gone.rst"
    stale.parent.mkdir(parents=True)
    stale.write_text(f"{pages.MARK}.. fupin:rule:: 0.gone\n   :section:\n", "utf-8")
    built = build(source, tmp_path / "out", "text", fupin_pages="guide")
    assert built.warnings == ""
    assert not stale.exists()
    names = {
        str(page.relative_to(built.pages / "guide").with_suffix(""))
        for page in built.pages.rglob("guide/**/*.txt")
    }
    guideline = fupin.load_guideline()
    assert {f"rules/{rule.id}" for rule in fupin.RULES} <= names
    assert {f"articles/{article.id}" for article in (*guideline.articles, *guideline.annexes)} <= names
    assert {f"regions/{district.code}" for district in guideline.regions.districts} <= names
    assert names == {name for name, _source in pages.sources()}
    rules = built.page("guide/rules/index.txt")
    assert rules.index("-[ 第六条 ]-") < rules.index("6.own") < rules.index("-[ 第七条 ]-")
    written = (source / "guide" / "index.rst").stat().st_mtime_ns
    build(source, tmp_path / "out", "text", fupin_pages="guide")
    assert (source / "guide" / "index.rst").stat().st_mtime_ns == written


def test_the_generated_pages_replace_no_others(tmp_path: Path) -> None:
    source = project(tmp_path / "source", index="甲")
    with pytest.raises(ExtensionError, match="不是生成的页面"):
        build(source, tmp_path / "out", "dummy", fupin_pages=".")
    (source / "taken").write_text("")
    with pytest.raises(ExtensionError, match="写不进文件夹“taken”"):
        build(source, tmp_path / "out", "dummy", fupin_pages="taken")


def test_without_sphinx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.delitem(sys.modules, "cq_fupin.sphinx")
    with pytest.raises(ImportError, match=r'pip install "cq-fupin\[sphinx\]"'):
        import_module("cq_fupin.sphinx")


def test_an_old_sphinx_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sphinx, "version_info", (7, 4, 0))
    with pytest.raises(VersionRequirementError, match=r"8\.1"):
        build(project(tmp_path / "source", index="甲"), tmp_path / "out", "dummy")


def test_the_signatures_of_this_project_are_written_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PROJECT.parents[1] / "docs" / "_ext"))
    source = project(tmp_path / "source", index=".. autofunction:: cq_fupin.check_many")
    extensions = ["sphinx.ext.autodoc", "two_languages"]
    built = build(
        source, tmp_path, "text", extensions=extensions, language="zh_CN", autodoc_typehints_format="short",
        nitpicky=False,
    )  # fmt: skip
    assert "check_many(plans: Iterable[" in built.page("index.txt")
    assert "jobs: int = 1" in built.page("index.txt")


def test_print_knows_every_place_that_is_cited(tmp_path: Path) -> None:
    printed = build(PROJECT, tmp_path, "latex")
    text = next(printed.pages.glob("*.tex")).read_text("utf-8")
    cited = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]+)\}\]", text))
    assert cited
    assert cited - set(re.findall(r"\\label\{\\detokenize\{([^}]+)\}\}", text)) == set()
