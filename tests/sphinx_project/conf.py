"""A tiny project that uses every role and directive of the extension."""

extensions = ["cq_fupin.sphinx"]
project = "帮扶手册"
author = copyright = "某社会组织"
language = "zh_CN"
