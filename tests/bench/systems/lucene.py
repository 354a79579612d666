"""Lucene: its standard tokenizer with accents folded, BM25, the facet module (PlainLucene.java)."""

from __future__ import annotations

import pathlib
import re
import shutil
import subprocess

from systems.base import Failure, Usage, run_measured
from systems.line_peer import LinePeer

JARS = ("core", "analyzers-common", "facet")
FOLDER = pathlib.Path("/usr/share/java")


def jars() -> list[pathlib.Path]:
    """Of the newest version; empty when one is missing."""
    found = [max(FOLDER.glob(f"lucene-{jar}-[0-9]*.jar"), default=None) for jar in JARS]
    return [jar for jar in found if jar] if all(found) else []


class Lucene(LinePeer):
    name = "Lucene"
    reading = "folded"
    how = "a Java program kept open, by pipe; one merged segment; its cache of queries off"

    @classmethod
    def missing(cls) -> str | None:
        if not shutil.which("javac"):
            return "default-jdk-headless"
        return None if jars() else "liblucene8-java"

    def version(self) -> str:
        return re.sub(r".*-([\d.]+)\.jar", r"\1", jars()[0].name)

    def program_file(self) -> pathlib.Path | None:
        return pathlib.Path(__file__).with_name("PlainLucene.java")

    def java(self, *arguments: str) -> list[str]:
        path = ":".join(map(str, [self.classes, *jars()]))
        return ["java", "-Xmx2g", "-cp", path, "PlainLucene", *arguments]

    @property
    def classes(self) -> pathlib.Path:
        return self.folder.parent / "lucene.classes"

    def build(self, jobs: int) -> Usage:
        shutil.rmtree(self.folder, ignore_errors=True)
        done = subprocess.run(["javac", "-cp", ":".join(map(str, jars())), "-d", self.classes,
                               self.program_file()], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failure(f"javac: {done.stderr[:500]}")
        return run_measured(self.java("build", str(self.data.table), str(self.folder)))

    def serve_command(self) -> list[str]:
        return self.java("serve", str(self.folder))
