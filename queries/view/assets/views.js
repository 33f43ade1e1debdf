// The switch between the views of a large network.
function viewGroup() {
  if (facts.views.length < 2) return "";
  const choice = (view) => make("label", { className: "row" },
    make("input", { type: "radio", name: "view", value: view, checked: view === state.view, onchange: () => setView(view) }),
    make("span", { className: "word", textContent: say(`view_${view}`, { n: facts.limit, metric: say(state.size) }) }));
  return make("fieldset", { className: "group", id: "views" },
    make("legend", {}, make("h2", { textContent: say("view") })), ...facts.views.map(choice));
}

function setView(view) {
  Object.assign(state, { view, focus: null, way: null });
  for (const opened of [state.opened, state.unfolded, state.added]) opened.clear();
  found = new Map();
  shapes.clear();
  changed();
  fit(false);
}
