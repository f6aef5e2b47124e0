"""The organization that makes a plan."""

from typing import NewType

from attrs import field, frozen

from cq_fupin.models.key import key
from cq_fupin.models.vocabulary import FocusField, OrganizationCategory, OrganizationTrait
from cq_fupin.words.answer import Answer, Other, Unclear

#: A unified social credit code 「统一社会信用代码」 (GB 32100-2015), upper case, its check character verified.
CreditCode = NewType("CreditCode", str)


@frozen
class Organization:
    """A social organization 「社会组织」.

    Attributes:
        code: Unified social credit code (GB 32100-2015), upper case, its check character verified.
    """

    name: str | Unclear = field(metadata=key("名称"))
    category: OrganizationCategory | Unclear = field(metadata=key("类别"))
    code: Answer[CreditCode] = field(default=None, metadata=key("统一社会信用代码"))
    traits: Answer[tuple[OrganizationTrait | Other | Unclear, ...]] = field(
        default=None, metadata=key("特征")
    )
    fields: Answer[tuple[FocusField | Other | Unclear, ...]] = field(default=None, metadata=key("专业领域"))
    supervisory_unit: Answer[str] = field(default=None, metadata=key("业务主管单位"))
    registration_authority: Answer[str] = field(default=None, metadata=key("登记管理机关"))
