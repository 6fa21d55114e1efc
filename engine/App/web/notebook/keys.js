// Keys that work while no editor has the focus; with Ctrl they work everywhere.

import { h } from "./dom.js";

const table = [
  ["Shift-Enter", "run the cell and go on"], ["Ctrl-Enter", "run the cell"], ["Ctrl-S", "save"],
  ["Ctrl-Space", "words that fit"], ["Ctrl-I, Shift-Tab", "what stands here"], ["Ctrl-/", "comment out"],
  ["Esc, Enter", "leave the text, write in it"], ["↑ ↓, k j", "the cell above, below"], ["Alt-↑, Alt-↓", "move the cell"],
  ["a, b", "new cell above, below"], ["m, y", "make it text, code"], ["d d", "delete the cell"], ["z, Shift-Z", "undo, redo what was done to cells"],
  ["i i", "interrupt"], ["0 0", "restart the kernel"],
];

let before = { key: "", at: 0 };

/** Does what a key means. */
export function commandKeys(event, page) {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    page.saving.save();
    return;
  }
  const cell = page.selected;
  if (!cell || isTyping(event.target)) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "Enter") page.run(cell);
    return;
  }
  const isTwice = before.key === event.key && event.timeStamp - before.at < 700;
  before = { key: isTwice ? "" : event.key, at: event.timeStamp };
  const act = event.altKey ? moving(event, page, cell) : event.shiftKey ? shifted(event, page, cell) : single(event, page, cell, isTwice);
  if (!act) return;
  event.preventDefault();
  act();
}

const isTyping = target => target.closest(".CodeMirror, input, textarea, dialog, button, a, pre[tabindex]") !== null;

function moving(event, page, cell) {
  return { ArrowUp: () => page.move(cell, -1), ArrowDown: () => page.move(cell, 1) }[event.key];
}

function shifted(event, page, cell) {
  return { Enter: () => page.runAndGoOn(cell), Z: () => page.steps.redo(), "?": showKeys }[event.key];
}

function single(event, page, cell, isTwice) {
  const twice = { d: () => page.remove(cell), i: () => page.interrupt(), 0: () => page.restart() };
  const once = {
    Enter: () => cell.edit(), ArrowUp: () => step(page, -1), ArrowDown: () => step(page, 1), k: () => step(page, -1), j: () => step(page, 1),
    a: () => page.insert("code", cell, true), b: () => page.insert("code", cell), m: () => page.convert(cell, "markdown"), y: () => page.convert(cell, "code"),
    z: () => page.steps.undo(),
  };
  return once[event.key] ?? (isTwice ? twice[event.key] : undefined);
}

function step(page, by) {
  const next = page.cells[page.cells.indexOf(page.selected) + by];
  if (!next) return;
  page.select(next, true);
  next.element.focus({ preventScroll: true });
}

/** Shows the table of keys. */
export function showKeys() {
  const dialog = h("dialog", { class: "choice", "aria-label": "Keys" }, h("h2", {}, "Keys"),
    h("table", { class: "keys" }, ...table.map(([keys, what]) => h("tr", {}, h("th", {}, ...spelled(keys)), h("td", {}, what)))),
    h("form", { method: "dialog", class: "row" }, h("button", { class: "first" }, "Close")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const spelled = keys => keys.split(", ").flatMap((key, at) => [at > 0 ? " " : "", h("kbd", {}, key)]);
