"""Merging, splitting and renaming entries at the desk: what it touches first, then the deed, then the way back."""

from articles.admin.entries import changes

__all__ = ["changes"]
