"""A run as Markdown."""

from __future__ import annotations

from typing import Any

from kinds import KINDS
from targets import OURS, TARGETS, geometric_mean, ratios, slower_kinds

Run = dict[str, Any]


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def number(value: float | None, digits: int = 3) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.{digits}g}"


def megabytes(value: float | None) -> str:
    return "-" if value is None else number(value / 1e6)


def query_table(run: Run, facets: str) -> str:
    """Median ms of each system, and how many times commsearch's."""
    rows = []
    for kind, systems in run["queries"][facets].items():
        row = [kind]
        for name in run["systems"]:
            figures = systems.get(name)
            if not figures:
                row.append("-")
            elif name == OURS:
                row.append(f"**{number(figures['p50'])}**")
            else:
                row.append(f"{number(figures['p50'])} "
                           f"({number(figures['p50'] / systems[OURS]['p50'], 2)}x)")
        rows.append(row)
    means = ["geometric mean", *(
        "" if name == OURS else f"**{number(geometric_mean(ratios(run, name, facets)), 2)}x**"
        for name in run["systems"])]
    return table(["ms, median", *run["systems"]], [*rows, means])


def spread_table(run: Run) -> str:
    rows = []
    for kind, systems in run["queries"]["12"].items():
        for name, figures in systems.items():
            if figures:
                rows.append([kind, name, *(number(figures[key]) for key in
                                           ("min", "p50", "p95", "p99", "max", "answers"))])
    return table(["kind", "system", "min", "p50", "p95", "p99", "max", "answers"], rows)


def build_table(run: Run) -> str:
    rows = []
    for name, builds in run["builds"].items():
        size = run["sizes"][name]
        for build in builds:
            rows.append([name, str(build["jobs"]), number(build["seconds"]),
                         number(build["cpu_seconds"]), number(build["passages_a_second"]),
                         number(build["megabytes_a_second"]), megabytes(build["peak_bytes"]),
                         megabytes(size["bytes"]), number(size["of_text"])])
    return table(["full build", "jobs", "s", "CPU s", "passages/s", "MB/s of text", "peak MB",
                  "index MB", "index / text"], rows)


def cold_table(run: Run) -> str:
    rows = []
    for name, found in run["cold"].items():
        dropped = found["dropped"]
        rows.append([name, number(found["warm"]["p50"]),
                     f"{number(found['warm']['min'])}-{number(found['warm']['max'])}",
                     number(dropped["p50"]) if dropped else "-",
                     megabytes(found["peak_bytes"])])
    return table(["process start to end, ms", "cache warm", "min-max", "cache dropped", "peak MB"],
                 rows)


def load_table(run: Run) -> str:
    rows = [[clients, number(found["searches_a_second"]), number(found["p50"]),
             number(found["p99"]), number(found["max"])]
            for clients, found in run["load"].items() if clients != "memory"]
    return table(["clients", "searches/s", "p50 ms", "p99 ms", "max ms"], rows)


def target_table(run: Run) -> str:
    rows = []
    for target in TARGETS:
        value, verdict = target.verdict(run)
        limit = f"{'<=' if target.is_at_most else '>='} {number(target.limit)}{target.unit}"
        rows.append([target.text, limit, value, verdict if verdict == "met" else f"**{verdict}**"])
    return table(["target at 1,000,000 passages", "goal", "here", ""], rows)


def head(run: Run) -> str:
    where = run["machine"]
    changed = " and changes" if where["changed"] else ""
    return (f"{run['passages']:,} passages of {run['reports']:,} generated reports, "
            f"{run['text_bytes'] / 1e6:.1f} MB of text; {where['cores']} cores of "
            f"{where['processor']}, {where['memory_gigabytes']} GB, {where['system']}; "
            f"{where['date']}, commit {where['commit']}{changed}; load before it "
            f"{where['load_before']:.1f}.\n")


def agreement_text(run: Run) -> str:
    found = run["agreement"]
    return (f"{found['queries']} queries (AND, OR, phrase) were counted by reading every passage, "
            f"and each system's count held against it with no tolerance: all right. "
            f"{found['with_one_answer']} of them leave no room for reading text otherwise; in "
            f"{found['equal_in_all']} all systems, those that fold accents too, say the same "
            f"number. {found['facets']} facets of commsearch equal those counted by SQL.\n")


def markdown(run: Run) -> str:
    parts = [f"# {run['passages']:,} passages\n", head(run)]
    parts.append(table(["system", "version", "reached"], [
        [name, found["version"], found["how"]] for name, found in run["systems"].items()]))
    parts += ["## Targets\n", target_table(run)]
    slower = slower_kinds(run)
    if slower:
        parts.append("Faster than commsearch: " + "; ".join(slower) + ".\n")
    parts += ["## Answers agree\n", agreement_text(run), "## Queries\n"]
    notes = "; ".join(f"{kind.name}: {kind.note}" for kind in KINDS if kind.note)
    parts.append(f"The ten best rows with their texts and exact facets, warm. {notes}.\n")
    for facets in run["queries"]:
        parts += [f"### {facets} facets\n", query_table(run, facets)]
    parts += ["### Spread, 12 facets, ms\n", spread_table(run), "## Building\n", build_table(run)]
    if run.get("night"):
        night = run["night"]
        parts.append(f"A night with {night['files_changed']} files changed (1 %): "
                     f"{number(night['seconds'])} s, {number(night['cpu_seconds'])} CPU s.\n")
    ours = run["sizes"][OURS]
    parts.append(f"commsearch's store of segments, which nights reuse: "
                 f"{megabytes(ours['store_bytes'])} MB beside the index; files of the corpus: "
                 f"{megabytes(ours['corpus_bytes'])} MB.\n")
    parts += ["## Cold\n", cold_table(run)]
    if run.get("load"):
        memory = run["load"]["memory"]
        parts += ["## Server\n", load_table(run),
                  f"Memory: {megabytes(memory['VmRSS'])} MB, of which mapped files "
                  f"{megabytes(memory['RssFile'])} MB.\n"]
    speeds = run["analyzer"]
    parts.append("## Analyzer alone\n\n" + ", ".join(
        f"{name} {number(found['megabytes_a_second'])} MB/s" for name, found in speeds.items())
        + " (ICU finds the borders of words only).\n")
    return "\n".join(parts)
