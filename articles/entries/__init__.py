"""Whole entries put right: two that are one merged, one that is two split, a name changed; each of it can be undone.

An entry is a row of the registry that has a page, or a theme. Each function locks what it changes, writes every row
that it changes with its values before and after (`steps`), and notes it in the journal.
"""

from articles.entries.former import say_until
from articles.entries.kinds import KINDS, EntryKind, kind_of
from articles.entries.merging import merge
from articles.entries.renaming import lead_again, rename, revoke
from articles.entries.splitting import split
from articles.entries.undoing import undo

__all__ = ["KINDS", "EntryKind", "kind_of", "lead_again", "merge", "rename", "revoke", "say_until", "split", "undo"]
