"""Xapian as its own guide sets it up: TermGenerator, QueryParser, ValueCountMatchSpy (a C++
program, plain_xapian.cc). No word of Vietnamese: what the engine gives without commsearch."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

from systems.base import FACETS, PipedProgram, Query, System, Usage, run_measured


class PlainXapian(System):
    name = "Xapian, plain"
    how = "a C++ program kept open, by pipe; a match spy for each facet"
    programs = pathlib.Path("build/release/bin")

    def version(self) -> str:
        found = subprocess.run(["pkg-config", "--modversion", "xapian-core"], capture_output=True,
                               text=True, check=False)
        return found.stdout.strip() or "?"

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        usage = run_measured([str(self.programs / "plain_xapian"), "build", str(self.data.table),
                              str(self.folder)])
        shutil.rmtree(f"{self.folder}.loose")
        return usage

    def open(self) -> None:
        self.program = PipedProgram([str(self.programs / "plain_xapian"), "serve",
                                     str(self.folder)])

    def close(self) -> None:
        self.program.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        chosen = ";".join(f"{FACETS.index(facet)}={number}" for facet, number, _ in query.filters)
        return "\t".join([query.match, str(facets), str(query.offset), chosen,
                          " ".join(query.words)]).encode()

    def run(self, request: object) -> object:
        return self.program.ask(request)  # type: ignore[arg-type]

    def total(self, answer: object) -> int:
        return int(answer.split(b"\t", 1)[0])  # type: ignore[attr-defined]
