"""The kinds of queries, a table, and how queries of a kind are drawn from the corpus itself."""

from __future__ import annotations

import dataclasses
import random
import re

from letters import bare
from systems.base import FACETS, Data, Query

SAMPLE = 20_000
"""Passages that queries are drawn from and word frequencies are told by."""

BANDS = ((0.05, 1.0), (0.005, 0.05), (0.0005, 0.005))
"""Share of the passages that hold a word: frequent, middling, rare. Queries take turns."""

WORD = re.compile(r"[^\W\d_]{2,}")
SHORT_FORM = re.compile(r"(?<![\w./-])[A-ZĐ]{3,5}(?![\w/-])")


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    match: str
    words: int = 0
    has_operators: bool = False
    note: str = ""


KINDS = (
    Kind("1 word", "all", 1),
    Kind("2 words", "all", 2),
    Kind("3 words", "all", 3),
    Kind("6 words", "all", 6),
    Kind("AND", "all", 3, True),
    Kind("OR", "any", 3, True),
    Kind("phrase", "phrase", 3),
    Kind("unaccented", "all", 3),
    Kind("abbreviation", "all", 1, note="peers find the letters only"),
    Kind("filter", "all", 2, note="a province and a year chosen"),
    Kind("browse", "browse", note="no words, newest first; one facet chosen"),
    Kind("deep page", "all", 1, note="rows 991-1,000"),
    Kind("long question", "any", 25, note="peers are asked for any of the words"),
    Kind("suggestion", "prefix", 1, note="ten completions, no facets"),
)


class Drawer:
    """Draws the same queries for the same seed and corpus."""

    def __init__(self, data: Data, seed: int) -> None:
        self.random = random.Random(seed)
        self.deep_offset = 990 if data.passages >= 50_000 else data.reports // 2
        self.texts: list[str] = []
        self.values: list[list[str]] = []
        self.labels: dict[tuple[str, str], str] = {}
        self.read(data)
        self.shares = self.word_shares()
        self.by_band = [sorted(w for w, share in self.shares.items() if low <= share < high)
                        for low, high in BANDS]

    def read(self, data: Data) -> None:
        step = max(1, data.passages // SAMPLE)
        with open(data.table) as rows:
            for number, row in enumerate(rows):
                if number % step == 0:
                    fields = row.rstrip("\n").split("\t")
                    self.texts.append(fields[-1])
                    self.values.append(fields[4:16])
        with open(data.folder / "values.tsv") as rows:
            for row in rows:
                facet, number, label = row.rstrip("\n").split("\t")
                self.labels[facet, number] = label

    def word_shares(self) -> dict[str, float]:
        counts: dict[str, int] = {}
        for text in self.texts:
            for word in {w for w in WORD.findall(text) if w.islower()}:
                counts[word] = counts.get(word, 0) + 1
        lowest = BANDS[-1][0] * len(self.texts)
        return {w: n / len(self.texts) for w, n in counts.items() if n >= max(lowest, 2)}

    def queries(self, kind: Kind, number: int) -> list[Query]:
        drawn: list[Query] = []
        while len(drawn) < number:
            drawn.append(self.query(kind, len(drawn)))
        return drawn

    def query(self, kind: Kind, turn: int) -> Query:
        words: tuple[str, ...] = ()
        filters: tuple[tuple[str, str, str], ...] = ()
        if kind.name in ("1 word", "deep page"):
            words = (self.word(0 if kind.name == "deep page" else turn),)
        elif kind.name == "unaccented":
            words = tuple(bare(word) for word in self.run_of(kind.words, without="đ"))
        elif kind.name == "abbreviation":
            words = (self.short_form(),)
        elif kind.name == "suggestion":
            words = (self.word(turn)[:2 + turn % 2],)
        elif kind.name == "browse":
            facets = ("year", "commune", "section", "type") if turn else ()
            filters = self.choices(facets[turn % 4:turn % 4 + 1])
        elif kind.name == "OR":
            words = tuple(self.word(turn + i) for i in range(kind.words))
        elif kind.has_operators:
            words = self.words_of_one_passage(kind.words, turn)
        elif kind.words:
            words = self.run_of(kind.words)
        if kind.name == "filter":
            filters = self.choices(("province", "year"))
        offset = self.deep_offset if kind.name == "deep page" else 0
        return Query(kind.name, kind.match, words, kind.has_operators, filters, offset)

    def word(self, turn: int) -> str:
        band = self.by_band[turn % len(BANDS)] or self.by_band[0]
        return self.random.choice(band)

    def run_of(self, count: int, without: str = "") -> tuple[str, ...]:
        """Neighbours within a sentence, in small letters, none of them a slip."""
        while True:
            sentence = self.random.choice(re.split(r"[.;:,()\n]", self.random.choice(self.texts))
                                          if count < 20 else [self.random.choice(self.texts)])
            words = [w for w in WORD.findall(sentence)] if count >= 20 else sentence.split()
            if len(words) < count:
                continue
            at = self.random.randrange(len(words) - count + 1)
            run = tuple(w.lower() if count >= 20 else w for w in words[at:at + count])
            if all(word in self.shares for word in run) and not any(
                    letter in word for letter in without for word in run):
                return run

    def words_of_one_passage(self, count: int, turn: int) -> tuple[str, ...]:
        """Words of one passage, the first of the band whose turn it is."""
        while True:
            words = sorted({w for w in self.random.choice(self.texts).split() if w in self.shares})
            low, high = BANDS[turn % len(BANDS)]
            first = [w for w in words if low <= self.shares[w] < high]
            if first and len(words) > count:
                chosen = self.random.choice(first)
                rest = self.random.sample([w for w in words if w != chosen], count - 1)
                return (chosen, *rest)

    def short_form(self) -> str:
        while True:
            found = SHORT_FORM.findall(self.random.choice(self.texts))
            if found:
                return self.random.choice(found)

    def choices(self, facets: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
        while True:
            row = self.random.choice(self.values)
            chosen = [(facet, row[FACETS.index(facet)]) for facet in facets]
            if all(self.labels[choice] for choice in chosen):
                return tuple((*choice, self.labels[choice]) for choice in chosen)
