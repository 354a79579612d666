"""How many passages a query ought to find, by reading all of them: an oracle beside the systems.

Systems read words alike but for what is written in several ways at once: "KT-XH" is one word or
two, "điềutra" a slip that commsearch parts, NTM for commsearch also "nông thôn mới", and a phrase
ends for commsearch where a sentence does. So the oracle gives bounds: `low` counts what every
reading finds, `high` what any finds. Where both are one number there is one right answer."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import pathlib
import re

from letters import bare
from systems.base import Data, Query

TOKEN = re.compile(r"\w+")
SHORT_FORM = re.compile(r"[A-ZĐ][A-ZĐa-z&-]*[A-ZĐ]")
SPACED_HYPHEN = re.compile(r"(?<=[A-ZĐ]) - (?=[A-ZĐ])")
EDGES = "\"“”'‘’«»()[]…"
ENDS = ".;:!?,"
SYLLABLE = re.compile(r"(ngh?|nh|kh|th|tr|ph|ch|gh|gi|qu|[bcdđghklmnpqrstvx])?"
                      r"(ieu|yeu|oai|oay|oeo|uoi|uou|uay|uya|uye|[aeiouy]{1,2})"
                      r"(ng|nh|ch|[cmnpt])?")

Forms = dict[str, list[str]]


@dataclasses.dataclass
class Bounds:
    low: int = 0
    high: int = 0

    def add(self, certainly: bool, possibly: bool) -> None:
        self.low += certainly
        self.high += certainly or possibly

    @property
    def is_one_number(self) -> bool:
        return self.low == self.high


@dataclasses.dataclass
class Truth:
    """Bounds of one query for each way to read words (System.reading)."""

    typed: Bounds = dataclasses.field(default_factory=Bounds)
    folded: Bounds = dataclasses.field(default_factory=Bounds)

    def of(self, reading: str) -> Bounds:
        return self.folded if reading == "folded" else self.typed


def long_forms(source: pathlib.Path) -> Forms:
    """What each short form may stand for; its letters alone are the key."""
    forms: Forms = {}
    table = source / "analyzers/dictionaries/abbreviations.tsv"
    for line in table.read_text().splitlines()[1:]:
        fields = (line + "\t" * 5).split("\t")
        for spelling in [fields[0], *re.split(r"[|;,]", fields[4])]:
            forms.setdefault(key_of(spelling), []).append(fields[1].lower())
    forms.pop("", None)
    return forms


def key_of(short_form: str) -> str:
    return re.sub(r"\W", "", short_form).upper()


def senses_of(found: str, forms: Forms) -> list[str]:
    """Of "QP-AN" as a whole; of "TT-BCA" those of its parts, one after the other."""
    whole = forms.get(key_of(found), [])
    return whole or [sense for part in re.split("[-&]", found)
                     for sense in forms.get(key_of(part), [])]


@functools.cache
def is_syllable(token: str) -> bool:
    """Whether it can be one; if not, words may be glued in it."""
    return SYLLABLE.fullmatch(bare(token)) is not None


class Passage:
    """One text, read in every way that a system may read it."""

    def __init__(self, text: str, forms: Forms) -> None:
        self.joined = SPACED_HYPHEN.sub("-", text)  # "KT - XH" may be one short form
        self.senses = {found: senses_of(found, forms)
                       for found in SHORT_FORM.findall(text) + SHORT_FORM.findall(self.joined)}
        small = text.lower()
        self.flat = TOKEN.findall(small)
        certain = certain_words(text)
        self.certain = set(certain)
        self.certain_text = f" {' '.join(certain)} "
        self.possible = set(self.flat)
        self.glued = [token for token in self.possible if not is_syllable(token)]
        for senses in self.senses.values():
            self.possible.update(word for sense in senses for word in sense.split())

    def may_hold(self, word: str) -> bool:
        return word in self.possible or any(word in token for token in self.glued)

    def may_hold_phrase(self, phrase: str) -> bool:
        """Blanks aside, in the text or where its short forms are written out."""
        closed = phrase.replace(" ", "")
        return any(closed in text for text in [self.closed, *self.written_out])

    def __getattr__(self, name: str) -> object:
        """`closed` and `written_out`, made when a phrase asks for them."""
        if name == "closed":
            self.closed = "".join(self.flat)
            return self.closed
        if name == "written_out":
            most = max((len(senses) for senses in self.senses.values()), default=0)
            self.written_out = [self.write_out(turn) for turn in range(most)]
            return self.written_out
        raise AttributeError(name)

    def write_out(self, turn: int) -> str:
        def sense(found: re.Match[str]) -> str:
            senses = self.senses[found[0]]
            return f" {senses[min(turn, len(senses) - 1)]} " if senses else found[0]
        return "".join(TOKEN.findall(SHORT_FORM.sub(sense, self.joined).lower()))


def certain_words(text: str) -> list[str]:
    """Words that stand alone, in small letters; "|" where a sentence may end or something else
    stands. One in capitals may be a short form, "AN" no "an"."""
    words: list[str] = []
    for piece in text.split():
        core = piece.strip(EDGES).rstrip(ENDS).strip(EDGES)
        words.append(core.lower() if core.isalpha() and not core[1:].isupper() else "|")
        if piece[-1] in ENDS or piece.strip(EDGES) != piece:
            words.append("|")
    return words


def add(text: Passage, match: str, words: tuple[str, ...], bounds: Bounds) -> None:
    """Adds what one passage is to a query."""
    if match == "any":
        certainly = not text.certain.isdisjoint(words)
        bounds.add(certainly, certainly or any(map(text.may_hold, words)))
    elif all(map(text.may_hold, words)):
        if match == "phrase":
            phrase = " ".join(words)
            bounds.add(f" {phrase} " in text.certain_text, text.may_hold_phrase(phrase))
        else:
            bounds.add(text.certain.issuperset(words), True)


class Near:
    """Which queries a passage may concern: by one word of each that has to be there."""

    def __init__(self, queries: list[Query]) -> None:
        self.by_word: dict[str, set[int]] = {}
        for number, query in enumerate(queries):
            # Of an AND and a phrase the longest word, the rarest as a rule.
            keys = query.words if query.match == "any" else [max(query.words, key=len)]
            for key in map(bare, keys):
                self.by_word.setdefault(key, set()).add(number)
        self.words_in = functools.cache(
            lambda token: [word for word in self.by_word if word in token])

    def of(self, folded: Passage) -> set[int]:
        found = self.by_word.keys() & folded.possible
        found.update(word for token in folded.glued for word in self.words_in(token))
        return set().union(*(self.by_word[word] for word in found))


def truths(data: Data, queries: list[Query], source: pathlib.Path) -> list[Truth]:
    """The truth of each query: one pass over all passages, kept beside them for the next run."""
    rules = pathlib.Path(__file__).read_text() + data.checksum + repr(queries)
    kept = data.folder / f"truth-{hashlib.sha256(rules.encode()).hexdigest()[:16]}.json"
    if kept.exists():
        return [Truth(Bounds(*typed), Bounds(*folded))
                for typed, folded in json.loads(kept.read_text())]
    found = read_all(data, queries, long_forms(source))
    kept.write_text(json.dumps([(dataclasses.astuple(truth.typed), dataclasses.astuple(
        truth.folded)) for truth in found]))
    return found


def read_all(data: Data, queries: list[Query], forms: Forms) -> list[Truth]:
    found = [Truth() for _ in queries]
    near = Near(queries)
    folded_words = [tuple(map(bare, query.words)) for query in queries]
    with open(data.table) as rows:
        for row in rows:
            text = row[row.rindex("\t") + 1:]
            passage, folded = Passage(text, forms), Passage(bare(text), {})
            folded.possible.update(map(bare, passage.possible))
            for number in near.of(folded):
                query, truth = queries[number], found[number]
                add(passage, query.match, query.words, truth.typed)
                add(folded, query.match, folded_words[number], truth.folded)
    return found
