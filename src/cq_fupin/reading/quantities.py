"""Quantities of goods: people write 2000株 where the table has a number and a unit."""

import re

# 批 is no unit: 一批 says that there is something, and not how much.
_MEASURES = (
    "公斤|千克|公里|平方米|立方米|"
    "[株棵袋件套台本册张份箱盒瓶包吨斤克米头只羽尾亩双床个辆支把桶条块副顶罐升间盏具贴"
    "剂枚幅根对组节筒筐捆枝项卷管]"
)
_WITH_UNIT = rf"(.*[0-9０-９零〇一二三四五六七八九十百千万亿两余多])\s*({_MEASURES})"
_LONGEST = 40


def with_unit(tree: dict[str, object]) -> dict[str, object]:
    """Return goods with the unit that is written behind their quantity in a key of its own.

    >>> with_unit({"name": "党参种苗", "quantity": "2000株"})
    {'name': '党参种苗', 'quantity': '2000', 'unit': '株'}
    """
    quantity = tree.get("quantity")
    if not isinstance(quantity, str) or len(quantity) > _LONGEST or tree.get("unit"):
        return tree
    found = re.fullmatch(_WITH_UNIT, quantity.strip())
    return tree | {"quantity": found[1], "unit": found[2]} if found else tree
