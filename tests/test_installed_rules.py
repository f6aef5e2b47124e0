"""Rules of other packages: loaded by name, when asked for; what is wrong with them is said."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

import cq_fupin as fupin
from cli_runner import invoke
from supplements import offer

EXAMPLE = Path(__file__).parents[1] / "examples" / "plan.yaml"
TESTS = Path(__file__).parent
GOOD = """
import cq_fupin as fupin
from cq_fupin.rules import stated
KAIZHOU = fupin.Supplement("kaizhou", "开州区补充要求", "1")
@fupin.rule(
    fupin.Requirement("kaizhou.1", KAIZHOU, name="签协议", quote="应当签协议", force=fupin.Force.MUST, cue="应当"),
    shows="协议", remedy="写明协议。",
)
def agreement(plan):
    return stated(plan.partners)
RULES = fupin.RuleSet((agreement,))
GUIDELINES = fupin.RULES.select("5.7") | RULES
STRAY = fupin.RuleSet((fupin.Rule("5.7.mine", agreement.judge, agreement.shows, agreement.remedy),))
NOTHING = ()
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the path, where packages are installed."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


@pytest.fixture
def offered(site: Path) -> Path:
    offer(
        site, "kaizhou_rules", GOOD,
        kaizhou="kaizhou_rules:RULES", both="kaizhou_rules:GUIDELINES", stray="kaizhou_rules:STRAY",
        nothing="kaizhou_rules:NOTHING", gone="kaizhou_rules:GONE",
    )  # fmt: skip
    return site


def refusal(name: str) -> str:
    with pytest.raises(fupin.InvalidRules) as raised:
        fupin.load_rules(name)
    return str(raised.value)


@pytest.mark.usefixtures("offered")
def test_rules_are_loaded_by_the_name_of_their_entry_point() -> None:
    assert [rule.id for rule in fupin.load_rules("kaizhou")] == ["kaizhou.1"]
    assert fupin.load_rules("both") == fupin.RULES.select("5.7") | fupin.load_rules("kaizhou")


@pytest.mark.usefixtures("site")
def test_without_any_an_unknown_name_says_so() -> None:
    assert refusal("kaizhou") == "没有安装名为“kaizhou”的规则集：这里没有安装任何规则集"


@pytest.mark.usefixtures("offered")
def test_an_unknown_name_lists_what_is_installed() -> None:
    assert refusal("x" * 80) == (
        f"没有安装名为“{'x' * 60}”的规则集，已安装的有：both、gone、kaizhou、nothing、stray"
    )


@pytest.mark.usefixtures("offered")
def test_what_cannot_be_used_is_said() -> None:
    assert refusal("nothing") == "规则集“nothing”应当是 RuleSet，这里是 tuple"
    assert refusal("stray") == "规则集“stray”的规则没有写明要求：5.7.mine"
    told = refusal("gone")
    assert told.startswith("规则集“gone”（kaizhou_rules:GONE）装入时出错：AttributeError：")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import nowhere_at_all", "ModuleNotFoundError：No module named 'nowhere_at_all'"),
        ("raise ValueError('{坏}')", "ValueError：{坏}"),
        ("import cq_fupin\ncq_fupin.Supplement('5', '甲', '1')", "InvalidRules：补充规定的名称“5”不能用："),
        ("def (", "SyntaxError："),
        ("raise SystemExit('再见')", "SystemExit：再见"),
    ],
)
def test_a_broken_package_gives_an_error_and_no_traceback(site: Path, source: str, why: str) -> None:
    offer(site, "broken_rules", source, broken="broken_rules:RULES")
    assert refusal("broken").startswith(f"规则集“broken”（broken_rules:RULES）装入时出错：{why}")
    result = invoke("check", "--rules", "broken", str(EXAMPLE))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("规则集“broken”")
    assert "Traceback" not in result.stderr


def test_a_name_that_two_packages_offer_is_nobodys(offered: Path) -> None:
    offer(offered, "other_rules", "", kaizhou="other_rules:RULES")
    assert refusal("kaizhou") in {
        f"不止一个包提供规则集“kaizhou”：{one}、{other}"
        for one, other in (
            ("kaizhou_rules:RULES", "other_rules:RULES"),
            ("other_rules:RULES", "kaizhou_rules:RULES"),
        )
    }


# ── the command line ──


def rules_of(*arguments: str) -> list[str]:
    result = invoke("check", str(EXAMPLE), "-f", "json", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return [finding["rule"] for finding in json.loads(result.stdout)["reports"][0]["findings"]]


@pytest.mark.usefixtures("offered")
def test_check_runs_them_beside_those_of_the_profile() -> None:
    for options in ([], ["--profile", "core"], ["--profile", "all"], ["--ignore", "5.1"], ["--select", "18"]):
        own = [] if "--select" in options else ["kaizhou.1"]
        assert rules_of("--rules", "kaizhou", *options) == [*rules_of(*options), *own]
    assert rules_of("--rules", "kaizhou", "--rules", "kaizhou", "--select", "kaizhou") == ["kaizhou.1"]
    assert rules_of("--rules", "kaizhou", "--select", "kaizhou.1,5.1") == ["5.1.liaison", "kaizhou.1"]
    assert rules_of("--rules", "kaizhou", "--ignore", "kaizhou") == rules_of()


@pytest.mark.usefixtures("offered")
def test_check_knows_no_rule_that_was_not_asked_for() -> None:
    result = invoke("check", str(EXAMPLE), "--select", "kaizhou")
    assert (result.exit_code, "没有规则“kaizhou”" in result.stderr) == (2, True)


@pytest.mark.usefixtures("offered")
def test_an_unknown_name_is_an_error_of_the_command_too() -> None:
    for command in (["check"], ["verify", "report.json"]):
        result = invoke(*command, str(EXAMPLE), "--rules", "kaizho", "--lang", "en")
        assert result.exit_code == 2
    result = invoke("check", str(EXAMPLE), "--rules", "kaizho", "--lang", "en")
    assert (
        result.stderr
        == "no rule set “kaizho” is installed; installed are: both, gone, kaizhou, nothing, stray\n"
    )


@pytest.mark.usefixtures("offered")
def test_explain_tells_what_they_rest_on() -> None:
    result = invoke("explain", "--rules", "kaizhou", "kaizhou.1")
    assert result.stdout == (
        "kaizhou.1  签协议\n\n"
        "  条款        《开州区补充要求》\n"
        "  规则版本    kaizhou 1\n"
        "  原文        应当签协议\n"
        "  约束力      要求（“应当”）\n"
        "  怎样算符合  协议\n"
        "  怎样写      写明协议。\n"
    )
    assert "它下面有：kaizhou.1" in invoke("explain", "--rules", "kaizhou", "kaizhou").stderr
    assert "没有规则“kaizhou.1”" in invoke("explain", "kaizhou.1").stderr
    assert invoke("explain", "--rules", "both", "5.7.funds").stdout == invoke("explain", "5.7.funds").stdout


@pytest.mark.usefixtures("offered")
def test_verify_asks_for_the_rule_sets_of_the_report(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    invoke("check", str(EXAMPLE), "--rules", "kaizhou", "-f", "json", "-o", str(report))
    result = invoke("verify", str(report), str(EXAMPLE), "--rules", "kaizhou")
    assert (result.exit_code, result.stderr) == (0, "")
    result = invoke("verify", str(report), str(EXAMPLE))
    assert result.exit_code == 1
    assert "  补充规定：当时 kaizhou 《开州区补充要求》1 sha256:" in result.stdout
    assert result.stdout.endswith("，现在 没有\n")
    assert result.stderr == "报告还用了补充规定“kaizhou”的规则：请用 --rules 写明提供它的规则集\n"


def test_nothing_of_other_packages_is_looked_for_unless_it_is_asked_for(offered: Path) -> None:
    program = (
        "import sys; from cq_fupin.cli.program import run; run(sys.argv[1:]);"
        "print(*(name for name in ('importlib.metadata', 'kaizhou_rules', 'pytest', 'cq_fupin.testing')"
        " if name in sys.modules), file=sys.stderr)"
    )
    source = str(Path(fupin.__file__).parents[1])
    for options, loaded in (([], []), (["--rules", "kaizhou"], ["importlib.metadata", "kaizhou_rules"])):
        ran = subprocess.run(
            # Without site: what .pth files import is not this package's doing.
            [sys.executable, "-S", "-c", program, "check", str(EXAMPLE), *options],
            env={
                "PYTHONPATH": ":".join([source, str(offered), *filter(None, sys.path)]),
                "LANG": "zh_CN.UTF-8",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.stderr.split() == loaded
