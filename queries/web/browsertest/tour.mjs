// The tour of `attendu demo` by clicking, in French and English, at 1400 and 390 pixels,
// light and dark. At every stop: axe finds nothing, the console is silent, nothing is
// asked of another host, and the page is not wider than the window.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import axe from "axe-core";
import puppeteer from "puppeteer-core";

const address = process.env.ADDRESS;
const shots = process.env.SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);
let stops = 0;

// opened makes a page that reports what must not happen.
async function opened(name, width, theme) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }, { name: "prefers-reduced-motion", value: "reduce" }]);
  page.on("console", (m) => {
    const refused = /status of 4\d\d/.test(m.text()); // the browser's own word on a page of an error
    if (!refused && ["error", "warn", "warning"].includes(m.type())) fault(name, `console: ${m.text()}`);
  });
  page.on("pageerror", (e) => fault(name, `script: ${e.message}`));
  page.on("dialog", async (d) => { fault(name, `a dialog: ${d.message()}`); await d.dismiss(); });
  page.on("request", (r) => {
    if (!r.url().startsWith(address + "/") && !r.url().startsWith("data:") && r.url() !== "about:blank") fault(name, `outside: ${r.url()}`);
  });
  return page;
}

// look checks a stop.
async function look(page, name) {
  stops++;
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) fault(name, `${wide} pixels too wide`);
  await page.evaluate(axe.source); // through the protocol: the policy of the page stays
  const report = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const v of report.violations) fault(name, `axe ${v.id}: ${v.help} (${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(" | ")})`);
  if (shots) await page.screenshot({ path: `${shots}/${name.replace(/\W+/g, "-")}.png`, fullPage: true });
}

const says = (page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));

async function wants(page, name, ...texts) {
  const text = await says(page);
  for (const t of texts) if (!text.includes(t)) fault(name, `it does not say ${JSON.stringify(t)}`);
}

// follow clicks a link of the page by its text and waits for the page behind it.
async function follow(page, text, within = "main") {
  const links = await page.$$(`${within} a`);
  for (const a of links) {
    const said = await a.evaluate((n) => n.innerText.replace(/\s+/g, " ").trim());
    if (!said.includes(text)) continue;
    await Promise.all([page.waitForNavigation({ waitUntil: "load" }), a.evaluate((n) => n.click())]);
    return;
  }
  throw new Error(`${page.url()} has no link ${JSON.stringify(text)}`);
}

// ask types a query into the field of a page and sends it.
async function ask(page, query) {
  const field = (await page.$("#q")) ? "#q" : "#quick";
  await page.$eval(field, (n) => { n.value = ""; });
  await page.type(field, query);
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press("Enter")]);
}

const words = {
  fr: { other: "English", around: "Voisinage", party: "Une partie l'invoque", orders: "Ce qui est ordonné", held: "connue par un commentaire", place: "Au caractère 9", help: "Aide" },
  en: { other: "Français", around: "Neighbourhood", party: "A party invokes it", orders: "What is ordered", held: "known from a commentary", place: "At character 9", help: "Help" },
};

// tour is that of `attendu demo`.
async function tour(lang, width, theme) {
  const at = (stop) => `${lang} ${width} ${theme} ${stop}`;
  const w = words[lang];
  const page = await opened(at("tour"), width, theme);
  await page.goto(address + "/", { waitUntil: "load" });
  if (lang === "en") await follow(page, "English", "header");
  assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
  await wants(page, at("first page"), w.other);
  await look(page, at("first page"));

  await ask(page, '"mot de passe" cite:"CPC 809"'); // who fought about a password, citing 809 CPC?
  await wants(page, at("search"), "Cass. 2e civ., 12 mai 2022, n° 21-29.584", w.held);
  await look(page, at("search"));

  await follow(page, "TGI Laval, ord. réf., 4 octobre 2016"); // one order, known from a news page
  await wants(page, at("Laval"), w.orders, "société Belliard", "société Kirsch");
  await look(page, at("Laval"));

  await follow(page, "article 323-2 du code pénal"); // does the court or a party speak?
  await wants(page, at("323-2"), w.party, "TJ Lorient, ord. réf., 16 septembre 2021");
  await look(page, at("323-2"));

  await page.goto(`${address}/articles/CPC%20808%2F809`, { waitUntil: "load" }); // two articles at once
  await wants(page, at("808/809"), "article 834 du code de procédure civile", "article 835 du code de procédure civile");
  await look(page, at("808/809"));

  await ask(page, "18-29.417"); // one case, from first instance to cassation and back
  await look(page, at("number"));
  await follow(page, "Cass. 1re civ., 13 novembre 2019");
  await wants(page, at("case"), "TGI Rennes, 13 mars 2017", "CA Rennes, 5 octobre 2018", "CA Angers, 9 mars 2021", "3 000", "association Estran Grand Large");
  await look(page, at("case"));
  await follow(page, "CA Rennes, 5 octobre 2018", "#case");
  await look(page, at("case below"));
  await page.goBack({ waitUntil: "load" });

  await follow(page, "article 1382 du code civil", "#provisions"); // the rule as it was meant
  await wants(page, at("1382"), "article 1240 du code civil");
  assert.ok(await page.$("svg.life .move"), "the migration of 1382 to 1240 is drawn");
  await look(page, at("1382"));

  await ask(page, 'cite:"TGI Laval 4 octobre 2016"'); // who cites the Laval order?
  await wants(page, at("citing"), "TGI Nantes, ord. réf., 21 mars 2019", "TJ Lorient, ord. réf., 16 septembre 2021");
  await look(page, at("citing"));

  await ask(page, 'serveur "mot de passe'); // an error points at its place
  await wants(page, at("fault"), w.place);
  assert.equal(await page.$eval(".pointer mark", (n) => n.textContent), '"');
  assert.deepEqual(await page.$eval("#quick", (n) => [document.activeElement === n, n.selectionStart]), [true, 8]);
  await look(page, at("fault"));

  await follow(page, w.help, "header");
  await look(page, at("help"));
  await page.close();
}

// walk goes along the graph: by clicking the drawing, and by the list.
async function walk(lang, width, theme) {
  const name = `${lang} ${width} ${theme} graph`;
  const page = await opened(name, width, theme);
  await page.goto(`${address}/decisions/cass/18-29417?lang=${lang}`, { waitUntil: "load" });
  await follow(page, words[lang].around);
  await page.waitForFunction(() => document.getElementById("graph").attendu);
  const before = await page.evaluate(() => document.getElementById("graph").attendu.nodes().length);
  await look(page, name);
  const spot = await page.evaluate(() => {
    const cy = document.getElementById("graph").attendu;
    const n = cy.nodes().filter((x) => x.data("title").startsWith("CA Rennes"))[0].renderedPosition();
    const box = document.getElementById("graph").getBoundingClientRect();
    document.getElementById("graph").scrollIntoView();
    const moved = document.getElementById("graph").getBoundingClientRect();
    return { x: n.x + moved.x, y: n.y + moved.y, was: box.y };
  });
  await new Promise((done) => setTimeout(done, 300)); // the drawing hears of the scrolling
  await page.mouse.click(spot.x, spot.y);
  await page.waitForFunction((n) => document.getElementById("graph").attendu.nodes().length > n, { timeout: 10000 }, before)
    .catch(() => fault(name, "a click on a thing does not draw what is around it"));
  await wants(page, name, "CA Rennes, 5 octobre 2018");
  await look(page, `${name} walked`);
  await follow(page, "CA Angers, 9 mars 2021", ".listed");
  assert.match(page.url(), /\/decisions\/ca\/angers\/20-90173/);
  await page.close();
}

// hostile decisions show what they say, and do nothing.
async function hostile(lang, width, theme) {
  for (const path of ["/decisions/ca/rennes/21-66666", "/decisions/cass/21-66667", "/search?q=lien", "/search?q=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
    "/graph/ca/rennes/21-66666", "/graph/cass/21-66667", "/articles/code-civil/1240?exact=1"]) {
    const name = `${lang} ${width} ${theme} hostile ${path}`;
    const page = await opened(name, width, theme);
    await page.goto(`${address}${path}${path.includes("?") ? "&" : "?"}lang=${lang}`, { waitUntil: "load" });
    const found = await page.evaluate(() => ({
      title: document.title,
      bad: [...document.querySelectorAll("img, iframe, svg:not(.life), [onerror], [onload], [onmouseover], [onclick], a[href^='javascript']")].map((n) => n.outerHTML.slice(0, 100)),
      scripts: [...document.scripts].filter((s) => !s.src && s.type !== "application/json").map((s) => s.textContent.slice(0, 100)),
    }));
    if (found.title === "pwned" || found.bad.length || found.scripts.length) fault(name, JSON.stringify(found));
    if (path.startsWith("/decisions/ca/")) await wants(page, name, "<script>alert('partie')</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(3)", '<a href="javascript:alert(4)">ce lien</a>');
    await look(page, name);
    await page.close();
  }
}

// copying puts a citation on the clipboard, and says so.
async function copying() {
  await browser.defaultBrowserContext().overridePermissions(address, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  const page = await opened("copying", 1400, "light");
  await page.goto(`${address}/decisions/cass/18-29417?lang=fr`, { waitUntil: "load" });
  await page.bringToFront();
  for (const [form, want] of [["reflex", /^Cass\. 1re civ\., 13 novembre 2019, n° 18-29\.417/], ["bibtex", /^@jurisdiction\{cass-18-29417,/], ["csl", /"type":"legal_case"/]]) {
    await page.click(`button[data-copy="cited-${form}"]`);
    await page.waitForFunction(() => document.getElementById("copied").textContent === "Copié");
    const got = await page.evaluate(() => navigator.clipboard.readText());
    if (!want.test(got)) fault("copying", `${form}: ${got}`);
  }
  await page.close();
}

// keyboard: the first stop skips to the content, / goes to the field, every stop shows.
async function keyboard() {
  const page = await opened("keyboard", 1400, "light");
  await page.goto(`${address}/decisions/cass/18-29417?lang=fr`, { waitUntil: "load" });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => location.hash), "#main");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "quick");
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const n = document.activeElement;
      return n === document.body || getComputedStyle(n).outlineStyle !== "none" || n.outerHTML.slice(0, 120);
    });
    if (seen !== true) fault("keyboard", `it is not seen where one is: ${seen}`);
  }
  await page.close();
}

try {
  for (const [lang, width, theme] of [["fr", 1400, "light"], ["en", 1400, "dark"], ["fr", 390, "dark"], ["en", 390, "light"]]) {
    await browser.deleteCookie(...(await browser.cookies()));
    await tour(lang, width, theme);
    await walk(lang, width, theme);
    if (width === 1400 || lang === "en") await hostile(lang, width, theme);
  }
  await keyboard();
  await copying();
} catch (e) {
  fault("tour", e.stack);
} finally {
  await browser.close();
}
for (const f of faults) console.error(`FAIL ${f}`);
console.log(`${stops} stops in ${address.replace(/:\d+$/, "")}: ${faults.length ? `${faults.length} faults` : "no fault"}`);
process.exit(faults.length ? 1 : 0);
