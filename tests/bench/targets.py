"""The targets that were set for 1,000,000 passages, and what a run says of each."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from typing import Any

Run = dict[str, Any]
OURS = "commsearch"


@dataclasses.dataclass(frozen=True)
class Target:
    text: str
    measured: Callable[[Run], float | None]
    """None: not measured in this run."""
    limit: float
    is_at_most: bool = True
    unit: str = ""

    def verdict(self, run: Run) -> tuple[str, str]:
        """The figure and "met", "missed" or "not measured"."""
        value = self.measured(run)
        if value is None or math.isnan(value):
            return "-", "not measured"
        met = value <= self.limit if self.is_at_most else value >= self.limit
        return f"{value:.3g}{self.unit}" if value < 1000 else f"{value:,.0f}{self.unit}", (
            "met" if met else "missed")


def ratios(run: Run, peer: str, facets: str = "12") -> list[float]:
    """Median of the peer by that of commsearch, of each kind that the peer can do."""
    kinds = run["queries"].get(facets, {}).values()
    return [kind[peer]["p50"] / kind[OURS]["p50"] for kind in kinds if kind.get(peer)]


def geometric_mean(values: list[float]) -> float:
    return math.exp(sum(map(math.log, values)) / len(values)) if values else math.nan


def slower_kinds(run: Run) -> list[str]:
    """Kinds in which a peer was faster, with its name."""
    return [f"{kind}: {peer}" for kind, systems in run["queries"]["12"].items()
            for peer, figures in systems.items()
            if figures and peer != OURS and figures["p50"] < systems[OURS]["p50"]]


def worst_p99(*kinds: str) -> Callable[[Run], float | None]:
    return lambda run: max(run["queries"]["12"][kind][OURS]["p99"] for kind in kinds)


def at(*keys: str, scale: float = 1) -> Callable[[Run], float | None]:
    """The figure below these keys of a run."""
    def find(run: Run) -> float | None:
        value: Any = run
        for key in keys:
            value = value[key] if value and key in value else None
        return None if value is None else value * scale
    return find


def full_build(run: Run) -> Run:
    return run["builds"][OURS][-1]


def build_beside(peer: str) -> Callable[[Run], float | None]:
    """Time of the full build by that of the peer's."""
    return lambda run: (full_build(run)["seconds"] / run["builds"][peer][-1]["seconds"]
                        if peer in run["builds"] else None)


def server_memory(run: Run) -> float | None:
    """MB beside the columns, which are mapped."""
    memory = (run.get("load") or {}).get("memory")
    if not memory:
        return None
    return (memory["VmRSS"] - run["sizes"][OURS]["columns_bytes"]) / 1e6


TARGETS = (
    Target("kinds in which a peer is faster", lambda run: len(slower_kinds(run)), 0),
    Target("geometric mean beside SQLite FTS5",
           lambda run: geometric_mean(ratios(run, "SQLite FTS5")), 5, False, "x"),
    Target("geometric mean beside PostgreSQL",
           lambda run: geometric_mean(ratios(run, "PostgreSQL")), 5, False, "x"),
    Target("geometric mean beside Groonga",
           lambda run: geometric_mean(ratios(run, "Groonga")), 2, False, "x"),
    Target("p99 of 1 to 6 words", worst_p99("1 word", "2 words", "3 words", "6 words"), 50,
           unit=" ms"),
    Target("p99 of a question of 25 words", worst_p99("long question"), 100, unit=" ms"),
    Target("cold command line, page cache warm", at("cold", OURS, "warm", "p50"), 30, unit=" ms"),
    Target("its memory", at("cold", OURS, "peak_bytes", scale=1e-6), 100, unit=" MB"),
    Target("full build, passages a second", lambda run: full_build(run)["passages_a_second"], 6000,
           False),
    Target("its time by PostgreSQL's", build_beside("PostgreSQL"), 1, unit="x"),
    Target("its time by Groonga's", build_beside("Groonga"), 1.5, unit="x"),
    Target("its peak memory", lambda run: full_build(run)["peak_bytes"] / 1e6, 600, unit=" MB"),
    Target("night with 1 % changed, of the full build",
           lambda run: (100 * run["night"]["seconds"] / full_build(run)["seconds"]
                        if run.get("night") else None), 5, unit=" %"),
    Target("index by text", at("sizes", OURS, "of_text"), 2, unit="x"),
    Target("analyzer alone, a core", at("analyzer", OURS, "megabytes_a_second"), 60, False,
           " MB/s"),
    Target("server, 8 clients, searches a second", at("load", "8", "searches_a_second"), 500,
           False),
    Target("server, 8 clients, p99", at("load", "8", "p99"), 50, unit=" ms"),
    Target("server's memory beside its columns", server_memory, 64, unit=" MB"),
)
