"""Xapian as its own guide sets it up: TermGenerator, QueryParser, ValueCountMatchSpy (a C++
program, plain_xapian.cc). No word of Vietnamese: what the engine gives without commsearch."""

from __future__ import annotations

import pathlib
import shutil
import subprocess

from systems.base import Usage, run_measured
from systems.line_peer import LinePeer


class PlainXapian(LinePeer):
    name = "Xapian, plain"
    how = "a C++ program kept open, by pipe; a match spy for each facet"
    programs = pathlib.Path("build/release/bin")

    def version(self) -> str:
        found = subprocess.run(["pkg-config", "--modversion", "xapian-core"], capture_output=True,
                               text=True, check=False)
        return found.stdout.strip() or "?"

    def program_file(self) -> pathlib.Path | None:
        return self.programs / "plain_xapian"

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        usage = run_measured([str(self.programs / "plain_xapian"), "build", str(self.data.table),
                              str(self.folder)])
        shutil.rmtree(f"{self.folder}.loose")
        return usage

    def serve_command(self) -> list[str]:
        return [str(self.programs / "plain_xapian"), "serve", str(self.folder)]
