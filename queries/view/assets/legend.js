// The legend, which is also the filter.
function drawLegend() {
  find("legend").setAttribute("aria-label", `${say("kinds")}, ${say("relations")}`);
  const perKind = tally([...nodes.values()].map((node) => node.kind));
  const perRelation = tally([...edges.values()].map((edge) => edge.relation));
  find("legend").replaceChildren(
    viewGroup(),
    facts.legend.kinds.length ? group("kinds", facts.legend.kinds, perKind, kindSwatch) : "",
    ...groundRow(),
    facts.legend.relations.length ? group("relations", facts.legend.relations, perRelation, relationSwatch) : "",
    ...limitsGroup(),
  );
}

// What the ground behind shapes, or a disc, stands for.
function groundRow() {
  if (communities.size < 2) return [];
  const swatch = drawing("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" },
    drawing("circle", { r: 7.5, fill: theme("bubble"), stroke: theme("rim"), "stroke-opacity": 0.5 }));
  return [make("p", { className: "ground muted" }, swatch, say("ground"))];
}

function limitsGroup() {
  const limits = drawLimits();
  return limits.length
    ? [make("fieldset", { className: "group", id: "limits" }, make("legend", {}, make("h2", { textContent: say("limits") })), ...limits)] : [];
}

function tally(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) || 0) + 1);
  return counts;
}

function group(what, things, counts, swatch) {
  const hidden = state.hidden[what];
  const set = (key, names) => make("button", {
    type: "button", className: "link", textContent: say(key), "aria-label": say(`${key}_of`, { what: say(what) }),
    onclick: () => { state.hidden[what] = new Set(names); filtered(); },
  });
  return make("fieldset", { className: "group" },
    make("legend", {}, make("h2", { textContent: say(what) }),
      set("all", []), set("none", things.map((thing) => thing.name))),
    ...things.map((thing) => make("label", { className: "row", onmouseenter: () => explain(thing) },
      make("input", { type: "checkbox", checked: !hidden.has(thing.name), onfocus: () => explain(thing), onchange: (event) => {
        event.target.checked ? hidden.delete(thing.name) : hidden.add(thing.name);
        filtered(false);
      } }),
      swatch(thing),
      make("span", { className: "word", textContent: label(thing) }),
      make("span", { className: "count", textContent: count(counts.get(thing.name) || 0) }))));
}

// What a relation means is told where it covers nothing.
function explain(thing) {
  if (meaning(thing)) find("status").textContent = `${label(thing)}: ${meaning(thing)}`;
}

// What follows a change of the filters; the legend itself only when several boxes changed.
function filtered(legendToo = true) {
  if (state.way) setWay(state.way.from, state.way.to);
  if (legendToo) drawLegend();
  changed();
}

// What follows a change of what is shown.
function changed() {
  pointed = null;
  refresh();
  redraw();
  drawPanel();
  drawTable();
  drawSummary();
  report(shownCounts());
}

function report(text) {
  find("status").textContent = text;
  writeAddress();
}

function shownCounts() {
  if (shown.groups.size) return shownPart();
  return say("shown", {
    n: shown.nodes.size, all: facts.total, m: shown.edges.size, every: edges.size,
  });
}
