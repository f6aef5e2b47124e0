"""Translation: a message is told in the language that is asked for."""

from pathlib import Path

import pytest

from cq_fupin.telling import translation
from cq_fupin.telling.translation import language, languages, translate
from cq_fupin.words.citation import cite
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say, say_count


@pytest.mark.parametrize(
    ("locale", "asked"),
    [
        ("zh", "zh"),
        ("zh_CN", "zh"),
        ("zh_Hans_CN", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh_CN.UTF-8", "zh"),
        ("ZH", "zh"),
        ("en", "en"),
        ("en_US", "en"),
        ("en-US", "en"),
        ("en_US.UTF-8", "en"),
        ("en_GB@euro", "en"),
    ],
)
def test_a_locale_is_known_by_any_of_its_names(locale: str, asked: str) -> None:
    assert language(locale) == asked


@pytest.mark.parametrize(
    "locale", ["", "C", "POSIX", "xx", "xx_XX.UTF-8", "english", "../en", "en/../en", "x" * 10_000]
)
def test_an_unknown_language_is_refused_and_those_that_exist_are_told(locale: str) -> None:
    with pytest.raises(FupinError, match="可以用的有：zh、en"):
        translate(say("无"), locale)


def test_chinese_needs_no_catalogue() -> None:
    assert translate(say("缺少“{key}”", key=say("标题")), "zh") == "缺少“标题”"


def test_english_uses_digits_where_chinese_uses_numerals() -> None:
    assert translate(cite("5.7").told, "en") == "Article 5, item (7)"
    assert translate(cite("17一是").told, "en") == "Article 17, point 1"
    assert translate(cite("5.7").told, "zh") == "第五条第(七)项"


def test_singular_and_plural_are_told_apart() -> None:
    assert translate(say_count("方案有{count}处差错", 1), "en") == "the plan has 1 fault"
    assert translate(say_count("方案有{count}处差错", 2), "en") == "the plan has 2 faults"
    assert translate(say_count("方案有{count}处差错", 2), "zh") == "方案有2处差错"


def test_a_list_is_joined_as_the_language_joins() -> None:
    message = Message("{parts}", (("parts", (say("资金"), "会费", (say("人力"),))),))
    assert translate(message, "zh") == "资金、会费、人力"
    assert translate(message, "en") == "Funds, 会费, People"


def test_what_nobody_translated_and_what_is_empty_stays_as_it_is() -> None:
    assert translate(say("没有人这样说"), "en") == "没有人这样说"
    assert translate(Message(""), "en") == ""


def test_braces_in_a_value_are_no_places() -> None:
    assert translate(say("“{text}”不在指引所列之内", text="{0}{x}"), "en").startswith("“{0}{x}”")


def test_a_new_language_is_one_catalogue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fr" / "LC_MESSAGES").mkdir(parents=True)
    monkeypatch.setattr(translation, "_FOLDER", str(tmp_path))
    languages.cache_clear()
    language.cache_clear()
    try:
        assert languages() == ("zh", "fr")
        assert language("fr_CA.UTF-8") == "fr"
        with pytest.warns(
            RuntimeWarning,
            match=r"“fr”的译文还没有编译，改用中文：请运行 python tools/compile_catalogues\.py",
        ):
            assert translate(say("无"), "fr") == "无"
    finally:
        languages.cache_clear()
        language.cache_clear()
        translation._translator.cache_clear()
