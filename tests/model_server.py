"""A small server that speaks the protocol of chat completions, and misbehaves on demand."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = tuple[int, str, dict[str, str]]
Behaviour = Callable[[dict[str, Any]], Reply]


def completion(content: str, sent: int = 100, received: int = 20) -> Reply:
    """Return a chat completion of some words."""
    body = {
        "model": "test-model-2026",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": content},
            }
        ],
        "usage": {"prompt_tokens": sent, "completion_tokens": received},
    }
    return 200, json.dumps(body), {}


def saying(*statements: dict[str, Any], stakeholders: Sequence[dict[str, Any]] = ()) -> Behaviour:
    """Answer every request alike."""
    content = json.dumps({"stakeholders": list(stakeholders), "statements": list(statements)})
    return lambda _: completion(content)


def refusing(status: int, message: str = "no", **headers: str) -> Behaviour:
    """Refuse every request."""
    return lambda _: (status, json.dumps({"error": {"message": message}}), headers)


def hanging(body: dict[str, Any]) -> Reply:
    """Answer later than anybody waits."""
    time.sleep(3)
    return completion("{}")


@dataclass
class ModelServer:
    """What it was asked, and where it is."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


@contextmanager
def serving(*behaviours: Behaviour) -> Iterator[ModelServer]:
    """Run a server that behaves in turn as told, and goes on with the last."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            turn = min(len(server.bodies), len(behaviours) - 1)
            server.bodies.append(body)
            server.headers.append(dict(self.headers))
            status, text, headers = behaviours[turn](body)
            data = text.encode()
            try:
                self.send_response(status if self.path == "/v1/chat/completions" else 404)
                for name, value in {**headers, "Content-Length": str(len(data))}.items():
                    self.send_header(name.replace("_", "-"), value)
                self.end_headers()
                self.wfile.write(data)
            except OSError:
                return  # whoever asked has left

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    listener.block_on_close = False
    server = ModelServer(f"http://127.0.0.1:{listener.server_address[1]}/v1")
    thread = threading.Thread(target=listener.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        listener.server_close()
        thread.join()
