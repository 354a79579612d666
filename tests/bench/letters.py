"""Letters without their accents."""

from __future__ import annotations

import unicodedata


def unmarked(letter: str) -> str:
    parts = unicodedata.normalize("NFD", letter)
    return "".join(part for part in parts if not unicodedata.combining(part))


UNMARKED = {code: unmarked(chr(code)) for code in range(0xC0, 0x1EFA) if unmarked(chr(code))}


def bare(text: str) -> str:
    """NFC text without accents; đ stays a letter of its own, as it is for SQLite."""
    return text.translate(UNMARKED)
