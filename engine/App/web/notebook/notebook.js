// The page of one notebook: its cells in order, what can be done with them, and the keys for it.

import { tool } from "./dom.js";
import { Link } from "./link.js";
import { Cell } from "./cell.js";
import { Saving } from "./saving.js";
import { Steps } from "./steps.js";
import { commandKeys, showKeys } from "./keys.js";

const name = decodeURIComponent(location.pathname.slice("/edit/".length));
const place = document.getElementById("cells");
const banner = document.getElementById("banner");
const kernel = document.getElementById("kernel");
const states = { starting: "starting", idle: "idle", busy: "busy", lost: "lost", closed: "ended" };

class Page {
  cells = [];
  selected = null;
  isFresh = true;

  constructor() {
    this.link = new Link(name, event => this.hear(event), isUp => this.lineChanged(isUp));
    this.saving = new Saving(this, name);
    this.steps = new Steps(this);
    document.title = name + " · Workbench";
    document.getElementById("title").textContent = name;
    document.getElementById("tools").append(
      tool("all", "Run all cells", () => this.runAll()),
      tool("stop", "Interrupt (i i)", () => this.interrupt()),
      tool("restart", "Restart the kernel: forgets all variables (0 0)", () => this.restart()),
      tool("save", "Save (Ctrl-S)", () => this.saving.save()),
      tool("keys", "Keys (?)", showKeys));
    document.addEventListener("keydown", event => commandKeys(event, this));
    addEventListener("beforeunload", event => this.saving.isDirty && event.preventDefault());
    setInterval(() => this.cells.forEach(cell => cell.tick()), 200);
  }

  // ---- What happens ----

  hear(event) {
    const cell = event.cell && this.cells.find(each => each.id === event.cell);
    switch (event.type) {
      case "hello": return this.greeted(event);
      case "state": return this.kernelIs(event.state, event.message);
      case "saved": return this.saving.heard(event.version);
      case "update": return this.cells.forEach(each => each.outputs.update(event.displayId, event.data, event.metadata));
    }
    if (!cell) return;
    switch (event.type) {
      case "waiting": return cell.waiting();
      case "started": return cell.started();
      case "dropped": return cell.dropped();
      case "cleared": return cell.show({ outputs: [], count: null, seconds: null, line: 0 });
      case "stream": return cell.outputs.stream(event.name, event.text);
      case "output": return cell.outputs.add(event.output, event.displayId);
      case "clear": return cell.outputs.clear(event.wait);
      case "finished": return cell.finished(event);
    }
  }

  /** How all stands, told at the beginning and after each break of the line: text that was typed here stays. */
  greeted(event) {
    if (this.isFresh || (!this.saving.isDirty && event.version !== this.saving.version)) this.takeFile(event);
    for (const cell of this.cells) {
      if (event.shown[cell.id] && cell.isCode) cell.show(event.shown[cell.id]);
      if (event.waiting.includes(cell.id)) cell.waiting();
      if (event.running === cell.id) cell.resumed();
    }
    this.kernelIs(event.state, event.message);
  }

  takeFile(event) {
    this.isFresh = false;
    this.cells = event.cells.map(cell => new Cell(cell, this));
    this.steps.forget();
    this.saving.took(event.version);
    this.arrange();
    if (this.cells.length === 0) this.insert("code", null);
    this.select(this.cells[0]);
    place.dataset.ready = "";
  }

  kernelIs(state, message) {
    kernel.className = "chip " + state;
    kernel.textContent = "kernel " + (states[state] ?? state);
    kernel.title = message ?? "";
    if (state === "lost" || state === "closed") this.say(message ?? "The kernel of this notebook was ended. Run a cell to begin anew.");
    else if (state === "busy") this.say(null);
    if (state === "closed") setTimeout(() => this.link.refresh(), 500);
  }

  lineChanged(isUp) {
    kernel.classList.toggle("away", !isUp);
    this.say(isUp ? null : "The program that serves this page does not answer. What you typed is still here; it goes on when the program is back.");
  }

  say(text) {
    banner.hidden = text === null;
    banner.textContent = text ?? "";
  }

  // ---- Running ----

  run(cell) {
    if (!cell.isCode) return void cell.read();
    if (cell.text.trim() !== "") this.link.send({ type: "run", cell: cell.id, code: cell.text, language: cell.language });
  }

  runAndGoOn(cell) {
    this.run(cell);
    const next = this.cells[this.cells.indexOf(cell) + 1] ?? this.insert("code", cell);
    this.select(next, true);
    if (next.isCode) next.edit();
    else next.element.focus();
  }

  runAll() { this.cells.filter(cell => cell.isCode).forEach(cell => this.run(cell)); }

  interrupt() { this.link.send({ type: "interrupt" }); }

  restart() { this.link.send({ type: "restart" }); }

  // ---- Cells ----

  changed() { this.saving.touch(); }

  select(cell, reveals = false) {
    if (this.selected !== cell) {
      this.selected?.element.classList.remove("selected");
      cell.element.classList.add("selected");
      this.selected = cell;
    }
    if (reveals) cell.element.scrollIntoView({ block: "nearest" });
  }

  insert(kind, after, before = false) {
    this.steps.remember();
    const cell = new Cell({ id: crypto.randomUUID().slice(0, 8), kind, language: "csharp", source: "", html: "" }, this);
    const at = after ? this.cells.indexOf(after) + (before ? 0 : 1) : this.cells.length;
    this.cells.splice(at, 0, cell);
    this.structureChanged();
    this.select(cell, true);
    cell.edit();
    return cell;
  }

  remove(cell) {
    this.steps.remember();
    const at = this.cells.indexOf(cell);
    this.cells.splice(at, 1);
    this.structureChanged();
    if (this.cells.length === 0) this.insert("code", null);
    const next = this.cells[Math.min(at, this.cells.length - 1)];
    this.select(next, true);
    next.element.focus({ preventScroll: true });
  }

  move(cell, by) {
    const at = this.cells.indexOf(cell);
    if (!this.cells[at + by]) return;
    this.steps.remember();
    this.cells.splice(at, 1);
    this.cells.splice(at + by, 0, cell);
    this.structureChanged();
    this.select(cell, true);
    cell.element.focus({ preventScroll: true });
  }

  convert(cell, kind = cell.isCode ? "markdown" : "code") {
    if (cell.kind === kind) return;
    this.steps.remember();
    cell.become(kind, cell.language);
    this.changed();
    cell.edit();
  }

  structureChanged() {
    this.arrange();
    this.changed();
  }

  /** Brings the page into the cells' order, touching only what stands wrong: a frame that is moved draws itself anew. */
  arrange() {
    const wanted = this.cells.map(cell => cell.element);
    [...place.children].filter(element => !wanted.includes(element)).forEach(element => element.remove());
    wanted.forEach((element, at) => place.children[at] !== element && place.insertBefore(element, place.children[at] ?? null));
    this.cells.forEach(cell => cell.editor?.refresh());
  }

  /** The keys that a cell's editor has beside those of every editor. */
  keys(cell) {
    return {
      "Shift-Enter": () => this.runAndGoOn(cell),
      "Ctrl-Enter": () => this.run(cell),
      "Cmd-Enter": () => this.run(cell),
      "Alt-Up": () => this.move(cell, -1),
      "Alt-Down": () => this.move(cell, 1),
      Esc: () => cell.element.focus(),
    };
  }
}

new Page();
