// The side panel: what is stated about the chosen stakeholder, or by the chosen link.
function drawPanel() {
  const panel = find("panel");
  panel.setAttribute("aria-label", say("details"));
  const id = state.chosen;
  const inside = panel.contains(document.activeElement);
  const typed = document.activeElement?.id === "way" && panel.dataset.of === String(id) ? document.activeElement.value : null;
  panel.replaceChildren(...(state.way ? aboutWay() : nodes.has(id) ? aboutNode(nodes.get(id))
    : edges.has(id) ? aboutEdge(edges.get(id)) : isGroup(id) ? aboutGroup(groupOf(id)) : overview()));
  if (panel.dataset.of !== String(id)) panel.scrollTop = 0;
  panel.dataset.of = id;
  if (typed !== null && find("way")) typeAgain(find("way"), typed);
  else if (inside) panel.focus({ preventScroll: true }); // the button that was pressed is gone
}

// An answer that comes in while somebody types draws the panel anew.
function typeAgain(field, text) {
  field.value = text;
  field.focus();
  field.dispatchEvent(new Event("input"));
}

// The links that the panel tells of, in the order of the vocabulary.
function panelEdges() {
  if (state.way) return state.way.links;
  if (edges.has(state.chosen)) return [edges.get(state.chosen)];
  const order = [...relations.keys()];
  return edgesOf(state.chosen).filter(passes).sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
}

const saidBy = (edge, self) => edge.statements.filter(statementShown).map((statement) => statementOf(edge, statement, self));

const section = (title, ...parts) => [make("h2", { textContent: title }), ...parts];

function overview() {
  if (!nodes.size) return [make("p", { className: "muted", textContent: say("empty") })];
  const groups = [...shown.groups.values()].sort((a, b) => b.members.length - a.members.length);
  return [
    make("p", { className: "muted", textContent: say(groups.length ? "hint_groups" : "hint") }),
    ...(groups.length ? section(say("largest"), make("ol", { className: "ranking plain" }, ...groups.slice(0, 12).map((group) =>
      make("li", {}, groupLink(group), make("span", { className: "muted", textContent: count(group.members.length) }))))) : []),
    ...section(say("first", { metric: say(state.size) }), ranking(ranked().filter((node) => kindShown(node.id)).slice(0, 12))),
  ];
}

const ranking = (some) => make("ol", { className: "ranking" }, ...some.map((node) => make("li", {},
  kindSwatch(kinds.get(node.kind)), link(node), make("span", { className: "muted", textContent: count(valueOf(node)) }))));

function groupLink(group) {
  return make("button", { type: "button", className: "link", dir: "auto", textContent: group.members[0].name, onclick: () => goTo(group.id) });
}

function title(swatch, text) {
  return make("div", { className: "title" }, ...swatch, make("h3", { textContent: text, dir: "auto" }),
    make("button", { type: "button", className: "link", textContent: say("copy"), title: say("copy_hint"), onclick: copyMarkdown }),
    make("button", { type: "button", className: "close", textContent: "×", "aria-label": say("close"), onclick: () => choose(null) }));
}

function aboutNode(node) {
  const kind = kinds.get(node.kind);
  const parts = [title([kindSwatch(kind)], node.name), make("p", { className: "muted", textContent: label(kind) })];
  if (node.aliases.length) parts.push(...section(say("aliases"), make("p", { textContent: node.aliases.join(" · "), dir: "auto" })));
  parts.push(...dutyOf(node), ...vicinity(node), ...measures(node));
  const said = panelEdges().flatMap((edge) => saidBy(edge, node.id));
  parts.push(...section(say("said"), ...(said.length ? said : [make("p", { className: "muted", textContent: say("nothing") })])));
  return parts;
}

function measures(node) {
  const known = facts.sizes.filter((metric) => node.metrics[metric]);
  return known.length ? section(say("influence"), make("dl", { className: "measures" }, ...known.flatMap((metric) => [
    make("dt", { textContent: say(metric) }),
    make("dd", { textContent: count(node.metrics[metric][0]) }),
    make("dd", { className: "muted", textContent: node.metrics[metric][1] ? say("rank", { n: node.metrics[metric][1] }) : "" }),
  ]))) : [];
}

function aboutGroup(group) {
  const folded = shown.groups.has(groupId(group.number));
  return [
    title([], nameOfGroup(group)),
    make("p", { className: "muted", textContent: say("community", { n: group.members.length }) }),
    ...(state.view === "groups" ? [action(folded ? "unfold" : "fold", () => (folded ? unfold : foldUp)(group.number))] : []),
    ...section(say("members"), ranking(group.members)),
  ];
}

const action = (key, onclick, values) =>
  make("button", { type: "button", className: "action", textContent: say(key, values), onclick });

function aboutEdge(edge) {
  const relation = relations.get(edge.relation);
  return [
    title([relationSwatch(relation)], label(relation)),
    make("p", { className: "muted", textContent: meaning(relation) }),
    ...section(say("said"), ...saidBy(edge, null)),
  ];
}

function aboutWay() {
  const { from, to, links } = state.way;
  return [
    title([], say("way", { a: nodes.get(from).name, b: nodes.get(to).name })),
    ...section(say("steps", { n: links.length }), ...links.flatMap((edge) => saidBy(edge, null))),
  ];
}

// How much around a stakeholder is shown, and the way from it to another.
function vicinity(node) {
  const near = state.focus && state.focus.id === node.id ? state.focus.steps : 0;
  const steps = [1, 2, 3, 0].map((n) => make("button", {
    type: "button", textContent: n ? count(n) : say("all"), "aria-pressed": n === near, "aria-label": say(n ? "within" : "everything", { n }),
    onclick: () => focus(node.id, n),
  }));
  const to = make("input", { type: "search", id: "way", autocomplete: "off", placeholder: say("way_to"), "aria-label": say("way_to") });
  const seek = async () => showWay(node, await look(to.value));
  const form = make("form", { className: "way", onsubmit: (event) => { event.preventDefault(); seek(); } },
    to, suggest(to, (other) => showWay(node, other)));
  return section(say("around"), ...openers(node), make("div", { className: "buttons steps" }, ...steps), form);
}

// What is linked with a stakeholder and not shown yet, to be opened; what was opened, to be closed.
function openers(node) {
  const more = unseen(node);
  const buttons = [
    more && !state.focus && action("expand", () => expand(node.id), { n: Math.min(more, AT_ONCE), all: more }),
    isOpened(node.id) && action("collapse", () => collapse(node.id)),
    state.added.has(node.id) && action("hide", () => { state.added.delete(node.id); choose(null); changed(); }),
  ].filter(Boolean);
  return buttons.length ? [make("div", { className: "actions" }, ...buttons)] : [];
}

async function showWay(node, other) {
  if (!other) return other === null && report(say("unknown"));
  if (!await seekWay(node.id, other.id)) return report(say("no_way"));
  redraw();
  drawPanel();
  fitTo(state.way.links.flatMap((edge) => [edge.from, edge.to]));
  report(say("steps", { n: state.way.links.length }));
}

function link(node) {
  return make("button", { type: "button", className: "link", dir: "auto", textContent: node.name, onclick: () => goTo(node.id) });
}

// The relation as a way to its link: the drawing alone would leave out the keyboard.
function verb(edge) {
  return make("button", { type: "button", className: "link verb", textContent: label(relations.get(edge.relation)), onclick: () => goTo(edge.id) });
}

function statementOf(edge, statement, self) {
  const relation = relations.get(edge.relation);
  const end = (id) => (id === self ? nodes.get(id).name : link(nodes.get(id)));
  const parts = [make("p", { className: "sentence" }, end(edge.from), " ", relationSwatch(relation),
    self === null ? make("span", { className: "verb", textContent: label(relation) }) : verb(edge), " ", end(edge.to),
    ...(relation.raci ? [" ", make("abbr", { className: "letter", title: say(`raci_${relation.raci}`), textContent: relation.raci })] : []))];
  if (statement.quote) parts.push(make("blockquote", { textContent: statement.quote, dir: "auto" }));
  parts.push(make("p", { className: "cite" }, cited(statement.document), ...cite(statement)));
  const said = make("div", { className: "statement" }, ...parts);
  said.dataset.edge = edge.id;
  return said;
}

// A document with an address of the web opens there; any other is only named.
function cited(document) {
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
