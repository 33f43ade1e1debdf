// The same facts as a table, for readers without the drawing: every statement that passes, of what is shown.
const COLUMNS = ["source", "relation", "target", "quote", "document", "place"];
const ROWS = 500; // at once: a longer table makes a page slow

// The relations shown by themselves, and those that a collapsed community stands for.
const toldEdges = () => [...shown.passing].map((id) => edges.get(id)).filter((edge) =>
  edgeShown(edge) || [edge.from, edge.to].every((id) => nodes.has(holder(id)) ? shown.nodes.has(id) : shown.groups.has(holder(id))));

const toldStatements = () => toldEdges().flatMap((edge) => edge.statements.filter(statementShown).map((said) => ({ edge, said })));

function drawTable(most = ROWS) {
  if (find("rows").hidden) return;
  const told = toldStatements();
  const rest = told.length - most;
  find("rows").replaceChildren(make("table", {},
    make("caption", { textContent: say("caption") }),
    make("thead", {}, make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col", textContent: say(name) })))),
    make("tbody", {}, ...told.slice(0, most).map(({ edge, said }) => rowOf(edge, said)))),
  ...(rest > 0 ? [action("rows", () => drawTable(most + ROWS), { n: Math.min(rest, ROWS), all: rest })] : []));
}

function rowOf(edge, statement) {
  return make("tr", {},
    make("th", { scope: "row" }, link(nodes.get(edge.from))),
    make("td", {}, verb(edge)),
    make("td", {}, link(nodes.get(edge.to))),
    make("td", { textContent: statement.quote, dir: "auto" }),
    make("td", {}, cited(statement.document)),
    make("td", { textContent: placeOf(statement) }));
}

function toggleTable() {
  const rows = find("rows");
  rows.hidden = !rows.hidden;
  find("canvas").hidden = !rows.hidden;
  find("table").setAttribute("aria-pressed", !rows.hidden);
  drawTable();
  if (rows.hidden) network.redraw();
}
