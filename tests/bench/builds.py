"""What building takes, what an index takes, and a night on which 1 % of the reports changed."""

from __future__ import annotations

import itertools
import json
import math
import pathlib
import shutil
import subprocess

from corpus import change_one_percent, checksum, corpus_bytes
from systems import Commsearch, System
from systems.base import Data, Usage


def told(usage: Usage, data: Data, jobs: int) -> dict[str, float | None]:
    return {"jobs": jobs, "seconds": usage.seconds,
            "cpu_seconds": None if math.isnan(usage.cpu_seconds) else usage.cpu_seconds,
            "peak_bytes": usage.peak_bytes,
            "passages_a_second": data.passages / usage.seconds,
            "megabytes_a_second": data.text_bytes / 1e6 / usage.seconds}


def build(system: System, jobs: int, again: bool) -> list[dict[str, float | None]]:
    """Builds, commsearch with one job and then with `jobs`; takes what the same program built
    of the same passages unless `again`."""
    record = system.folder.parent / f"{system.folder.name}.build.json"
    program = system.program_file()
    made_by = [system.version(), checksum(program) if program else "", system.data.checksum, jobs]
    if record.exists() and system.folder.exists() and not again:
        before = json.loads(record.read_text())
        if before["made_by"] == made_by:
            return before["figures"]
    record.unlink(missing_ok=True)
    numbers = [1, jobs] if isinstance(system, Commsearch) and jobs > 1 else [1]
    figures = [told(system.build(number), system.data, number) for number in numbers]
    record.write_text(json.dumps({"made_by": made_by, "figures": figures}))
    return figures


def night(ours: Commsearch, jobs: int) -> dict[str, float | None]:
    """A build over a copy of the index after every hundredth file changed. The changed corpus
    stands where the other one was, since a report's path is part of it; all is put back."""
    corpus = ours.data.corpus
    before, changed = corpus.with_suffix(".before"), corpus.with_suffix(".night")
    files = change_one_percent(corpus, changed)
    copy = Commsearch(ours.data, ours.folder.with_suffix(".night"))
    shutil.rmtree(copy.folder, ignore_errors=True)
    shutil.copytree(ours.folder, copy.folder)
    corpus.rename(before)
    changed.rename(corpus)
    try:
        usage = copy.build_again(jobs)
    finally:
        shutil.rmtree(corpus)
        before.rename(corpus)
        shutil.rmtree(copy.folder)
    return {"files_changed": files, **told(usage, ours.data, jobs)}


def sizes(system: System) -> dict[str, float]:
    """Of an open system."""
    found = {"bytes": system.index_bytes(),
             "of_text": system.index_bytes() / system.data.text_bytes}
    if isinstance(system, Commsearch):
        found["store_bytes"] = system.store_bytes()
        found["columns_bytes"] = system.columns_bytes()
        found["corpus_bytes"] = corpus_bytes(system.data)
    return found


def analyzer(programs: pathlib.Path, data: Data) -> dict[str, dict[str, float]]:
    """The analyzer alone and ICU's break iterator over the first 50,000 passages."""
    part = data.folder / "first.tsv"
    with open(data.table) as rows, open(part, "w") as out:
        out.writelines(itertools.islice(rows, 50_000))
    done = subprocess.run([programs / "analyzer_bench", part], capture_output=True, check=True)
    part.unlink()
    return json.loads(done.stdout)
