"""What is shown only to those who need it, and never without a line in the audit trail (domain: security)."""

from collections.abc import Collection

from ballast.kit.words import Word
from ballast.rulebook.stages import ORDER, MilestoneKind, Stage


class NeedToKnow(Word):
    """One kind of thing that is need-to-know."""

    RANKING = "ranking", "未公布的排名", "ranking before publication"
    NEGOTIATION = "negotiation", "在谈项目", "negotiations"
    SOURCE = "source", "原始材料", "papers as received"
    PHONE = "phone", "个人电话", "personal phone numbers"


PAST = {MilestoneKind(stage) for stage in ORDER if stage not in (Stage.PLANNED, Stage.NEGOTIATING, Stage.BUILDING)}


def in_negotiation(reached: Collection[str]) -> bool:
    """Whether a project that reached these milestones is under negotiation: its name may be secret until signing."""
    return MilestoneKind.NEGOTIATING in reached and not PAST & set(reached)
