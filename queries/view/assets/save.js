// What a reader takes along, as files.
function save(name, type, ...parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const fileName = (ending) => `${fold(document.title).replace(/[^a-z0-9]+/g, "-") || "network"}.${ending}`;

function savePng() {
  const drawn = find("canvas").querySelector("canvas");
  const canvas = make("canvas", { width: drawn.width, height: drawn.height });
  const context = canvas.getContext("2d");
  context.fillStyle = theme("desk");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0);
  canvas.toBlob((blob) => save(fileName("png"), "image/png", blob));
}

// A spreadsheet would run a text that begins like a formula.
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[\s\ufeff]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

function saveCsv() {
  const heads = ["source", "relation", "target", "phase", "since", "until", "quote", "document", "place", "confidence"];
  const rows = toldStatements().map(({ edge, said }) => ({
    ...said, source: nodes.get(edge.from).name, relation: edge.relation, target: nodes.get(edge.to).name,
    place: placeOf(said), confidence: said.confidence ?? 1,
  }));
  const lines = [heads.join(","), ...rows.map((row) => heads.map((head) => cell(row[head])).join(","))];
  save(fileName("csv"), "text/csv;charset=utf-8", "\ufeff", lines.join("\r\n"), "\r\n");
}
