// What statements must hold, and which relations pass: the filters apply to all, shown or not.
const distinct = (values) => [...new Set(values.filter(Boolean))].sort();
let choices;
const AFTER = "\uffff"; // sorts after every date that begins alike

// What can be chosen, from what the page holds.
function readChoices() {
  const statements = [...edges.values()].flatMap((edge) => edge.statements);
  return {
    documents: distinct(statements.map((statement) => statement.document)),
    phases: distinct(statements.map((statement) => statement.phase)),
    dates: distinct(statements.flatMap((statement) => [statement.since, statement.until])),
    doubtful: statements.some((statement) => statement.confidence !== undefined),
  };
}

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
const relationPasses = (edge) => !state.hidden.relations.has(edge.relation)
  && kindShown(edge.from) && kindShown(edge.to) && edge.statements.some(statementShown);

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
