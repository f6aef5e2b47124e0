"""Waiver notes: which waivers should be looked at again, and why."""

from enum import Enum

from attrs import frozen

from cq_fupin.models.waiver import Waiver
from cq_fupin.words.message import Message


class WaiverFlaw(Enum):
    """Why a waiver should be looked at again 「豁免的问题」."""

    EXPIRED = "expired"
    UNUSED = "unused"
    UNKNOWN = "unknown"
    BROAD = "over-broad"


@frozen
class WaiverNote:
    """A waiver that should be looked at again 「豁免提醒」.

    Attributes:
        waiver: The waiver.
        flaw: Why.
        message: The same in one sentence.
    """

    waiver: Waiver
    flaw: WaiverFlaw
    message: Message
