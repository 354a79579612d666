"""The scale law: time and memory a passage at several sizes, their fitted exponents, a plot."""

from __future__ import annotations

import dataclasses
import math
import pathlib
import shutil
from typing import Any

from builds import told
from corpus import make_corpus
from kinds import KINDS, Drawer
from svg import Panel, plot
from systems import Commsearch
from tables import number, table
from timing import ROUNDS, figures, time_requests


def measure(programs: pathlib.Path, work: pathlib.Path, passages: int, seed: int,
            jobs: int) -> dict[str, Any]:
    """Builds anew and asks ten queries of each kind with all facets; the index goes again."""
    data = make_corpus(programs, work / f"{passages}-txt", passages, seed, "txt")
    ours = Commsearch(data, work / f"{passages}-txt" / "commsearch.scale")
    usage = ours.build(jobs)
    ours.open()
    try:
        times: list[float] = []
        drawer = Drawer(data, seed)
        for kind in KINDS:
            requests = [ours.prepare(query, 12) for query in drawer.queries(kind, 10)]
            for turn in range(ROUNDS + 1):
                asked = time_requests(ours, requests, 60)
                times += asked if turn else []
        size = ours.index_bytes()
    finally:
        ours.close()
    shutil.rmtree(ours.folder)
    return {"passages": data.passages, "build": told(usage, data, jobs), "queries": figures(times),
            "index_bytes": size, "text_bytes": data.text_bytes}


def exponent(points: list[tuple[float, float]]) -> float:
    """b of y = a * x^b, by least squares of the logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mean_x = sum(x for x, _ in logs) / len(logs)
    mean_y = sum(y for _, y in logs) / len(logs)
    return (sum((x - mean_x) * (y - mean_y) for x, y in logs)
            / sum((x - mean_x) ** 2 for x, _ in logs))


@dataclasses.dataclass(frozen=True)
class Law:
    title: str
    row: str
    of: Any
    """Total of a size, that the exponent is fitted to."""
    shown: Any
    """What the plot and the table show."""


LAWS = (
    Law("full build, µs a passage", "full build, s", lambda run: run["build"]["seconds"],
        lambda run: 1e6 * run["build"]["seconds"] / run["passages"]),
    Law("full build, peak MB", "full build, peak memory", lambda run: run["build"]["peak_bytes"],
        lambda run: run["build"]["peak_bytes"] / 1e6),
    Law("search with 12 facets, median ms", "search, median",
        lambda run: run["queries"]["p50"], lambda run: run["queries"]["p50"]),
    Law("index, bytes a passage", "index, bytes", lambda run: run["index_bytes"],
        lambda run: run["index_bytes"] / run["passages"]),
)


def markdown(runs: list[dict[str, Any]]) -> str:
    rows = [[law.title, *(number(law.shown(run)) for run in runs), law.row,
             f"n^{exponent([(run['passages'], law.of(run)) for run in runs]):.2f}"]
            for law in LAWS]
    sizes = [f"{run['passages']:,} passages" for run in runs]
    return table(["", *sizes, "grows as", ""], rows)


def picture(runs: list[dict[str, Any]]) -> str:
    panels = []
    for law in LAWS:
        power = exponent([(run["passages"], law.of(run)) for run in runs])
        points = [(run["passages"], law.shown(run)) for run in runs]
        panels.append(Panel(law.title, points, f"{law.row} ~ n^{power:.2f}"))
    return plot(panels)
