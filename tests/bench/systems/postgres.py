"""PostgreSQL: a cluster of its own in a folder, unaccent before simple, a stored tsvector with GIN,
ts_rank over all matches; tuned for a machine that serves nothing else."""

from __future__ import annotations

import importlib.util
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

from systems.base import FACET_VALUES, FACETS, PAGE, Failure, Query, System, Usage, run_measured

COLUMNS = ", ".join(f"f{i} integer" for i in range(len(FACETS)))
NAMES = ", ".join(f"f{i}" for i in range(len(FACETS)))

SETTINGS = """
listen_addresses = ''
shared_buffers = 4GB
effective_cache_size = 16GB
work_mem = 256MB
maintenance_work_mem = 1GB
max_wal_size = 8GB
wal_level = minimal
max_wal_senders = 0
synchronous_commit = off
random_page_cost = 1.1
jit = off
fsync = off
"""

BUILD = f"""
\\set ON_ERROR_STOP on
CREATE EXTENSION unaccent;
CREATE TEXT SEARCH CONFIGURATION vietnamese (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION vietnamese
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE UNLOGGED TABLE loaded(id integer, report integer, context integer, date integer, {COLUMNS},
                             title text, text text);
\\copy loaded FROM '{{table}}'
CREATE TABLE passages AS SELECT id, date, {NAMES}, title, text,
                                to_tsvector('vietnamese', text) AS words FROM loaded;
DROP TABLE loaded;
ALTER TABLE passages ADD PRIMARY KEY (id);
CREATE INDEX passages_words ON passages USING gin(words);
CREATE INDEX passages_date ON passages(date);
CREATE TABLE vocabulary AS SELECT word, ndoc FROM ts_stat('SELECT words FROM passages');
CREATE INDEX vocabulary_word ON vocabulary(word text_pattern_ops);
VACUUM ANALYZE;
"""


class Postgres(System):
    name = "PostgreSQL"
    reading = "folded"
    how = "psycopg2 over its Unix socket; one connection, 2 workers a query at most"

    @classmethod
    def missing(cls) -> str | None:
        if not programs():
            return "postgresql"
        return None if importlib.util.find_spec("psycopg2") else "python3-psycopg2"

    def version(self) -> str:
        told = subprocess.run([programs() / "postgres", "--version"],  # type: ignore[operator]
                              capture_output=True, text=True, check=True)
        return told.stdout.split()[2]

    socket = ""

    @property
    def cluster(self) -> pathlib.Path:
        return self.folder / "cluster"

    def program_file(self) -> pathlib.Path | None:
        return pathlib.Path(__file__)  # its statements

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.command("initdb", "-D", str(self.cluster), "-E", "UTF8", "--locale=C.UTF-8", "-A",
                     "trust", "-U", "postgres")
        with open(self.cluster / "postgresql.conf", "a") as settings:
            settings.write(SETTINGS)
        script = self.folder / "build.sql"
        script.write_text(BUILD.format(table=self.data.table.resolve()))
        self.start()
        try:
            usage = run_measured(["psql", "-h", self.socket, "-U", "postgres", "-q", "-f",
                                  str(script)])
        finally:
            self.stop()
        # Its server's processes do the work: neither their time nor their memory is psql's.
        return Usage(usage.seconds, float("nan"), None)

    def index_bytes(self) -> int:
        self.cursor.execute("SELECT pg_total_relation_size('passages') + "
                            "pg_total_relation_size('vocabulary')")
        return self.cursor.fetchone()[0]

    def command(self, program: str, *arguments: str) -> None:
        """Runs a program of the server, as the user postgres when root may not."""
        whole = [str(programs() / program), *arguments]  # type: ignore[operator]
        as_user = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            as_user = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        with open(self.folder.parent / "postgres.log", "a") as log:
            done = subprocess.run(whole, check=False, stdout=log, stderr=log, cwd="/",
                                  stdin=subprocess.DEVNULL, **as_user)
        if done.returncode != 0:
            raise Failure(f"{program} failed; see {log.name}. Its user has to be able to enter "
                          f"{self.folder}: --work names another place")

    def start(self) -> None:
        if (self.cluster / "postmaster.pid").exists():  # a run that was killed
            self.stop()
        self.socket = tempfile.mkdtemp(prefix="bench-pg-")  # paths of sockets have to be short
        if os.geteuid() == 0:
            shutil.chown(self.socket, "postgres")
        self.command("pg_ctl", "-D", str(self.cluster), "-w", "-s", "-o", f"-k {self.socket}",
                     "start")

    def stop(self) -> None:
        self.command("pg_ctl", "-D", str(self.cluster), "-w", "-s", "-m", "fast", "stop")
        shutil.rmtree(self.socket, ignore_errors=True)

    def open(self) -> None:
        import psycopg2
        self.start()
        self.connection = psycopg2.connect(host=self.socket, user="postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.cursor.execute("SELECT count(*) FROM passages")
        rows = self.cursor.fetchone()[0]
        if rows != self.data.passages:
            raise Failure(f"{self.folder} holds {rows} rows, not {self.data.passages}; "
                          "build it again with --rebuild")

    def close(self) -> None:
        self.connection.close()
        self.stop()

    def prepare(self, query: Query, facets: int) -> object | None:
        if query.match == "prefix":
            return [("SELECT word, ndoc FROM vocabulary WHERE word LIKE unaccent(%s) || '%%' "
                     "ORDER BY ndoc DESC LIMIT 10", (query.words[0],))]
        where = [f"f{FACETS.index(facet)} = {number}" for facet, number, _ in query.filters]
        arguments: tuple[str, ...] = ()
        place = "-date"
        if query.match != "browse":
            where.insert(0, "words @@ query")
            arguments = (match_of(query),)
            place = "-ts_rank(words, query)"
        source = "passages" + (", to_tsquery('vietnamese', %s) AS query" if arguments else "")
        return [(statement(source, " AND ".join(where) or "true", place, query.offset, facets),
                 arguments)]

    def run(self, request: object) -> object:
        answers = []
        for statement, arguments in request:  # type: ignore[attr-defined]
            self.cursor.execute(statement, arguments or None)
            answers.append(self.cursor.fetchall())
        return answers

    def total(self, answer: object) -> int:
        rows = answer[0]  # type: ignore[index]
        return rows[0][2] if rows and len(rows[0]) == 5 else len(rows)

    def cold_command(self, text: str) -> list[str] | None:
        return None  # a server is no program that is started for a question


def programs() -> pathlib.Path | None:
    return max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def match_of(query: Query) -> str:
    between = {"phrase": " <-> ", "any": " | "}.get(query.match, " & ")
    return between.join(f"'{word}'" for word in query.words)


def statement(source: str, condition: str, place: str, offset: int, facets: int) -> str:
    """One pass over the matches, then a group for each facet and the ten best rows: faster than a
    question for the rows and one for the facets. Rows of part, value, number, title, text."""
    columns = "".join(f", f{i}" for i in range(facets))
    parts = [f"WITH matched AS MATERIALIZED (SELECT id, {place} AS place{columns} FROM {source} "
             f"WHERE {condition}) SELECT 0, 0::float4, count(*), '', '' FROM matched"]
    parts += [f"(SELECT {i + 1}, f{i}, count(*) AS n, '', '' FROM matched GROUP BY f{i} "
              f"ORDER BY n DESC LIMIT {FACET_VALUES})" for i in range(facets)]
    parts.append(f"(SELECT 100, place, 0, title, text FROM (SELECT id, place FROM matched "
                 f"ORDER BY place LIMIT {PAGE} OFFSET {offset}) AS hits JOIN passages USING (id) "
                 "ORDER BY place)")
    return " UNION ALL ".join(parts)
