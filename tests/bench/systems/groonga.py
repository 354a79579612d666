"""Groonga: TokenUnigram with NormalizerNFKC130 (accents matter: version 13.0 cannot fold them),
facets as references to tables of their values, drilldowns; the groonga program by pipe."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
import subprocess

from systems.base import (FACET_VALUES, FACETS, PAGE, Failure, PipedProgram, Query, System, Usage,
                          run_measured)

SCHEMA = ["table_create Passages TABLE_NO_KEY",
          "column_create Passages title COLUMN_SCALAR ShortText",
          "column_create Passages text COLUMN_SCALAR Text",
          "column_create Passages date COLUMN_SCALAR UInt32"]
for facet in FACETS:
    SCHEMA += [f"table_create {facet}_values TABLE_HASH_KEY UInt32",
               f"column_create Passages {facet} COLUMN_SCALAR {facet}_values"]

# Its manual: an index made after loading ("static construction") is made faster.
INDEXES = ["table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenUnigram "
           "--normalizer NormalizerNFKC130",
           "column_create Words passages COLUMN_INDEX|WITH_POSITION Passages text",
           "table_create Dates TABLE_PAT_KEY UInt32",
           "column_create Dates passages COLUMN_INDEX Passages date"]
for facet in FACETS:
    INDEXES.append(f"column_create {facet}_values passages COLUMN_INDEX Passages {facet}")


class Groonga(System):
    name = "Groonga"
    how = "the groonga program kept open, by pipe; its cache of answers off"

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("groonga") else "groonga-bin"

    def version(self) -> str:
        told = subprocess.run(["groonga", "--version"], capture_output=True, text=True, check=True)
        return told.stdout.split()[1]

    @property
    def file(self) -> pathlib.Path:
        return self.folder / "passages"

    def program_file(self) -> pathlib.Path | None:
        return pathlib.Path(__file__)  # its statements

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        script = self.folder.parent / "groonga_load.grn"
        write_script(self.data.table, script)
        usage = run_measured(["groonga", "-n", str(self.file)], stdin=script)
        script.unlink()
        return usage

    def open(self) -> None:
        self.program = PipedProgram(["groonga", str(self.file)])
        self.program.ask(b"cache_limit 0")
        rows = self.total(self.program.ask(b"select Passages --limit 0"))
        if rows != self.data.passages:
            raise Failure(f"{self.file} holds {rows} rows, not {self.data.passages}; "
                          "build it again with --rebuild")

    def close(self) -> None:
        self.program.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        if query.match == "prefix":
            return (f"select Words --filter '_key @^ \"{query.words[0]}\"' --output_columns _key "
                    f"--limit {PAGE}").encode()
        parts = ["select Passages --output_columns title,text", f"--limit {PAGE}",
                 f"--offset {query.offset}"]
        chosen = " && ".join(f"{facet} == {number}" for facet, number, _ in query.filters)
        if chosen:
            parts.append(f"--filter '{chosen}'")
        if query.match == "browse":
            parts.append("--sort_keys -date")
        else:
            parts.append(f"--sort_keys -_score --match_columns text --query '{words_of(query)}'")
        for facet in FACETS[:facets]:
            parts.append(f"--drilldowns[{facet}].keys {facet} --drilldowns[{facet}].limit "
                         f"{FACET_VALUES} --drilldowns[{facet}].sort_keys -_nsubrecs "
                         f"--drilldowns[{facet}].output_columns _key,_nsubrecs")
        return " ".join(parts).encode()

    def run(self, request: object) -> object:
        return self.program.ask(request)  # type: ignore[arg-type]

    def total(self, answer: object) -> int:
        if not (found := re.match(rb"\[\[0,[^\]]*\],\[\[\[(\d+)\]", answer)):  # type: ignore
            raise Failure(f"groonga: {answer[:300]!r}")  # type: ignore[index]
        return int(found[1])

    def cold_command(self, text: str) -> list[str] | None:
        request = self.prepare(Query("cold", "all", tuple(text.split())), 0)
        # Its command line does not read a command's quotes: words go by the standard input.
        return ["sh", "-c", f"echo \"{request.decode()}\" | groonga {self.file}"]  # type: ignore


def words_of(query: Query) -> str:
    if query.match == "phrase":
        return '"' + " ".join(query.words) + '"'
    return (" OR " if query.match == "any" else " ").join(query.words)


def write_script(table: pathlib.Path, script: pathlib.Path) -> None:
    """Commands that build the database: its tables, the rows as JSON, the indexes."""
    with open(table) as rows, open(script, "w") as out:
        out.write("\n".join(SCHEMA) + "\nload --table Passages\n[\n")
        out.write(json.dumps(["title", "text", "date", *FACETS]))
        for row in rows:
            fields = row.rstrip("\n").split("\t")
            values = [int(value) for value in fields[3:4 + len(FACETS)]]
            out.write(",\n" + json.dumps([fields[-2], fields[-1], *values], ensure_ascii=False))
        out.write("\n]\n" + "\n".join(INDEXES) + "\n")
