"""From a network to HTML: pyvis's network, drawn with a template of ours."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from ...errors import StakeholderGraphError
from .payload import Facts, Piece

_SCRIPTS = """
    state graph source filters shown groups way place
    colours bends network room groupnames labels hulls
    legend views search suggestions panel duty table
    save svg markdown address stepping keys main
""".split()
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


def render(whole: Piece, facts: Facts) -> str:
    """Return the page of a network; `facts` is what its scripts need beside it."""
    from pyvis.network import Network  # it imports IPython

    network = Network(directed=True, cdn_resources="in_line")
    network.nodes.extend(whole["nodes"])
    network.edges.extend(whole["edges"])
    network.options = _options()
    network.path = "page.html.j2"
    network.templateEnv = _environment(facts)
    html: str = network.generate_html()
    return html


def _options() -> dict[str, Any]:
    return {
        "physics": {
            "enabled": False,
            "solver": "forceAtlas2Based",
            "forceAtlas2Based": {"avoidOverlap": 0.6, "springLength": 120},
            "stabilization": False,
        },
        "layout": {"improvedLayout": False},
        "interaction": {
            "hover": True,
            "multiselect": False,
            "selectConnectedEdges": False,
        },
        "edges": {
            "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
            "arrowStrikethrough": False,
            "selectionWidth": 0,
            "hoverWidth": 1,
            "selfReference": {"size": 18, "angle": 0.8},
        },
    }


def _environment(facts: Facts) -> Environment:
    assets = Path(str(resources.files(__package__))) / "assets"
    environment = Environment(loader=FileSystemLoader(assets, encoding="utf-8"), autoescape=True)
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
        "allow_nan": False,
        "separators": (",", ":"),
    }
    parts = "".join((assets / f"{name}.js").read_text("utf-8") for name in _SCRIPTS)
    script = f'"use strict";\n{{\n{parts}}}\n'
    style = (assets / "page.css").read_text("utf-8")
    engine = _engine()
    environment.globals |= {
        "facts": facts,
        "words": (assets / "words.json").read_text("utf-8"),
        # Ours and pyvis's own files, not values: the only ones that are not escaped.
        "style": Markup(style),  # noqa: S704
        "engine": Markup(engine),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "policy": _policy([engine, script], style, served=bool(facts["server"])),
    }
    return environment


def _engine() -> str:
    content = resources.files("pyvis").joinpath(_VIS).read_bytes()
    if hashlib.sha256(content).hexdigest() != _VIS_SHA256:
        raise StakeholderGraphError(
            "pyvis brings another vis-network than the one this page is made for",
            where=_VIS,
            remedy="pip install pyvis==0.3.2",
        )
    # HTML reads every line end as \n, and so must the hash in the policy.
    return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _policy(scripts: Sequence[str], style: str, *, served: bool) -> str:
    """Return a content security policy: only these scripts run, and nothing is sent elsewhere."""
    run = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {run}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
        + ("; connect-src 'self'" if served else "")
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
