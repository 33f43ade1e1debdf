// Who is accountable for a project or body, and its RACI, as the store answers: over all documents, whatever is filtered.
const LETTERS = ["R", "A", "C", "I"];

function dutyOf(node) {
  learnDuty(node);
  const { duty } = node;
  if (!duty) return [];
  const parties = once(duty.parties);
  return [
    ...section(say("accountable"), badge(duty.outcome), ...(parties.length ? [make("ul", { className: "duties" }, ...parties.map(partyItem))] : [])),
    ...(duty.raci.length ? section(say("raci"), make("dl", { className: "raci" }, ...LETTERS.flatMap((letter) => lettersOf(duty, letter)))) : []),
    ...(limited() ? [make("p", { className: "muted", textContent: say("unfiltered") })] : []),
  ];
}

const badge = (outcome) => make("strong", { className: `outcome ${outcome.replace(" ", "-")}`, textContent: say(outcome.replace(" ", "_")) });

function lettersOf(duty, letter) {
  const held = once(duty.raci.filter((each) => each.letter === letter));
  if (!held.length) return [];
  const more = duty.more?.[letter];
  return [
    make("dt", {}, make("abbr", { className: "letter", title: say(`raci_${letter}`), textContent: letter }), ` ${say(`raci_${letter}`)}`),
    make("dd", {}, make("ul", { className: "duties" }, ...held.map(partyItem), ...(more ? [make("li", { className: "muted", textContent: say("more", { n: more }) })] : []))),
  ];
}

// Several statements may say the same of one party.
function once(parties) {
  const seen = new Map(parties.map((party) => [[party.id, party.outcome || "", party.limit || ""].join("|"), party]).reverse());
  return parties.filter((party) => [...seen.values()].includes(party));
}

// A party, told apart: what is stated bears no mark, what is derived is marked and opens onto what it follows from.
function partyItem(party) {
  const node = nodes.get(idOf.get(party.id));
  return make("li", {}, node ? link(node) : partyName(party),
    ...(party.limit ? [make("span", { className: "muted", textContent: ` · ${party.limit}` })] : []),
    ...(!party.outcome ? [] : [" ", party.outcome === "derived" ? becauseOf(party) : badge(party.outcome)]));
}

function becauseOf(party) {
  const links = (party.chain || []).map((name) => edgeOf.get(name)).filter(Boolean);
  const sentence = (edge) => [nameOf(edge.from), " ", verb(edge), " ", nameOf(edge.to)];
  return make("details", { className: "because" },
    make("summary", { title: state.language === "en" ? party.rule || "" : "" }, badge("derived")),
    make("p", { className: "muted" }, say("follows"), " ", ...links.flatMap((edge, i) => (i ? [", ", ...sentence(edge)] : sentence(edge)))));
}

const partyName = ({ id, name }) => name || nameOf(idOf.get(id));

const nameOf = (id) => nodes.get(id).name;
