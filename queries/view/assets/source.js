// Where the network comes from, piece by piece: the one door for what a page does not hold yet.
//
// A piece is {nodes, edges}, as queries/view/payload.py describes it. The page asks:
//
//   source.neighbours({ of, most, size, held })  the first `most` by the metric `size` of those linked with one
//   source.search({ text, most, held })          stakeholders of such a name or alias, the likeliest first
//   source.some({ ids, held })                   stakeholders by their ids
//   source.path({ from, to, held })              a shortest way between two, whichever way relations run
//   source.duty({ of, held })                    who is accountable for one: a piece with a `duty` beside
//
// `of`, `from`, `to` and `ids` are ids, `held` those of all that the page holds, `most` a number. Each answers with a
// promise of a piece: its stakeholders without those held (a search tells these too), and every relation among the
// stakeholders of the piece and between them and those held, each with all its statements. So the page holds every
// relation among all it holds.
//
// `facts.server` is "" in a page from a file: it holds everything, and answers itself. Otherwise it is an address
// relative to the page's own, such as "api/": then a question is asked there, by POST to "api/neighbours",
// "api/search" and so on, with its values as JSON; the answer is a piece as JSON, or an `error` in one line.
const source = Object.fromEntries(["neighbours", "search", "some", "path", "duty"].map((name) => [name, (asked) => question(name, asked)]));

async function question(name, asked) {
  if (!facts.server) return { nodes: [], edges: [] };
  const answer = await fetch(new URL(facts.server + name, document.baseURI), {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked),
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.error);
  return told;
}

// Ask, and take in what comes; the piece if there was an answer.
async function learn(name, asked) {
  try {
    const piece = await source[name]({ ...asked, held: [...idOf.keys()] });
    adopt(piece);
    if (facts.server) drawLegend();
    return piece;
  } catch (error) {
    report(error instanceof TypeError || error instanceof SyntaxError ? say("no_answer") : error.message);
    return null;
  }
}

// Who is accountable is asked of a server when one is chosen.
const DUTIES = ["project", "body"]; // kinds of which it is asked, as in queries/view/duty.py

async function learnDuty(node) {
  if (!facts.server || node.duty !== undefined || !DUTIES.includes(node.kind)) return;
  node.duty = null; // asked
  const piece = await learn("duty", { of: node.key });
  if (!piece) return;
  node.duty = piece.duty;
  refresh();
  if (state.chosen === node.id) drawPanel();
}
