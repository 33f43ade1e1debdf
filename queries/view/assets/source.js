// Where the network comes from, piece by piece: the one door for what a page does not hold yet.
//
// A piece is {nodes, edges}, as queries/view/payload.py describes it. The page asks three questions:
//
//   source.neighbours({ of, most, size, shown })  the first `most` by the metric `size` of those linked with one
//   source.search({ text, most })                 stakeholders of such a name or alias, the likeliest first
//   source.path({ from, to })                     a shortest way between two, whichever way relations run
//
// `of`, `from` and `to` are ids, `shown` the ids of those on the page, `most` a number. Each answers with a
// promise of a piece: its stakeholders (of neighbours, the one asked for too), and every relation among these and with
// those of `shown` (for a path, the relations along it), each with all its statements. What the page holds already may
// come again: it is left as it is.
//
// `facts.server` is "" in a page from a file: it holds everything, and answers itself. Otherwise it is an address
// relative to the page's own, such as "api/": then a question is asked there, by POST to "api/neighbours",
// "api/search" or "api/path", with its values as JSON; the answer is a piece as JSON.
const source = {
  neighbours: (asked) => question("neighbours", asked),
  search: (asked) => question("search", asked),
  path: (asked) => question("path", asked),
};

async function question(name, asked) {
  if (!facts.server) return { nodes: [], edges: [] };
  const answer = await fetch(new URL(facts.server + name, document.baseURI), {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

// Ask, and take in what comes; true if there was an answer.
async function learn(name, asked) {
  try {
    adopt(await source[name](asked));
    return true;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof Error)) throw error;
    report(say("no_answer"));
    return false;
  }
}
