"""What the harness asks of every system: commsearch and its peers."""

from __future__ import annotations

import dataclasses
import os
import pathlib
import subprocess
import tempfile
import time

FACETS = ("commune", "district", "province", "year", "quarter", "month", "period", "section",
          "heading", "issuer", "type", "horizon")
"""In the order of their columns in passages.tsv."""

PAGE = 10
FACET_VALUES = 100
"""Values listed of each facet at most, the most frequent ones: the default of commsearch."""


class Failure(Exception):
    """A step that could not be done; its text says what, where and what to do."""


@dataclasses.dataclass(frozen=True)
class Query:
    """One question, told in a way that every system can translate."""

    kind: str
    match: str
    """Of the words: "all", "any" or "phrase"; "browse" without words, "prefix" of one word."""
    words: tuple[str, ...] = ()
    has_operators: bool = False
    """commsearch is asked with AND and OR, else as people type; peers always with operators."""
    filters: tuple[tuple[str, str, str], ...] = ()
    """Facet, its value number in passages.tsv, its label."""
    offset: int = 0
    is_exact: bool = False
    """commsearch neither relaxes the query nor reads other spellings: to compare counts."""


@dataclasses.dataclass
class Data:
    """The passages that all systems index, and where they lie."""

    corpus: pathlib.Path
    folder: pathlib.Path
    checksum: str
    """Of their table: with others, indexes have to be built again."""
    passages: int
    reports: int
    text_bytes: int

    @property
    def table(self) -> pathlib.Path:
        return self.folder / "passages.tsv"


@dataclasses.dataclass
class Usage:
    """What a child process took."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int | None


def run_measured(command: list[str], stdin: pathlib.Path | None = None,
                 environment: dict[str, str] | None = None) -> Usage:
    """Runs `command` to its end, under GNU time: a child started from here would begin with the
    memory of this process as its peak. Throws Failure with the end of its output when it fails."""
    with open(stdin or os.devnull, "rb") as source, tempfile.NamedTemporaryFile("r") as told:
        start = time.perf_counter()
        done = subprocess.run(["/usr/bin/time", "-q", "-o", told.name, "-f", "%U %S %M", *command],
                              stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env=environment, check=False)
        seconds = time.perf_counter() - start
        if done.returncode != 0:
            raise Failure(f"{' '.join(command[:3])} … ended with {done.returncode}: "
                          f"{done.stderr.decode(errors='replace')[-500:]}")
        user, system, kilobytes = told.read().split()
    return Usage(seconds, float(user) + float(system), int(kilobytes) * 1024)


def size_of(folder: pathlib.Path) -> int:
    """Bytes that the files below it take on the disk: some systems make sparse ones."""
    return sum(path.lstat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


class System:
    """One search system over the same passages."""

    name = ""
    reading = "typed"
    """Whether words are found as typed ("typed") or accents aside ("folded")."""
    unit = "passages"
    """What facets count."""
    how = ""
    """How it is set up and reached, for the report."""

    def __init__(self, data: Data, folder: pathlib.Path) -> None:
        self.data = data
        self.folder = folder

    @classmethod
    def missing(cls) -> str | None:
        """The Debian package that is missing, None when it can be used."""
        return None

    def version(self) -> str:
        raise NotImplementedError

    def program_file(self) -> pathlib.Path | None:
        """The program of ours that builds it: another one has to build it again."""
        return None

    def build(self, jobs: int) -> Usage:
        """Builds the index anew into `folder`."""
        raise NotImplementedError

    def index_bytes(self) -> int:
        """Size of what it needs to search and show rows; it is open."""
        return size_of(self.folder)

    def open(self) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def prepare(self, query: Query, facets: int) -> object | None:
        """The request in its own language, for the first `facets` of FACETS; None: it cannot."""
        raise NotImplementedError

    def run(self, request: object) -> object:
        """Asks and takes the whole answer: ten rows with their texts and the facets. Timed."""
        raise NotImplementedError

    def total(self, answer: object) -> int:
        """The number of matching passages that an answer tells."""
        raise NotImplementedError

    def can(self, kind: str) -> bool:
        """Whether it answers queries of that kind (kinds.py) at all."""
        return kind != "unaccented" or self.reading == "folded"

    def cold_command(self, text: str) -> list[str] | None:
        """A command line that finds the words of `text` from a standing start."""
        return None


class PipedProgram:
    """A program that answers each line on its standard input by one on its standard output."""

    def __init__(self, command: list[str]) -> None:
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.child.stdin is not None and self.child.stdout is not None
        self.requests, self.answers = self.child.stdin, self.child.stdout

    def ask(self, line: bytes) -> bytes:
        self.requests.write(line + b"\n")
        self.requests.flush()
        answer = self.answers.readline()
        if not answer:
            raise Failure(f"{self.child.args} ended with {self.child.wait()}")
        return answer

    def close(self) -> None:
        self.requests.close()
        self.child.wait(timeout=60)
        self.answers.close()
