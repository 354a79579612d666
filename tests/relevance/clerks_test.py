#!/usr/bin/env python3
"""clerks_test.py --programs FOLDER --corpus FOLDER [--reports FOLDER]

Asks the questions of clerks over the project's corpus and the two real reports and holds how many are
answered right: per file and kind no fewer than clerks_golden.tsv says. Where more are right, that table is
to be raised: the test says to what. The checker and its questions lie beside the reports, which are not
part of the project; without them the test is skipped (exit 77). Questions of the project's own stand in
clerks.tsv, in the same form.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "clerks_golden.tsv"
LINE = re.compile(r"(\w+)\s+(\d+) of\s+(\d+)$")
SKIPPED = 77


def counts(checker: pathlib.Path, program: str, index: str, questions: pathlib.Path) -> dict[str, tuple[int, int]]:
    """Right answers and questions, by kind."""
    ran = subprocess.run([sys.executable, str(checker), program, index, str(questions)],
                         capture_output=True, text=True, encoding="utf-8", check=True)
    found = {}
    for line in ran.stdout.splitlines():
        match = LINE.match(line)
        if match:
            found[match.group(1)] = (int(match.group(2)), int(match.group(3)))
    return found


def golden() -> dict[tuple[str, str], int]:
    rows = {}
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "file\t")):
            file, kind, right, _ = line.split("\t")
            rows[file, kind] = int(right)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--reports", default=os.environ.get(
        "COMMSEARCH_REAL_REPORTS", str(HERE.parent.parent.parent / "shared/reports")))
    arguments = parser.parse_args()
    checker = pathlib.Path(arguments.reports).parent / "relevance/clerks.py"
    if not checker.exists():
        print("no checker in", checker, "(set COMMSEARCH_REAL_REPORTS)")
        return SKIPPED
    files = {"clerk_dev": checker.parent / "clerk_dev.tsv", "clerks": HERE / "clerks.tsv"}
    wanted = golden()
    table = []
    fell = []
    with tempfile.TemporaryDirectory() as folder:
        index = folder + "/index"
        subprocess.run([arguments.programs + "/commsearch-index", "build", "--corpus", arguments.corpus,
                        arguments.reports, "--index", index], check=True, capture_output=True)
        for file, questions in files.items():
            for kind, (right, asked) in counts(checker, arguments.programs + "/commsearch", index,
                                               questions).items():
                table.append(f"{file}\t{kind}\t{right}\t{asked}")
                if right < wanted.get((file, kind), 0):
                    fell.append(f"{file} {kind}: {right} of {asked}, not {wanted[file, kind]}")
    print("file\tkind\tright\tasked", *table, sep="\n")
    if fell:
        print("fewer answers are right:", *fell, sep="\n")
        return 1
    raised = [row for row in table if int(row.split("\t")[2]) > wanted.get(tuple(row.split("\t")[:2]), 0)]
    if raised:
        print("more are right than", GOLDEN.name, "says: raise it by the table above")
    return 0


if __name__ == "__main__":
    sys.exit(main())
