"""The corpus of a run: generated reports, and their passages as commsearch cuts them."""

from __future__ import annotations

import json
import math
import os
import pathlib
import shutil
import subprocess

from systems.base import Data, Failure, size_of

MONTHS = 36
PASSAGES_A_REPORT = 58


def make_corpus(programs: pathlib.Path, work: pathlib.Path, passages: int, seed: int,
                form: str) -> Data:
    """Generates about `passages` passages below `work`, or takes those that stand there."""
    told = work / "passages.json"
    if not told.exists():
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        communes = math.ceil(passages / PASSAGES_A_REPORT / MONTHS)
        months = round(passages / PASSAGES_A_REPORT / communes)
        run([programs / "commsearch-generate", "--out", work / "corpus", "--communes", communes,
             "--months", months, "--seed", seed, "--format", form])
        written = run([programs / "bench_passages", work / "corpus", work / "passages"])
        told.write_text(written)
    return Data(work / "corpus", work / "passages", **json.loads(told.read_text()))


def run(command: list[object]) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise Failure(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def change_one_percent(corpus: pathlib.Path, changed: pathlib.Path) -> int:
    """Copies `corpus` to `changed` (hard links) with a sentence added to every hundredth file.
    Returns the number of files changed."""
    shutil.rmtree(changed, ignore_errors=True)
    shutil.copytree(corpus, changed, copy_function=os.link)
    files = sorted(path for path in changed.rglob("*.txt"))
    for path in files[::100]:
        text = path.read_text() + "\nTrong tháng, xã bổ sung số liệu của hai thôn còn thiếu.\n"
        path.unlink()
        path.write_text(text)
    return len(files[::100])


def corpus_bytes(data: Data) -> int:
    return size_of(data.corpus)
