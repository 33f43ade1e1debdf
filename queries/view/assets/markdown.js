// What the panel tells, as Markdown in which all text stands for itself.
const plain = (text) => String(text).replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~#]/g, "\\$&");

function markdown() {
  const node = nodes.get(state.chosen);
  const told = state.way || edges.has(state.chosen) || node ? panelEdges() : [];
  return [
    `## ${plain(find("panel").querySelector("h3").textContent)}`, "",
    ...(node && !state.way ? aboutInMarkdown(node) : []),
    ...(isGroup(state.chosen) && !state.way ? groupOf(state.chosen).members.map(({ name }) => `- ${plain(name)}`) : []),
    ...told.flatMap((edge) => edge.statements.filter(statementShown).map((said) => saidInMarkdown(edge, said))), "",
  ].join("\n");
}

function saidInMarkdown(edge, said) {
  const where = [said.document, placeOf(said)].filter(Boolean).join(", ");
  return `- ${plain(nameOf(edge.from))} **${plain(label(relations.get(edge.relation)))}** ${plain(nameOf(edge.to))}: `
    + `${plain(said.quote)} (${plain(where)})`;
}

function aboutInMarkdown(node) {
  const { duty } = node;
  const party = (each) => [partyName(each), each.limit, each.outcome && say(each.outcome)].filter(Boolean).map(plain).join(", ");
  const line = (word, parties) => (parties.length ? [`**${plain(word)}** ${once(parties).map(party).join("; ")}`, ""] : []);
  return [
    [label(kinds.get(node.kind)), ...node.aliases].map(plain).join(" · "), "",
    ...(duty ? [`**${plain(say("accountable"))}** ${plain(say(duty.outcome.replace(" ", "_")))}`, "", ...line("", duty.parties).map((text) => text.replace("**** ", ""))] : []),
    ...(duty ? LETTERS.flatMap((letter) => line(`${letter} ${say(`raci_${letter}`)}`, duty.raci.filter((each) => each.letter === letter))) : []),
  ];
}

async function copyMarkdown() {
  const text = markdown();
  try {
    await navigator.clipboard.writeText(text);
    report(say("copied"));
  } catch {
    save(fileName("md"), "text/markdown;charset=utf-8", text); // a page from a file may not copy
  }
}
