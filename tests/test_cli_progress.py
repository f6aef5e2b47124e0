"""Progress: who waits for many plans at a terminal sees how many are done, and nobody else sees anything of it."""

import sys
from io import StringIO

import pytest

from cq_fupin.cli import progress
from cq_fupin.cli.language import Language
from cq_fupin.cli.progress import watched


class Terminal(StringIO):
    """A screen that somebody watches."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return the terminal that standard error goes to from now on."""
    found = Terminal()
    monkeypatch.setattr(sys, "stderr", found)
    monkeypatch.setenv("COLUMNS", "80")
    return found


def test_a_bar_shows_how_many_are_done_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setattr(progress, "_SECONDS", 0)
    assert list(watched("甲乙", Language())) == ["甲", "乙"]
    assert "] 1/2  每秒" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_bar_is_drawn_only_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert list(watched("甲乙", Language())) == ["甲", "乙"]
    assert "1/2" not in screen.getvalue()


def test_a_bar_that_is_wider_than_the_screen_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setattr(progress, "_SECONDS", 0)
    monkeypatch.setattr(progress, "screen", lambda: 10)
    assert list(watched("甲乙", Language())) == ["甲", "乙"]
    assert "1/2" not in screen.getvalue()


def test_a_single_part_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    assert list(watched("甲", Language())) == ["甲"]
    assert screen.getvalue() == ""


def test_no_bar_stands_between_what_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = terminal(monkeypatch)
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert list(watched("甲乙", Language(), is_quiet=True)) == ["甲", "乙"]
    assert screen.getvalue() == ""


def test_without_a_terminal_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (StringIO(), None):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(watched("甲乙", Language())) == ["甲", "乙"]
