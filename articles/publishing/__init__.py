"""Every change of what readers see, and of an article's stage, goes through here.

Each function takes the acting user, locks the article, asks the rules, writes and logs. Admin, commands and tests
call the same ones. What cannot be done raises `Refused` with a sentence for the editor.
"""

from articles.publishing.acting import NotReady, Refused, lock_all, locked_row, log, require
from articles.publishing.planning import Plan, plan, refuse_kind
from articles.publishing.showing import (
    cancel_schedule,
    ending,
    keep_online,
    lead,
    publish,
    take_offline,
    withdraw,
)
from articles.publishing.silent import NOTICES, beyond_typography, beyond_typography_of, disclose, mark_seen
from articles.publishing.stages import (
    STEPS,
    Step,
    lacks_second_person,
    move,
    refuse_step,
    waive,
)
from articles.publishing.trashing import refuse_public, restore, trash
from articles.timeline import comes_at
from articles.timeline import state as reader_state

__all__ = [
    "NOTICES",
    "STEPS",
    "NotReady",
    "Plan",
    "Refused",
    "Step",
    "beyond_typography",
    "beyond_typography_of",
    "cancel_schedule",
    "comes_at",
    "disclose",
    "ending",
    "keep_online",
    "lacks_second_person",
    "lead",
    "lock_all",
    "locked_row",
    "log",
    "mark_seen",
    "move",
    "plan",
    "publish",
    "reader_state",
    "refuse_kind",
    "refuse_public",
    "refuse_step",
    "require",
    "restore",
    "take_offline",
    "trash",
    "waive",
    "withdraw",
]
