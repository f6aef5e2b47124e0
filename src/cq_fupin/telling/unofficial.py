"""What is said of the English text of the guideline wherever it is shown."""

from cq_fupin.words.message import say

UNOFFICIAL = say("英文是本项目自己的译文，不是官方的，以中文原文为准。")
