"""Fragments of other languages, which must never be more than text."""

FRAGMENTS = (
    "x'}) DETACH DELETE n //",
    '"}) MATCH (n) DETACH DELETE n RETURN ("',
    "`) DROP TABLE Stakeholder; //",
    "$id",
    "{name: 'a'}",
    "\\u0027 OR 1=1 --",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$(touch owned); `touch owned`",
    "| rm -rf . &",
    "%s %d {0} {name} {{ 7*7 }}",
    "line\nbreak\ttab",
    "'; CALL db.clearQueryCaches() YIELD value; '",
    "[bold red]markup[/]",
    "=HYPERLINK(0)",
    "\x1b[31mred\x1b[0m\x07",
)
