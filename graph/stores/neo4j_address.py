"""Where a Neo4j server is and who opens it, from an address and the environment."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

from ...errors import StoreError

PLAIN = ("neo4j", "bolt")
SCHEMES = (*PLAIN, "neo4j+s", "neo4j+ssc", "bolt+s", "bolt+ssc")


@dataclass(frozen=True, slots=True)
class Login:
    """All that opens a server. The password stays out of its representation.

    Attributes
    ----------
    address : str
        Scheme, host and port.
    username, password : str
        Empty for a server without authentication.
    database : str
        Empty for the home database of the user.
    """

    address: str
    username: str = ""
    password: str = field(default="", repr=False)
    database: str = ""


def login(address: str, environment: Mapping[str, str], *, insecure: bool = False) -> Login:
    """Return how to open the server at an address, or that of ``NEO4J_URI`` if it has no host.

    Parameters
    ----------
    address : str
        Such as ``neo4j+s://host:7687``; ``neo4j://`` alone stands for ``NEO4J_URI``.
    environment : mapping
        ``NEO4J_URI``, ``NEO4J_USERNAME`` (or ``NEO4J_USER``), ``NEO4J_PASSWORD``,
        ``NEO4J_DATABASE``; ``STAKEHOLDERS_INSECURE=1`` stands for `insecure`.
    insecure : bool
        Allow an address without encryption on another machine.

    Raises
    ------
    StoreError
        If the address is none of a server, holds a password, or would send one in the clear.

    Examples
    --------
    >>> login("neo4j://", {"NEO4J_URI": "bolt://localhost:7687", "NEO4J_PASSWORD": "s3cret"})
    Login(address='bolt://localhost:7687', username='neo4j', database='')
    """
    named = address if urlsplit(address).netloc else environment.get("NEO4J_URI", "")
    parts = _checked(named, address)
    if not (insecure or environment.get("STAKEHOLDERS_INSECURE") == "1"):
        _refuse_in_the_clear(parts)
    password = environment.get("NEO4J_PASSWORD", "")
    username = environment.get("NEO4J_USERNAME") or environment.get("NEO4J_USER") or "neo4j"
    database = environment.get("NEO4J_DATABASE", "")
    return Login(parts.geturl(), username if password else "", password, database)


def _checked(named: str, address: str) -> SplitResult:
    parts = urlsplit(named)
    shown = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    if "@" in parts.netloc:
        raise StoreError(
            "an address must not hold a user name or password",
            where=shown,
            remedy="give them in NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    if not parts.hostname:
        raise StoreError(
            "names no server", where=address, remedy="write neo4j://host:7687, or set NEO4J_URI"
        )
    if parts.scheme not in SCHEMES or not _has_sound_port(parts):
        raise StoreError(
            "is not the address of a Neo4j server",
            where=shown,
            remedy=f"write neo4j://host:7687; the schemes are {', '.join(SCHEMES)}",
        )
    return parts


def _has_sound_port(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _refuse_in_the_clear(parts: SplitResult) -> None:
    if parts.scheme in PLAIN and not _is_local(parts.hostname or ""):
        raise StoreError(
            "would send the password and the graph unencrypted",
            where=parts.geturl(),
            remedy=f"write {parts.scheme}+s://…, or set STAKEHOLDERS_INSECURE=1 if the network "
            "is yours",
        )


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
