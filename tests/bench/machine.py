"""Where and when a run was made."""

from __future__ import annotations

import datetime
import os
import pathlib
import platform
import re
import subprocess


def first_line(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.splitlines()[0].strip() if done.stdout else ""
    except FileNotFoundError:
        return ""


def machine(source: pathlib.Path) -> dict[str, object]:
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text())
    debian = pathlib.Path("/etc/debian_version")
    git = ["git", "-C", str(source)]
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": first_line([*git, "rev-parse", "--short", "HEAD"]),
        "changed": bool(first_line([*git, "status", "--porcelain", "--", ":!tests/bench/results"])),
        "processor": cpu[1] if cpu else platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gigabytes": round(int(memory[1]) / 1e6, 1) if memory else None,
        "system": f"Debian {debian.read_text().strip()}" if debian.exists() else platform.system(),
        "compiler": first_line(["c++", "--version"]),
        "load_before": os.getloadavg()[0],
    }
