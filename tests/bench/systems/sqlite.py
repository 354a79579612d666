"""SQLite FTS5: unicode61 with remove_diacritics 2, external content, optimised, in the process."""

from __future__ import annotations

import pathlib
import shutil
import sqlite3

from letters import bare
from systems.base import FACET_VALUES, FACETS, PAGE, Failure, Query, System, Usage, run_measured

COLUMNS = ", ".join(f"f{i} INTEGER" for i in range(len(FACETS)))

BUILD = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
CREATE TABLE loaded(id INTEGER PRIMARY KEY, report INTEGER, context INTEGER, date INTEGER, {COLUMNS},
                    title TEXT, text TEXT);
CREATE TABLE passages(id INTEGER PRIMARY KEY, title TEXT, text TEXT);
CREATE TABLE facets(id INTEGER PRIMARY KEY, date INTEGER, {COLUMNS}, report INTEGER);
CREATE VIRTUAL TABLE words USING fts5(text, content='passages', content_rowid='id',
                                      tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
.mode ascii
.separator "\\t" "\\n"
.import {{table}} loaded
BEGIN;
INSERT INTO passages SELECT id, title, text FROM loaded;
INSERT INTO facets SELECT id, date, {", ".join(f"f{i}" for i in range(len(FACETS)))}, report FROM loaded;
INSERT INTO words(words) VALUES('rebuild');
INSERT INTO words(words) VALUES('optimize');
CREATE INDEX facets_date ON facets(-date);
DROP TABLE loaded;
COMMIT;
VACUUM;
ANALYZE;
"""


class Sqlite(System):
    name = "SQLite FTS5"
    reading = "folded"
    how = "in the process (Python's sqlite3), 1 GB of cache, memory map; narrow table of facets"

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("sqlite3") else "sqlite3"

    def version(self) -> str:
        return sqlite3.sqlite_version

    @property
    def file(self) -> pathlib.Path:
        return self.folder / "fts.sqlite"

    def program_file(self) -> pathlib.Path | None:
        return pathlib.Path(__file__)  # its statements

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        script = self.folder / "build.sql"
        script.write_text(".bail on\n" + BUILD.format(table=self.data.table))
        return run_measured(["sqlite3", str(self.file)], stdin=script)

    def open(self) -> None:
        self.connection = sqlite3.connect(self.file)
        for pragma in ("mmap_size = 17179869184", "cache_size = -1000000", "temp_store = MEMORY",
                       "query_only = ON"):
            self.connection.execute("PRAGMA " + pragma)
        rows = self.connection.execute("SELECT count(*) FROM passages").fetchone()[0]
        if rows != self.data.passages:
            raise Failure(f"{self.file} holds {rows} rows, not {self.data.passages}; "
                          "build it again with --rebuild")

    def close(self) -> None:
        self.connection.close()

    def prepare(self, query: Query, facets: int) -> object | None:
        if query.match == "prefix":
            prefix = bare(query.words[0])
            return [("SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? "
                     "ORDER BY doc DESC LIMIT 10", (prefix, prefix + "\U0010ffff"))]
        where = [f"facets.f{FACETS.index(facet)} = {number}" for facet, number, _ in query.filters]
        if query.match == "browse":
            source, place, arguments = "facets", "-facets.date", ()
        else:
            source = "words CROSS JOIN facets ON facets.id = words.rowid"
            place, arguments = "rank", (match_of(query),)
            where.insert(0, "words MATCH ?")
        return [(statement(source, " AND ".join(where) or "1", place, query.offset, facets),
                 arguments)]

    def run(self, request: object) -> object:
        return [self.connection.execute(*part).fetchall() for part in request]  # type: ignore

    def total(self, answer: object) -> int:
        rows = answer[0]  # type: ignore[index]
        return rows[0][2] if rows and len(rows[0]) == 4 else len(rows)

    def reports_by(self, query: Query, facet: str) -> dict[str, int]:
        """Label of a facet's value -> number of matching reports, to compare answers."""
        labels = {}
        for line in (self.data.folder / "values.tsv").read_text().splitlines():
            name, number, label = line.split("\t")
            if name == facet:
                labels[int(number)] = label
        column = f"facets.f{FACETS.index(facet)}"
        return {labels[number]: reports for number, reports in self.connection.execute(
            f"SELECT {column}, count(DISTINCT facets.report) FROM words "
            f"JOIN facets ON facets.id = words.rowid WHERE words MATCH ? GROUP BY 1",
            (match_of(query),))}

    def cold_command(self, text: str) -> list[str] | None:
        [(asked, arguments)] = self.prepare(Query("cold", "all", tuple(text.split())), 0)  # type: ignore
        return ["sqlite3", str(self.file), asked.replace("?", f"'{arguments[0]}'")]


def match_of(query: Query) -> str:
    quoted = [f'"{word}"' for word in query.words]
    if query.match == "phrase":
        return '"' + " ".join(query.words) + '"'
    return (" OR " if query.match == "any" else " AND ").join(quoted)


def statement(source: str, condition: str, place: str, offset: int, facets: int) -> str:
    """One pass over the matches, then a group for each facet and the ten best rows: faster than a
    question for the rows and one for the facets. Rows of part, value, number, text."""
    columns = "".join(f", facets.f{i}" for i in range(facets))
    parts = [f"WITH matched AS MATERIALIZED (SELECT facets.id AS id, {place} AS place{columns} "
             f"FROM {source} WHERE {condition}) SELECT 0, 0, count(*), '' FROM matched"]
    parts += [f"SELECT * FROM (SELECT {i + 1}, f{i}, count(*) AS n, '' FROM matched GROUP BY f{i} "
              f"ORDER BY n DESC LIMIT {FACET_VALUES})" for i in range(facets)]
    parts.append(f"SELECT * FROM (SELECT 100, place, title, text FROM (SELECT id, place "
                 f"FROM matched ORDER BY place LIMIT {PAGE} OFFSET {offset}) AS hits "
                 "JOIN passages ON passages.id = hits.id ORDER BY place)")
    return " UNION ALL ".join(parts)
