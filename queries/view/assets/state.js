// What the reader has chosen, and the small helpers every other file uses.
const data = JSON.parse(document.getElementById("data").textContent);
const facts = data.facts;
const words = JSON.parse(data.words);
const kinds = new Map(facts.legend.kinds.map((kind) => [kind.name, kind]));
const relations = new Map(facts.legend.relations.map((relation) => [relation.name, relation]));

const state = {
  language: facts.language,
  size: facts.size,
  view: facts.views[0], // what is shown at first: "top", "groups" or "all"
  opened: new Map(), // id → how many of its neighbours are shown beside it
  unfolded: new Set(), // communities whose members are shown
  added: new Set(), // ids shown besides, found by search or by a path
  hidden: { kinds: new Set(), relations: new Set() },
  limits: { document: "", phase: "", date: "", confidence: 0 }, // what statements must hold
  focus: null, // a node and how many steps around it are shown
  way: null, // two nodes and the links between them
  chosen: null, // the id of a node, of an edge or of a group
  hovered: null,
};

const find = (id) => document.getElementById(id);

// An element with properties and children; text children are text, whatever they hold.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role" || name === "scope") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

// A word of the interface, with {places} filled; numbers as the language writes them, and one of a thing as one.
function say(key, values = {}) {
  const known = words[state.language];
  const one = values.n !== undefined && new Intl.PluralRules(state.language).select(values.n) === "one";
  return ((one && known[`${key}_one`]) || known[key]).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === "number" ? count(value) : value;
  });
}

function count(value) {
  return value.toLocaleString(state.language, { maximumSignificantDigits: value % 1 ? 3 : 21 });
}

// The vocabulary explains its relations in English only.
const meaning = (thing) => (state.language === "en" && thing.meaning) || "";
const label = (thing) => thing.labels[state.language];
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
