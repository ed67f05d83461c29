"""The verbs of the registry."""

from ballast.rooms.registry.actions.attaching import CaptionTooLong, NoSuchEvidence, attach, detach
from ballast.rooms.registry.actions.committing import Committed, Dated, close_import, commit_import
from ballast.rooms.registry.actions.industry_table import IndustriesLoaded, NotTheTable, load_industries
from ballast.rooms.registry.actions.naming import RoleRefused, end_role, name_role, show_phones
from ballast.rooms.registry.actions.papers import PaperRefused, enter_paper
from ballast.rooms.registry.actions.proposing import NoSuchProposal, accept_proposal, propose, send_back
from ballast.rooms.registry.actions.recording import describe, enrol, name_list, receive, take_back
from ballast.rooms.registry.actions.reviewing import AlreadyDecided, NoSuchSuspicion, different, same
from ballast.rooms.registry.importing.outcome import NEW, Decisions, ImportRefused, Outcome

__all__ = [
    "NEW", "AlreadyDecided", "CaptionTooLong", "Committed", "Dated", "Decisions", "ImportRefused", "IndustriesLoaded",
    "NoSuchEvidence", "NoSuchProposal", "NoSuchSuspicion", "NotTheTable", "Outcome", "PaperRefused", "RoleRefused",
    "accept_proposal", "attach", "close_import", "commit_import", "describe", "detach", "different", "end_role",
    "enrol", "enter_paper", "load_industries", "name_list", "name_role", "propose", "receive", "same", "send_back",
    "show_phones", "take_back",
]  # fmt: skip
