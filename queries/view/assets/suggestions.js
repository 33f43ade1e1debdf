// Suggestions below a field, as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it.
const OFFERED = 8;
const PAUSE = 200; // milliseconds of no typing, after which a server is asked

function suggest(field, pick) {
  const list = make("ul", { className: "suggestions", role: "listbox", hidden: true, id: `${field.id}-list`, "aria-label": say("suggestions") });
  const box = { field, list, pick, offered: [], at: -1 };
  let asking;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": false, "aria-controls": list.id })) {
    field.setAttribute(name, value);
  }
  field.addEventListener("input", () => {
    offer(box);
    clearTimeout(asking);
    if (facts.server && fold(field.value)) {
      asking = setTimeout(() => offerMore(box), PAUSE);
    }
  });
  field.addEventListener("keydown", (event) => step(box, event));
  field.addEventListener("blur", () => withdraw(box));
  return list;
}

async function offerMore(box) {
  const text = box.field.value;
  const piece = await learn("search", { text, most: OFFERED });
  const late = box.field.value !== text || document.activeElement !== box.field;
  if (piece && !late) offer(box, piece.nodes.map((node) => nodes.get(idOf.get(node.id))));
}

function offer(box, found = matches(box.field.value, OFFERED)) {
  box.offered = found;
  box.at = -1;
  box.list.replaceChildren(...box.offered.map((node, i) => make("li", {
    role: "option", id: `${box.list.id}-${i}`, "aria-selected": false,
    onmousedown: (event) => { event.preventDefault(); take(box, node); },
  }, kindSwatch(kinds.get(node.kind)), make("span", { className: "word", dir: "auto", textContent: node.name }),
  make("span", { className: "muted", textContent: besides(node, box.field.value) }))));
  show(box, box.offered.length > 0);
}

// The alias that was meant, and whether the stakeholder is on the drawing.
function besides(node, text) {
  const asked = fold(text);
  const alias = node.folded[0].includes(asked) ? "" : node.aliases.find((name) => fold(name).includes(asked));
  return [alias, !nodeShown(node) && say("not_shown")].filter(Boolean).join(" · ");
}

function show(box, shownNow) {
  box.list.hidden = !shownNow;
  box.field.setAttribute("aria-expanded", shownNow);
  if (!shownNow) box.field.removeAttribute("aria-activedescendant");
}

const withdraw = (box) => show(box, false);

function step(box, event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && !box.list.hidden) {
    event.preventDefault();
    box.at = (box.at + by + box.offered.length) % box.offered.length;
    [...box.list.children].forEach((item, i) => item.setAttribute("aria-selected", i === box.at));
    box.field.setAttribute("aria-activedescendant", `${box.list.id}-${box.at}`);
  } else if (event.key === "Escape") withdraw(box);
  else if (event.key === "Enter" && box.at >= 0 && !box.list.hidden) {
    event.preventDefault();
    take(box, box.offered[box.at]);
  } else if (event.key === "Enter") withdraw(box);
}

function take(box, node) {
  box.field.value = node.name;
  withdraw(box);
  box.pick(node);
}
