// The side panel: what is stated about the chosen stakeholder, or by the chosen link.
function drawPanel() {
  const panel = find("panel");
  panel.setAttribute("aria-label", say("details"));
  const id = state.chosen;
  panel.replaceChildren(...(nodes.has(id) ? aboutNode(nodes.get(id)) : edges.has(id) ? aboutEdge(edges.get(id)) : overview()));
  panel.scrollTop = 0;
}

const section = (title, ...parts) => [make("h2", { textContent: title }), ...parts];

function overview() {
  const first = ranked().filter(nodeShown).slice(0, 12);
  return [
    make("p", { className: "muted", textContent: say("hint") }),
    ...section(say("first", { metric: say(state.size) }), make("ol", { className: "ranking" },
      ...first.map((node) => make("li", {}, kindSwatch(kinds.get(node.kind)), link(node),
        make("span", { className: "muted", textContent: count(node.metrics[state.size][0]) }))))),
  ];
}

function title(swatch, text) {
  return make("div", { className: "title" }, ...swatch, make("h3", { textContent: text }),
    make("button", { type: "button", className: "close", textContent: "×", "aria-label": say("close"), onclick: () => choose(null) }));
}

function aboutNode(node) {
  const kind = kinds.get(node.kind);
  const order = [...relations.keys()];
  const near = edgesOf(node.id).filter(edgeShown)
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
  const parts = [title([kindSwatch(kind)], node.name), make("p", { className: "muted", textContent: label(kind) })];
  if (node.aliases.length) parts.push(...section(say("aliases"), make("p", { textContent: node.aliases.join(" · ") })));
  parts.push(...section(say("influence"), make("dl", { className: "measures" }, ...facts.sizes.flatMap((metric) => [
    make("dt", { textContent: say(metric) }),
    make("dd", { textContent: count(node.metrics[metric][0]) }),
    make("dd", { className: "muted", textContent: say("rank", { n: node.metrics[metric][1] }) }),
  ]))));
  const said = near.flatMap((edge) => edge.statements.map((statement) => statementOf(edge, statement, node.id)));
  parts.push(...section(say("said"), ...(said.length ? said : [make("p", { className: "muted", textContent: say("nothing") })])));
  return parts;
}

function aboutEdge(edge) {
  const relation = relations.get(edge.relation);
  return [
    title([relationSwatch(relation)], label(relation)),
    make("p", { className: "muted", textContent: meaning(relation) }),
    ...section(say("said"), ...edge.statements.map((statement) => statementOf(edge, statement, null))),
  ];
}

function link(node) {
  return make("button", { type: "button", className: "link", textContent: node.name, onclick: () => { choose(node.id); centre(node.id); } });
}

// The relation as a way to its link: the drawing alone would leave out the keyboard.
function verb(edge) {
  return make("button", { type: "button", className: "link verb", textContent: label(relations.get(edge.relation)), onclick: () => choose(edge.id) });
}

function statementOf(edge, statement, self) {
  const relation = relations.get(edge.relation);
  const end = (id) => (id === self ? nodes.get(id).name : link(nodes.get(id)));
  const parts = [make("p", { className: "sentence" }, end(edge.from), " ", relationSwatch(relation),
    self === null ? make("span", { className: "verb", textContent: label(relation) }) : verb(edge), " ", end(edge.to))];
  if (statement.quote) parts.push(make("blockquote", { textContent: statement.quote }));
  parts.push(make("p", { className: "cite" }, source(statement.document), ...cite(statement)));
  return make("div", { className: "statement" }, ...parts);
}

// A document with an address of the web opens there; any other is only named.
function source(document) {
  if (!/^https?:\/\//i.test(document)) return document;
  return make("a", { href: document, target: "_blank", rel: "noopener noreferrer", textContent: document });
}

function placeOf(statement) {
  if (statement.place) return statement.place;
  const [a, b] = statement.offsets || [];
  return b === undefined ? "" : say("characters", { a, b });
}

function cite(statement) {
  const facts = ["phase", "since", "until", "frequency", "condition", "confidence"]
    .filter((key) => statement[key] !== undefined).map((key) => `${say(key)} ${key === "confidence" ? count(statement[key]) : statement[key]}`);
  if (statement.jointly_with) facts.push(`${say("jointly_with")} ${statement.jointly_with.join(", ")}`);
  if (statement.review === "accepted") facts.push(say("accepted"));
  return [placeOf(statement), ...facts].filter(Boolean).map((fact) => ` · ${fact}`);
}
