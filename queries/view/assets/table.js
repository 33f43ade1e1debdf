// The same facts as a table, for readers without the drawing.
const COLUMNS = ["source", "relation", "target", "quote", "document", "place"];

function drawTable() {
  if (find("rows").hidden) return;
  const body = [...shown.edges].map((id) => edges.get(id)).flatMap((edge) => edge.statements.filter(statementShown).map((statement) => rowOf(edge, statement)));
  find("rows").replaceChildren(make("table", {},
    make("caption", { textContent: say("caption") }),
    make("thead", {}, make("tr", {}, ...COLUMNS.map((name) => make("th", { scope: "col", textContent: say(name) })))),
    make("tbody", {}, ...body)));
}

function rowOf(edge, statement) {
  return make("tr", {},
    make("th", { scope: "row" }, link(nodes.get(edge.from))),
    make("td", {}, verb(edge)),
    make("td", {}, link(nodes.get(edge.to))),
    make("td", { textContent: statement.quote }),
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
