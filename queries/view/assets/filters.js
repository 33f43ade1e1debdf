// What is shown: kinds and relations of the legend, what statements must hold, and the focus.
const statements = data.edges.flatMap((edge) => edge.statements);
const distinct = (values) => [...new Set(values.filter(Boolean))].sort();
const choices = {
  documents: distinct(statements.map((statement) => statement.document)),
  phases: distinct(statements.map((statement) => statement.phase)),
  dates: distinct(statements.flatMap((statement) => [statement.since, statement.until])),
  doubtful: statements.some((statement) => statement.confidence !== undefined),
};
const shown = { nodes: new Set(), edges: new Set() };
const nodeShown = (node) => shown.nodes.has(node.id);
const edgeShown = (edge) => shown.edges.has(edge.id);
const AFTER = "\uffff"; // sorts after every date that begins alike

// A statement without phase holds in every phase, one without dates at any.
function statementShown({ document, phase, since = "", until = "", confidence = 1 }) {
  const { limits } = state;
  return (!limits.document || document === limits.document)
    && (!limits.phase || !phase || phase === limits.phase)
    && (!limits.date || (since <= limits.date + AFTER && (!until || until + AFTER >= limits.date)))
    && confidence >= limits.confidence;
}

const limited = () => state.limits.document || state.limits.phase || state.limits.date || state.limits.confidence > 0;
const kindShown = (id) => !state.hidden.kinds.has(nodes.get(id).kind);

function refresh() {
  const passing = data.edges.filter((edge) => !state.hidden.relations.has(edge.relation)
    && kindShown(edge.from) && kindShown(edge.to) && edge.statements.some(statementShown));
  const near = state.focus && reach(passing, state.focus.id, state.focus.steps);
  const linked = new Set(passing.flatMap((edge) => [edge.from, edge.to]));
  shown.nodes = new Set(data.nodes.map((node) => node.id).filter((id) =>
    kindShown(id) && (!near || near.has(id)) && (!limited() || linked.has(id))));
  shown.edges = new Set(passing.filter((edge) => shown.nodes.has(edge.from) && shown.nodes.has(edge.to))
    .map((edge) => edge.id));
}

// The ids at most so many steps from one, whichever way links run.
function reach(links, id, steps) {
  const reached = new Set([id]);
  for (let step = 0; step < steps; step += 1) {
    const next = links.filter((edge) => reached.has(edge.from) !== reached.has(edge.to));
    next.forEach((edge) => reached.add(edge.from).add(edge.to));
  }
  return reached;
}

// The links of a shortest way between two, over what is shown, or null.
function wayBetween(from, to) {
  const by = new Map([[from, null]]);
  for (const id of by.keys()) {
    for (const edge of edgesOf(id).filter(edgeShown)) {
      const other = edge.from === id ? edge.to : edge.from;
      if (!by.has(other)) by.set(other, edge);
    }
  }
  if (!by.has(to)) return null;
  const way = [];
  for (let at = to; at !== from;) {
    const edge = by.get(at);
    way.unshift(edge);
    at = edge.from === at ? edge.to : edge.from;
  }
  return way;
}

function drawLimits() {
  const { limits } = state;
  const set = (key) => (event) => { limits[key] = event.target.value; filtered(false); };
  const select = (key, values) => values.length > 1 && make("label", { className: "limit" }, say(key),
    make("select", { id: `limit-${key}`, onchange: set(key) }, make("option", { value: "", textContent: say("any") }),
      ...values.map((value) => make("option", { value, textContent: value, selected: value === limits[key] }))));
  const range = (key, text, properties) => make("label", { className: "limit" }, say(key),
    make("output", { textContent: text() }),
    make("input", { type: "range", id: `limit-${key}`, "aria-label": say(key), ...properties }));
  const date = choices.dates.length > 0 && range("date", () => limits.date || say("any"), {
    min: 0, max: choices.dates.length, value: choices.dates.indexOf(limits.date) + 1,
    oninput: (event) => {
      limits.date = choices.dates[event.target.value - 1] || "";
      event.target.previousSibling.textContent = limits.date || say("any");
      filtered(false);
    },
  });
  const sure = choices.doubtful && range("confidence", () => count(limits.confidence), {
    min: 0, max: 1, step: 0.05, value: limits.confidence,
    oninput: (event) => {
      limits.confidence = Number(event.target.value);
      event.target.previousSibling.textContent = count(limits.confidence);
      filtered(false);
    },
  });
  return [select("document", choices.documents), select("phase", choices.phases), date, sure].filter(Boolean);
}
