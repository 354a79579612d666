"""The systems that are compared, by the names of `./setup bench --peers`."""

from systems.base import System
from systems.commsearch import Commsearch
from systems.groonga import Groonga
from systems.lucene import Lucene
from systems.plain_xapian import PlainXapian
from systems.postgres import Postgres
from systems.sqlite import Sqlite

PEERS: dict[str, type[System]] = {
    "sqlite": Sqlite,
    "postgres": Postgres,
    "groonga": Groonga,
    "lucene": Lucene,
    "xapian": PlainXapian,
}

__all__ = ["PEERS", "Commsearch", "System"]
