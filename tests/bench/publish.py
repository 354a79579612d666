"""Puts figures into documents, between <!-- bench:NAME --> and <!-- /bench:NAME -->."""

from __future__ import annotations

import json
import pathlib
from typing import Any

import scale
import tables
from systems.base import Failure
from targets import OURS, geometric_mean, ratios


def put(path: pathlib.Path, name: str, text: str) -> None:
    """Throws Failure when the document has no such place."""
    begin, end = f"<!-- bench:{name} -->\n", f"<!-- /bench:{name} -->\n"
    whole = path.read_text()
    if begin not in whole or end not in whole:
        raise Failure(f"{path} has no place for figures: add the lines {begin}{end}")
    before, rest = whole.split(begin, 1)
    path.write_text(before + begin + text + end + rest.split(end, 1)[1])


def summary(run: dict[str, Any]) -> str:
    """What the README says of a run."""
    peers = [name for name in run["systems"] if name != OURS]
    rows = [[f"search beside {name}, 12 exact facets, geometric mean of {len(ratios(run, name))} kinds",
             f"{tables.number(geometric_mean(ratios(run, name)), 2)}x its speed"] for name in peers]
    build = run["builds"][OURS][-1]
    worst = max(run["queries"]["12"][kind][OURS]["p99"]
                for kind in ("1 word", "2 words", "3 words", "6 words"))
    rows += [
        ["search of 1 to 6 words, 12 exact facets, p99", f"{tables.number(worst)} ms"],
        ["`commsearch \"nông thôn mới\"`, start to end",
         f"{tables.number(run['cold'][OURS]['warm']['p50'])} ms"],
        [f"full build, {build['jobs']} jobs",
         f"{tables.number(build['passages_a_second'])} passages/s, "
         f"{tables.megabytes(build['peak_bytes'])} MB"],
        ["index, texts included, by the text", f"{run['sizes'][OURS]['of_text']:.2f}x"],
    ]
    return tables.table([f"{run['passages']:,} passages", "figure"], rows)


def run_into_documents(source: pathlib.Path, run: dict[str, Any]) -> None:
    put(source / "README.md", "summary", summary(run))
    document = source / "docs/performance.md"
    put(document, "run", tables.head(run) + "\n" + tables.target_table(run) + "\n"
        + tables.query_table(run, "12") + "\n" + tables.build_table(run) + "\n"
        + tables.cold_table(run)
        + ("\n" + tables.load_table(run) if run.get("load") else ""))


def scale_into_documents(source: pathlib.Path, runs: list[dict[str, Any]]) -> None:
    (source / "docs/scale.svg").write_text(scale.picture(runs))
    for path, link in ((source / "README.md", "docs/scale.svg"),
                       (source / "docs/performance.md", "scale.svg")):
        put(path, "scale", f"![Time and memory a passage by size]({link})\n\n"
            + scale.markdown(runs))


def write_run(folder: pathlib.Path, name: str, run: Any, text: str) -> pathlib.Path:
    """NAME.json and NAME.md."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n")
    page = folder / f"{name}.md"
    page.write_text(text)
    return page
