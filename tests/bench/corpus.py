"""The corpus of a run: generated reports, and their passages as commsearch cuts them."""

from __future__ import annotations

import hashlib
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
    """Generates about `passages` passages below `work`, or takes those that stand there. They are
    cut again when the program that cuts them is another one."""
    corpus, folder, told = work / "corpus", work / "passages", work / "passages.json"
    made_by = checksum(programs / "bench_passages")
    if not told.exists():
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        communes = math.ceil(passages / PASSAGES_A_REPORT / MONTHS)
        months = round(passages / PASSAGES_A_REPORT / communes)
        run([programs / "commsearch-generate", "--out", corpus, "--communes", communes,
             "--months", months, "--seed", seed, "--format", form])
    elif json.loads(told.read_text())["made_by"] == made_by:
        return data_of(told, corpus, folder)
    counts = json.loads(run([programs / "bench_passages", corpus, folder]))
    told.write_text(json.dumps(
        {"made_by": made_by, "checksum": checksum(folder / "passages.tsv"), **counts}))
    return data_of(told, corpus, folder)


def data_of(told: pathlib.Path, corpus: pathlib.Path, folder: pathlib.Path) -> Data:
    counts = json.loads(told.read_text())
    del counts["made_by"]
    return Data(corpus, folder, **counts)


def checksum(path: pathlib.Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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
