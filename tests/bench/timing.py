"""Warm latency: the same queries for every system, in turns, so that a busy moment hits all."""

from __future__ import annotations

import dataclasses
import math
import statistics
import time

from kinds import KINDS, Drawer, Kind
from systems import System

ROUNDS = 3


@dataclasses.dataclass
class Plan:
    queries: int
    """Of each kind."""
    seconds: float
    """For one kind, one system, one number of facets; slow systems ask fewer queries."""
    facet_counts: tuple[int, ...] = (12, 4, 0)
    """The first is measured for all percentiles, the others with a third of the queries."""


def percentile(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def figures(times: list[float]) -> dict[str, float]:
    """Milliseconds, and how many answers they are of."""
    return {"p50": statistics.median(times), "p95": percentile(times, 0.95),
            "p99": percentile(times, 0.99), "min": min(times), "max": max(times),
            "answers": len(times)}


def time_requests(system: System, requests: list[object], seconds: float) -> list[float]:
    times = []
    end = time.perf_counter() + seconds
    for request in requests:
        start = time.perf_counter()
        system.run(request)
        stop = time.perf_counter()
        times.append((stop - start) * 1000)
        if stop > end:
            break
    return times


def time_kind(systems: list[System], kind: Kind, drawer: Drawer, facets: int,
              plan: Plan) -> dict[str, dict[str, float] | None]:
    """System name -> figures, None for what it cannot do. A round not measured comes first."""
    queries = drawer.queries(kind, plan.queries if facets == plan.facet_counts[0]
                             else max(3, plan.queries // 3))
    requests = {system: [system.prepare(query, facets) for query in queries]
                for system in systems if system.can(kind.name)}
    times: dict[System, list[float]] = {system: [] for system in requests}
    for system in requests:
        time_requests(system, requests[system], plan.seconds / 4)
    for _ in range(ROUNDS):
        for system in requests:
            times[system] += time_requests(system, requests[system], plan.seconds / ROUNDS)
    return {system.name: figures(times[system]) if system in times else None
            for system in systems}


def time_all(systems: list[System], drawer: Drawer, plan: Plan,
             tell) -> dict[str, dict[str, dict[str, dict[str, float] | None]]]:
    """Number of facets -> kind -> system -> figures."""
    results: dict[str, dict[str, dict[str, dict[str, float] | None]]] = {}
    for facets in plan.facet_counts:
        of_count = results[str(facets)] = {}
        for kind in KINDS:
            if kind.match == "prefix" and facets != plan.facet_counts[0]:
                continue
            tell(f"queries with {facets} facets: {kind.name}")
            of_count[kind.name] = time_kind(systems, kind, drawer, facets, plan)
    return results
