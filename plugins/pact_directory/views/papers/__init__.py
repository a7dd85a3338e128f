"""The papers of a meeting: its poster, words for the press, the chair's sheet and what else is printed for it."""
