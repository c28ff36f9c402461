// The drawn neighbourhood. The page holds what is around one thing; a click on another
// asks this server for what is around that, and draws it too. The list below says the
// same without a drawing, and is what a keyboard or a screen reader walks along.
"use strict";

(() => {
  const box = document.getElementById("graph");
  const source = document.getElementById("around");
  if (!box || !source || typeof cytoscape !== "function") return;
  document.getElementById("drawing").hidden = false;

  const style = getComputedStyle(document.documentElement);
  const probe = document.createElement("span"); // resolves light-dark()
  box.append(probe);
  const color = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const sheet = () => [
    { selector: "node", style: {
      label: "data(short)", "font-size": box.clientWidth < 560 ? 10.5 : 12, "font-family": style.getPropertyValue("--sans"), color: color("--ink"),
      "text-wrap": "wrap", "text-max-width": box.clientWidth < 560 ? 150 : 120, "text-valign": "bottom", "text-margin-y": 4, width: 18, height: 18,
      "background-color": color("--quiet"), "text-background-color": color("--sheet"), "text-background-opacity": 0.85, "text-background-padding": 2 } },
    { selector: "node[kind = 'decision']", style: { "background-color": color("--court") } },
    { selector: "node[kind = 'provision']", style: { "background-color": color("--party"), shape: "round-rectangle" } },
    { selector: "node[kind = 'other']", style: { "background-color": color("--strong-line"), shape: "diamond", width: 14, height: 14 } },
    { selector: "node[?center]", style: { width: 30, height: 30, "font-weight": "bold", "border-width": 4, "border-color": color("--hit") } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": color("--link") } },
    { selector: "edge", style: {
      width: 1.4, "line-color": color("--strong-line"), "target-arrow-color": color("--strong-line"), "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier" } },
    { selector: "edge.told", style: { label: "data(label)", "font-size": 11, color: color("--ink"), "text-background-color": color("--sheet"),
      "text-background-opacity": 0.95, "text-background-padding": 2, width: 3, "z-index": 9 } },
    { selector: "edge[use = 'visa'], edge[use = 'applied']", style: { "line-color": color("--court"), "target-arrow-color": color("--court") } },
    { selector: "edge[use = 'invoked']", style: { "line-color": color("--party"), "target-arrow-color": color("--party"), "line-style": "dashed" } },
    { selector: "edge[use = 'reviews']", style: { "line-color": color("--order"), "target-arrow-color": color("--order"), width: 2.6 } },
  ];
  const short = (title) => (title.length > 60 ? title.slice(0, 58).trimEnd() + "…" : title);
  const known = new Set();
  const elements = (g, near) => {
    const list = [];
    for (const n of g.nodes) {
      if (cy.getElementById(n.id).nonempty() || known.has(n.id)) continue;
      known.add(n.id);
      list.push({ group: "nodes", data: { ...n, center: n.center && !near, short: short(n.title) }, position: near ? { x: near.x + Math.random() * 80 - 40, y: near.y + Math.random() * 80 - 40 } : undefined });
    }
    for (const e of g.edges) {
      const id = `${e.from} ${e.to}`;
      if (known.has(id)) continue;
      known.add(id);
      list.push({ group: "edges", data: { id, source: e.from, target: e.to, label: e.label, use: e.use } });
    }
    return list;
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const cy = cytoscape({ container: box, elements: [], style: sheet(), minZoom: 0.2, maxZoom: 3, boxSelectionEnabled: false });
  // ring puts the things around the centre on an ellipse that fills the box, every
  // other one nearer, so that their names have room.
  const ring = () => {
    const around = cy.nodes().filter((n) => !n.data("center")).toArray();
    const at = new Map();
    if (cy.width() < 560) { // a phone: two columns
      const rows = 2 * Math.ceil(around.length / 4); // as many above the centre as below it
      const row = (i) => (i < rows / 2 ? i - rows / 2 - 0.35 : i - rows / 2 + 1.35 - 0.35);
      around.forEach((n, i) => at.set(n.id(), { x: (i % 2 ? 1 : -1) * (cy.width() / 4 + 4), y: row(Math.floor(i / 2)) * Math.max(52, (cy.height() - 60) / (rows + 1)) }));
      return at;
    }
    around.forEach((n, i) => {
      const turn = (2 * Math.PI * i) / around.length - Math.PI / 2;
      const far = around.length > 10 && i % 2 ? 0.62 : 1;
      at.set(n.id(), { x: Math.cos(turn) * Math.max(cy.width() * 0.42 - 30, 130) * far, y: Math.sin(turn) * Math.max(cy.height() * 0.43 - 24, 130) * far });
    });
    return at;
  };
  const arrange = (first) => cy.layout(first
    ? { name: "preset", positions: ((at) => (n) => at.get(n.id()) || { x: 0, y: 0 })(ring()), padding: 24 }
    : { name: "cose", animate: !calm, animationDuration: 500, randomize: false, nodeRepulsion: () => 90000, idealEdgeLength: () => 110, padding: 30, fit: true }).run();
  cy.add(elements(JSON.parse(source.textContent)));
  arrange(true);

  const picked = document.getElementById("picked");
  const link = (href, text) => {
    const a = document.createElement("a");
    a.href = href;
    a.textContent = text;
    return a;
  };
  cy.on("mouseover tap", "node", (event) => {
    cy.edges().removeClass("told");
    event.target.connectedEdges().addClass("told");
  });
  const walked = new Set();
  cy.on("tap", "node", async (event) => {
    const n = event.target;
    picked.replaceChildren(document.createTextNode(n.data("title") + " — "));
    if (n.data("href")) picked.append(link(n.data("href"), box.dataset.open), " · ");
    picked.append(link(n.data("around"), box.dataset.more));
    if (n.data("center") || walked.has(n.id())) return;
    walked.add(n.id());
    try {
      const answer = await fetch(`${n.data("around")}?as=json`, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(answer.status);
      const g = await answer.json();
      // What the server calls the thing may be another of its names.
      for (const e of g.edges) {
        if (e.from === g.center) e.from = n.id();
        if (e.to === g.center) e.to = n.id();
      }
      g.nodes = g.nodes.filter((x) => x.id !== g.center);
      cy.add(elements(g, n.position()));
      arrange(false);
    } catch {
      walked.delete(n.id());
      picked.append(" — ", box.dataset.failed);
    }
  });
  for (const b of document.querySelectorAll("[data-zoom]")) {
    b.addEventListener("click", () => {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      if (b.dataset.zoom === "fit") cy.fit(undefined, 30);
      else cy.zoom({ level: cy.zoom() * (b.dataset.zoom === "in" ? 1.3 : 1 / 1.3), renderedPosition: middle });
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(sheet()));
  box.attendu = cy; // for the browser test
})();
