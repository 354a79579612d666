"""commsearch measured beside what a user would pick instead: ./setup bench [OPTIONS]."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import pathlib
import shutil
import sys
import tempfile
import time
import xml.dom.minidom

import agreement
import builds
import cold
import instructions
import load
import publish
import scale
import tables
from corpus import make_corpus
from kinds import Drawer
from machine import machine
from systems import PEERS, Commsearch, System
from systems.base import Failure
from systems.plain_xapian import PlainXapian
from timing import Plan, time_all

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="./setup bench", description=__doc__,
        epilog="Exit codes: 0 done (targets may be missed, the table says so), 1 a step failed, "
               "answers do not agree or instructions changed, 2 wrong use, 77 skipped.")
    add = parser.add_argument
    add("--passages", type=int, default=100_000, help="about how many (100000); 500 or more")
    add("--peers", default="all", help=f"of {','.join(PEERS)}; all (default: those installed) or "
        "none")
    add("--jobs", type=int, default=2, help="of commsearch's full build, beside one job (2)")
    add("--queries", type=int, default=40, help="of each kind (40)")
    add("--seconds", type=float, default=60, help="for one kind and system at most (60)")
    add("--load-seconds", type=int, default=10, help="for each number of clients (10)")
    add("--seed", type=int, default=7, help="of the corpus and the queries (7)")
    add("--format", choices=("txt", "jsonl"), default="txt", help="of the corpus (txt)")
    add("--work", type=pathlib.Path, default=SOURCE / "build/bench",
        help="folder of corpora and indexes, which are used again (build/bench)")
    add("--results", type=pathlib.Path, default=SOURCE / "tests/bench/results",
        help="folder of the results (tests/bench/results)")
    add("--programs", type=pathlib.Path, default=SOURCE / "build/release/bin",
        help="folder of commsearch's programs (build/release/bin)")
    add("--rebuild", action="store_true", help="build all indexes again, not only those of a program that changed")
    add("--publish", action="store_true", help="put the figures into README.md and docs/")
    add("--tiny", action="store_true", help="2,000 passages, few queries: does all of it work?")
    add("--scale", metavar="N,N", help="the scale law instead: commsearch alone at these sizes")
    add("--record-instructions", action="store_true",
        help="record instruction counts of the fixed jobs instead")
    add("--check-instructions", action="store_true", help="compare them instead")
    parser.set_defaults(starts=20, documents=SOURCE)
    options = parser.parse_args()
    if options.passages < 500:
        parser.error("--passages: 500 or more")
    unknown = set(options.peers.split(",")) - {*PEERS, "all", "none"}
    if unknown:
        parser.error(f"--peers {', '.join(unknown)}: there are {', '.join(PEERS)}, all and none")
    return options


def tell(step: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {step}", file=sys.stderr, flush=True)


def peers_of(options: argparse.Namespace) -> list[type[System]]:
    """Throws Failure for one that was named and is not installed."""
    if options.peers == "none":
        return []
    if options.peers != "all":
        for name in options.peers.split(","):
            if missing := PEERS[name].missing():
                raise Failure(f"--peers {name}: install the package {missing}")
        return [PEERS[name] for name in options.peers.split(",")]
    for peer in PEERS.values():
        if missing := peer.missing():
            tell(f"without {peer.name}: the package {missing} is not installed")
    return [peer for peer in PEERS.values() if not peer.missing()]


def measured(options: argparse.Namespace) -> dict[str, object]:
    """The whole run."""
    work = options.work / f"{options.passages}-{options.format}"
    where = machine(SOURCE)
    tell(f"corpus of {options.passages:,} passages")
    data = make_corpus(options.programs, work, options.passages, options.seed, options.format)
    ours = Commsearch(data, work / "commsearch")
    systems: list[System] = [ours, *(peer(data, work / peer.__name__.lower())
                                     for peer in peers_of(options))]
    run: dict[str, object] = {"machine": where, "passages": data.passages,
                              "reports": data.reports, "text_bytes": data.text_bytes,
                              "builds": {}}
    for system in systems:
        tell(f"building {system.name}")
        run["builds"][system.name] = builds.build(system, options.jobs,  # type: ignore[index]
                                                  options.rebuild or options.tiny)
    run["systems"] = {system.name: {"version": system.version(), "how": system.how}
                      for system in systems}
    with contextlib.ExitStack() as open_systems:
        for system in systems:
            system.open()
            open_systems.callback(system.close)
        ask_all(run, systems, ours, options)
    tell("questions from a standing start")
    run["cold"] = {system.name: found for system in systems
                   if (found := cold.cold(system, options.starts, not options.tiny))}
    if options.format == "txt":
        tell("a night with 1 % changed")
        run["night"] = builds.night(ours, options.jobs)
    tell("the analyzer alone")
    run["analyzer"] = builds.analyzer(options.programs, data)
    return run


def ask_all(run: dict[str, object], systems: list[System], ours: Commsearch,
            options: argparse.Namespace) -> None:
    tell("do the answers agree?")
    run["agreement"] = dataclasses.asdict(
        agreement.check(systems, ours.data, options.seed, SOURCE))
    run["sizes"] = {system.name: builds.sizes(system) for system in systems}
    drawer = Drawer(ours.data, options.seed)
    plan = Plan(options.queries, options.seconds, (12,) if options.tiny else (12, 4, 0))
    run["queries"] = time_all(systems, drawer, plan, tell)
    tell("the server under several clients")
    run["load"] = load.load(ours, drawer, options.load_seconds)


def measure_scale(options: argparse.Namespace) -> None:
    runs = []
    for passages in map(int, options.scale.split(",")):
        tell(f"scale law: {passages:,} passages")
        runs.append(scale.measure(options.programs, options.work, passages, options.seed,
                                  options.jobs))
    where = machine(SOURCE)
    text = f"# Scale law\n\n{where['date']}, commit {where['commit']}\n\n{scale.markdown(runs)}"
    page = publish.write_run(options.results, "scale", {"machine": where, "runs": runs}, text)
    (options.results / "scale.svg").write_text(scale.picture(runs))
    if options.publish:
        publish.scale_into_documents(options.documents, runs)
    print(f"{scale.markdown(runs)}\n{page}")


def fixed_jobs(options: argparse.Namespace) -> int:
    if not shutil.which("valgrind"):
        tell("skipped: the package valgrind is not installed")
        return SKIPPED
    counts = instructions.measure(options.programs, options.work / "instructions")
    if options.record_instructions:
        instructions.record(counts)
    problems = instructions.check(counts)
    print("\n".join(problems or [f"{job}: {found:,}" for job, found in counts.items()]))
    if problems:
        print("If that is meant: ./setup bench --record-instructions, and commit "
              "tests/bench/instructions.tsv with the reason.")
    return 1 if problems else 0


def whole_run(options: argparse.Namespace) -> None:
    run = measured(options)
    name = f"{time.strftime('%Y-%m-%d')}-{options.passages}"
    page = publish.write_run(options.results, name, run, tables.markdown(run))
    if options.publish:
        publish.run_into_documents(options.documents, run)
    print(f"{tables.target_table(run)}\n{tables.query_table(run, '12')}\n{page}")


def in_passing(options: argparse.Namespace) -> None:
    """All that is done with few passages, in a folder that goes again; it writes into copies of the
    documents."""
    options.passages, options.queries, options.starts = 2_000, 4, 2
    options.seconds, options.load_seconds = 2, 1
    options.scale, options.publish = "600,1200", True
    with tempfile.TemporaryDirectory(prefix="commsearch-bench-") as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)  # PostgreSQL's user has to enter it
        (folder / "docs").mkdir()
        for document in ("README.md", "docs/performance.md"):
            shutil.copy(SOURCE / document, folder / document)
        options.work = options.results = options.documents = folder
        whole_run(options)
        measure_scale(options)
        xml.dom.minidom.parse(str(folder / "docs/scale.svg"))


def main() -> int:
    options = arguments()
    Commsearch.programs = PlainXapian.programs = options.programs
    try:
        if options.record_instructions or options.check_instructions:
            return fixed_jobs(options)
        action = (in_passing if options.tiny else measure_scale if options.scale else whole_run)
        action(options)
        return 0
    except (Failure, OSError) as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
