"""What a Neo4j server or its driver refuses, in the user's terms."""

from __future__ import annotations

from neo4j import exceptions

from ...errors import StoreError
from .neo4j_address import Login

_AWAY = (
    exceptions.ServiceUnavailable,
    exceptions.SessionExpired,
    exceptions.ConnectionPoolError,
    exceptions.TransientError,
)
_EXPIRED = "Neo.ClientError.Security.CredentialsExpired"
_NO_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"


def refusal(error: exceptions.DriverError | exceptions.Neo4jError, login: Login) -> StoreError:
    """Return the error to raise: what, at which address, and the remedy."""
    what, remedy = _explain(error, login)
    return StoreError(what, where=login.address, remedy=remedy)


def _explain(
    error: exceptions.DriverError | exceptions.Neo4jError, login: Login
) -> tuple[str, str]:
    code = error.code if isinstance(error, exceptions.Neo4jError) else ""
    if code == _EXPIRED:
        return "the password must be changed first", "change it in Neo4j Browser or cypher-shell"
    if isinstance(error, exceptions.AuthError):
        if not login.password:
            return "wants a password", "set NEO4J_USERNAME and NEO4J_PASSWORD"
        return (
            f"the server refused user {login.username!r} or the password",
            "check NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    if code == _NO_DATABASE:
        return f"has no database {login.database!r}", "check NEO4J_DATABASE"
    if isinstance(error, _AWAY):
        remedy = "start the server, or check host, port and scheme (+s for an encrypted one)"
        return f"the server does not answer ({_root(error)})", remedy
    return f"the query was refused ({_first_line(error)})", ""


def _root(error: BaseException) -> str:
    """Return the reason under the driver's own wrapping, such as "Connection refused"."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _first_line(error: exceptions.DriverError | exceptions.Neo4jError) -> str:
    message = error.message if isinstance(error, exceptions.Neo4jError) else str(error)
    return (message or type(error).__name__).strip().splitlines()[0]
