"""The verbs of the league room."""

from ballast.rooms.league.actions.appeals import AppealRefused, answer_appeal, appeal
from ballast.rooms.league.actions.deeds import DeedRefused, note_deed, revoke_deed
from ballast.rooms.league.actions.publishing import NotPublishable, publish
from ballast.rooms.league.actions.ranking import rank

__all__ = [
    "AppealRefused", "DeedRefused", "NotPublishable", "answer_appeal", "appeal", "note_deed", "publish", "rank",
    "revoke_deed",
]  # fmt: skip
