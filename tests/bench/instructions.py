"""Instruction counts of a few fixed jobs under callgrind, which a busy machine does not change,
beside the recorded ones: a change of more than 10 % is told."""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess

from corpus import make_corpus
from systems.base import Failure
from systems.commsearch import ENVIRONMENT

ALLOWED = 0.10
RECORDED = pathlib.Path(__file__).with_name("instructions.tsv")
HEAD = "# Instructions of fixed jobs (instructions.py); recorded by ./setup bench " \
       "--record-instructions\n"
PASSAGES = 350
SEED = 11
ANALYZED = 100

QUESTIONS = ("thôn", "nông thôn", "nông thôn mới", '"nông thôn mới"', "thu AND ngân AND sách",
             "lúa OR ngô", "nong thon moi", "NTM", "ngân sách năm:2021", "",
             "tình hình sản xuất nông nghiệp và xây dựng nông thôn mới của xã trong tháng")


def count(command: list[object], stdin: pathlib.Path | None = None) -> int:
    """Instructions that the program itself runs, its children not counted."""
    with open(stdin or os.devnull, "rb") as source:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, command)],
            stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            env=ENVIRONMENT | {"LC_ALL": "C.UTF-8"}, check=False)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not collected:
        raise Failure(f"{command[0]} under callgrind ended with {done.returncode}: "
                      f"{done.stderr[-500:]}")
    return int(collected[1])


def measure(programs: pathlib.Path, work: pathlib.Path) -> dict[str, int]:
    """Job -> instructions, in a folder that is made anew."""
    shutil.rmtree(work, ignore_errors=True)
    data = make_corpus(programs, work, PASSAGES, SEED, "jsonl")
    few = work / "few.tsv"
    with open(data.table) as rows:
        few.write_text("".join(row for _, row in zip(range(ANALYZED), rows)))
    requests = work / "requests.ndjson"
    requests.write_text("".join(json.dumps({"query": question}, ensure_ascii=False) + "\n"
                                for question in QUESTIONS))
    index = work / "index"
    return {
        "analyze": count([programs / "analyzer_bench", "--once", few]),
        "build": count([programs / "commsearch-index", "build", "--quiet", "--jobs", "1",
                        "--corpus", data.corpus, "--index", index]),
        "question": count([programs / "commsearch", "--index", index, "nông thôn mới"]),
        "questions": count([programs / "commsearch", "--index", index, "--ndjson"], requests),
    }


def recorded() -> dict[str, int]:
    if not RECORDED.exists():
        return {}
    lines = [line.split("\t") for line in RECORDED.read_text().splitlines() if line[0] != "#"]
    return {job: int(instructions) for job, instructions in lines}


def record(counts: dict[str, int]) -> None:
    RECORDED.write_text(HEAD + "".join(f"{job}\t{found}\n" for job, found in counts.items()))


def check(counts: dict[str, int]) -> list[str]:
    """A line for each job that differs by more than is allowed, or was never recorded."""
    before = recorded()
    problems = []
    for job, found in counts.items():
        if job not in before:
            problems.append(f"{job}: {found:,} instructions, none recorded")
        elif abs(found / before[job] - 1) > ALLOWED:
            problems.append(f"{job}: {found:,} instructions, {found / before[job] - 1:+.1%} of "
                            f"the recorded {before[job]:,}")
    return problems
