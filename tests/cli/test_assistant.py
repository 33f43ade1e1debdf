"""The server for assistants, asked by the client of its protocol."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.types import CallToolResult, TextContent

from stakeholder_graph.assistant import server
from stakeholder_graph.graph import load_vocabulary, open_store

from .conftest import Run, command_line

TOOLS = {
    **{"ask": {"question": "Who chairs the garden panel?"}, "documents": {}, "audit": {}},
    **{"who_is_accountable": {"name": "Halle Verte"}, "accountable_for": {"name": "trust board"}},
    **{"in_charge": {"name": "La Halle"}, "members": {"body": "COHA"}, "show": {"name": "maire"}},
    **{"relations": {"types": ["chairs"]}, "path": {"a": "maire", "b": "Halle Verte"}},
    **{"raci": {"names": ["Halle Verte"]}, "find": {"name": "SEMLR"}},
    **{"what_if": {"without": ["maire"]}, "compare_dates": {"before": "2020", "after": "2026"}},
}
"""Every tool, and a call of it."""


@pytest.fixture
def ask(store: Path) -> Callable[[str, dict[str, Any]], CallToolResult]:
    """Call one tool of a server in this process."""

    def call(tool: str, arguments: dict[str, Any]) -> CallToolResult:
        async def run() -> CallToolResult:
            with open_store(str(store), read_only=True) as opened:
                async with Client(server(opened, load_vocabulary())) as client:
                    return await client.call_tool(tool, arguments)

        return anyio.run(run)

    return call


Ask = Callable[[str, dict[str, Any]], CallToolResult]


def values(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, result.content
    assert isinstance(result.structured_content, dict)
    return result.structured_content


def said(result: CallToolResult) -> str:
    assert result.is_error
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def in_a_process(store: Path, work: Callable[[Client], Awaitable[None]]) -> None:
    """Do some work with a server in a process of its own, over standard input and output."""
    program, *arguments = [*command_line("mcp", "--store", str(store))]
    path = os.pathsep.join(filter(None, sys.path))
    start = StdioServerParameters(
        command=program, args=arguments, env={**os.environ, "PYTHONPATH": path}
    )

    async def run() -> None:
        async with Client(stdio_client(start)) as client:
            await work(client)

    anyio.run(run)


def test_a_process_tells_what_it_can_do_and_answers_with_quotes(store: Path) -> None:
    before = store.read_bytes()

    async def work(client: Client) -> None:
        assert client.server_info is not None
        assert client.server_info.name == "stakeholder-graph"
        assert "never fill it in" in (client.instructions or "")
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == set(TOOLS)
        for tool in tools:
            assert tool.annotations is not None
            assert tool.annotations.read_only_hint
            assert tool.description
            assert tool.output_schema
        result = await client.call_tool("who_is_accountable", {"name": "Riverside Library"})
        answer = values(result)
        assert answer["outcome"] == "conflicting"
        assert {each["quote"] for each in answer["answers"]} == {
            "The trust board is accountable for Riverside Library.",
            "Riverside Library is the responsibility of the county council.",
        }
        assert "not in the graph" in said(await client.call_tool("members", {"body": "nobody"}))

    in_a_process(store, work)
    assert store.read_bytes() == before


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_answers(ask: Ask, tool: str) -> None:
    assert values(ask(tool, TOOLS[tool]))


def test_what_is_not_stated_is_said_and_nothing_is_filled_in(ask: Ask) -> None:
    answer = values(ask("who_is_accountable", {"name": "maire"}))
    assert answer["outcome"] == "not stated"
    assert "answers" not in answer
    nobody = {"outcome": "not stated", "statements": [], "left_out": 0}
    assert values(ask("members", {"body": "Halle Verte"})) == nobody


def test_a_derived_answer_has_its_rule_and_each_link(ask: Ask) -> None:
    answer = values(ask("who_is_accountable", {"name": "Garden Scheme"}))
    assert answer["outcome"] == "derived"
    assert answer["rule"].startswith("no document says")
    (finding,) = answer["answers"]
    assert [link["relation"] for link in finding["chain"]] == ["GOVERNS", "CHAIRS"]
    assert all(link["quote"] and link["document"] for link in finding["chain"])


def test_an_error_is_one_line_with_the_nearest_names(ask: Ask) -> None:
    text = said(ask("in_charge", {"name": "Hale Vert"}))
    assert "'Hale Vert' is not in the graph; did you mean 'Halle Verte'" in text
    assert "\n" not in text
    assert "is not a date" in said(ask("accountable_for", {"name": "maire", "at": "soon"}))
    assert "unknown relation" in said(ask("relations", {"types": ["loves"]}))


def test_a_long_list_says_how_much_is_left_out(ask: Ask) -> None:
    listed = values(ask("relations", {"most": 2}))
    assert (len(listed["statements"]), listed["left_out"]) == (2, 10)


def test_without_the_extra_the_command_names_it(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    result = run("mcp")
    assert result.exit_code == 1
    assert "pip install 'stakeholder-graph[mcp]'" in result.stderr
    assert result.stdout == ""
