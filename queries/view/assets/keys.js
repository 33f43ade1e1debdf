// What each key does, and the list of them that "?" shows.
const KEYS = {
  ArrowRight: () => (state.chosen ? point(1) : pan(1, 0)), ArrowDown: () => (state.chosen ? point(1) : pan(0, 1)),
  ArrowLeft: () => (state.chosen ? point(-1) : pan(-1, 0)), ArrowUp: () => (state.chosen ? point(-1) : pan(0, -1)),
  Enter: () => follow(), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => fit(),
};
const MOVES = { ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowUp: [0, -1] }; // with Shift, whatever is chosen
const ANYWHERE = { Escape: () => back(), "?": () => showKeys(), "/": () => find("query").select() };
const LISTED = ["arrows", "enter", "escape", "shift", "zoom", "slash", "help"];

function drawKeys() {
  find("help").setAttribute("aria-label", say("keys"));
  find("help").title = say("keys");
  find("key-list").replaceChildren(make("h2", { id: "key-title", textContent: say("keys") }),
    make("dl", {}, ...LISTED.flatMap((key) => [make("dt", {}, make("kbd", { textContent: say(`key_${key}`) })), make("dd", { textContent: say(`does_${key}`) })])),
    make("form", { method: "dialog" }, make("button", { className: "action", textContent: say("close") })));
}

const showKeys = () => find("key-list").showModal();

const typing = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element?.tagName) && !/^(checkbox|radio)$/.test(element.type);
const plainKey = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !find("key-list").open;

function press(event, act) {
  if (!act) return;
  event.preventDefault();
  act();
}

find("canvas").addEventListener("keydown", (event) => {
  if (!plainKey(event)) return;
  press(event, event.shiftKey && MOVES[event.key] ? () => pan(...MOVES[event.key]) : KEYS[event.key]);
});
document.addEventListener("keydown", (event) => {
  if (plainKey(event) && !typing(event.target)) press(event, ANYWHERE[event.key]);
});
find("help").addEventListener("click", showKeys);
