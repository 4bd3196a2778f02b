"""Scores in, from a file or the clipboard: matched, shown, written after a yes, undone in one step."""
