"""Do all systems answer alike? Counts of an AND, an OR and a phrase, each system against the oracle
(truth.py), with no tolerance; and facets, counted by SQL beside commsearch's."""

from __future__ import annotations

import dataclasses
import json
import pathlib
import re

from kinds import Drawer, Kind
from letters import bare
from systems import Commsearch, System
from systems.base import FACETS, Data, Failure, Query
from systems.sqlite import Sqlite
from truth import Truth, truths

KINDS = (Kind("AND", "all", 2, True), Kind("AND", "all", 3, True), Kind("OR", "any", 2, True),
         Kind("phrase", "phrase", 2), Kind("phrase", "phrase", 3), Kind("phrase", "phrase", 4))
CANDIDATES = 80
"""Queries drawn of each of them."""
ASKED = 20
"""Of those: the ones with one right answer first."""
FEWEST = 10
"""Queries of a kind with one right answer in a small corpus; fewer would prove little."""
SMALL = 5_000
"""Passages. In many there is for most words one that may be read otherwise."""
COUNTED = ("year", "month", "issuer", "type", "horizon")
"""Facets that are counted by SQL too."""

TWO_SPELLINGS = re.compile(r"o[ae]|uy|^[^aeou]*[iy]$|[dđ]")
"""Words that commsearch knows in two spellings, "hòa" and "hoà", "lý" and "lí", and those with a
letter that PostgreSQL folds and SQLite does not: not asked."""


@dataclasses.dataclass
class Agreement:
    """What was compared, for the report."""

    queries: int = 0
    with_one_answer: int = 0
    equal_in_all: int = 0
    facets: int = 0
    differences: list[str] = dataclasses.field(default_factory=list)


def drawn(drawer: Drawer, kind: Kind) -> list[Query]:
    queries: dict[tuple[str, ...], Query] = {}
    for query in drawer.queries(kind, CANDIDATES * 3):
        if not any(TWO_SPELLINGS.search(bare(word)) for word in query.words):
            queries[query.words] = dataclasses.replace(query, is_exact=True)
    return list(queries.values())[:CANDIDATES]


def chosen(queries: list[Query], found: list[Truth]) -> list[tuple[Query, Truth]]:
    def worth(pair: tuple[Query, Truth]) -> tuple[bool, int]:
        truth = pair[1]
        return (truth.typed.is_one_number and truth.folded.is_one_number, truth.typed.low)
    return sorted(zip(queries, found), key=worth, reverse=True)[:ASKED]


def check_counts(systems: list[System], query: Query, truth: Truth, result: Agreement) -> None:
    counts = {}
    for system in systems:
        bounds = truth.of(system.reading)
        count = system.total(system.run(system.prepare(query, 0)))
        counts[system.name] = count
        if not bounds.low <= count <= bounds.high:
            result.differences.append(
                f"{system.name}: {query.match} {' '.join(query.words)}: {count} passages; "
                f"{bounds.low} to {bounds.high} hold it, read {system.reading}")
    result.queries += 1
    result.with_one_answer += truth.typed.is_one_number and truth.folded.is_one_number
    result.equal_in_all += len(set(counts.values())) == 1


def check_facets(ours: Commsearch, sql: Sqlite, query: Query, result: Agreement) -> None:
    answer = json.loads(ours.run(ours.prepare(query, len(FACETS))))  # type: ignore[arg-type]
    for facet in COUNTED:
        told = {value["value"] or "": value["reports"] for value in answer["facets"][facet]}
        counted = sql.reports_by(query, facet)
        if facet in ("month", "horizon"):
            counted = {spelled(facet, label): n for label, n in counted.items()}
        result.facets += 1
        if told != counted:
            result.differences.append(f"facet {facet} of {' '.join(query.words)}: commsearch "
                                      f"{told}, counted by SQL {counted}")


def spelled(facet: str, label: str) -> str:
    """A label of values.tsv as commsearch's value."""
    if facet == "horizon":
        return {"0": "", "1": "past", "2": "next"}[label]
    return f"{label[:4]}-{label[4:]}" if label else ""


def check(systems: list[System], data: Data, seed: int, source: pathlib.Path) -> Agreement:
    """Throws Failure when a count is outside of what the passages hold, or a facet is wrong."""
    drawer = Drawer(data, seed + 1)
    drawings = [drawn(drawer, kind) for kind in KINDS]
    found = iter(truths(data, [query for queries in drawings for query in queries], source))
    result = Agreement()
    by_sql = [system for system in systems if isinstance(system, Sqlite)]
    ours = [system for system in systems if isinstance(system, Commsearch)]
    for kind, queries in zip(KINDS, drawings):
        before = result.with_one_answer
        for query, truth in chosen(queries, [next(found) for _ in queries]):
            check_counts(systems, query, truth, result)
            is_sure = truth.typed == truth.folded and truth.typed.is_one_number
            if by_sql and ours and is_sure and truth.typed.low > 0:
                check_facets(ours[0], by_sql[0], query, result)
        if data.passages < SMALL and result.with_one_answer - before < FEWEST:
            result.differences.append(f"{kind.name} of {kind.words} words: only "
                                      f"{result.with_one_answer - before} queries with one answer")
    if result.differences:
        raise Failure("the answers do not agree:\n  " + "\n  ".join(result.differences[:40]))
    return result
