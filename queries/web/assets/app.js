// What scripts add to the pages: copying citations, and the cursor where a query is
// wrong. Every page works without.
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) break; // no button that cannot work
  button.hidden = false;
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    said.textContent = "";
    said.textContent = button.dataset.done;
    const was = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = was; }, 1600);
  });
}

const wrong = document.querySelector("input[data-column]");
if (wrong && Number(wrong.dataset.column) > 0) {
  // Columns count characters; selections count UTF-16 units.
  const before = Array.from(wrong.value).slice(0, Number(wrong.dataset.column) - 1).join("").length;
  wrong.focus();
  wrong.setSelectionRange(before, Math.min(wrong.value.length, before + 1));
}

document.addEventListener("keydown", (e) => {
  const box = document.getElementById("q") || document.getElementById("quick");
  if (e.key === "/" && box && !e.ctrlKey && !e.metaKey && !e.altKey && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    e.preventDefault();
    box.focus();
  }
});
