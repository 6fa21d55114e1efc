// One cell of the page: its number, its text, its outputs, and its own small row of buttons.

import { h, tool } from "./dom.js";
import { makeEditor } from "./editor.js";
import { Outputs } from "./outputs.js";

const names = { csharp: "C#", html: "HTML", javascript: "JavaScript", mermaid: "Mermaid" };

export class Cell {
  /** @param cell id, kind, language, source, html  @param page what the cell's buttons and keys call */
  constructor(cell, page) {
    Object.assign(this, { id: cell.id, kind: cell.kind, language: cell.language || "csharp", page, editor: null, state: "", count: null });
    this.source = cell.source;
    this.number = h("span", { class: "number" });
    this.go = h("button", { type: "button", class: "go", title: "Run (Ctrl-Enter)", "aria-label": "Run this cell", onclick: () => page.run(this) });
    this.go.append(...tool("run", "", () => {}).childNodes);
    this.body = h("div", { class: "body" });
    this.out = h("div", { class: "outputs" });
    this.foot = h("p", { class: "foot" });
    this.outputs = new Outputs(this.out, page.link);
    this.element = h("section", { class: "cell", tabindex: "0", "data-id": cell.id, "aria-label": "Cell" },
      h("div", { class: "gutter" }, this.go, this.number), this.#tools(),
      h("div", { class: "inside" }, this.body, this.out, this.foot), this.#insert());
    this.element.addEventListener("focusin", () => page.select(this));
    this.element.addEventListener("pointerdown", () => page.select(this));
    this.body.addEventListener("dblclick", () => this.isRead && this.edit());
    this.draw(cell.html);
  }

  get isCode() { return this.kind === "code"; }

  /** Whether it is a text that is shown as it reads, not as it is written. */
  get isRead() { return this.kind === "markdown" && this.editor === null; }

  get text() { return this.editor ? this.editor.getValue() : this.source; }

  /** What the server is sent of it. */
  get saved() { return { id: this.id, kind: this.kind, language: this.language, source: this.text }; }

  /** Draws it anew, as what it is now. */
  draw(html) {
    this.element.dataset.kind = this.kind;
    this.source = this.text;
    this.editor = null;
    this.body.replaceChildren();
    this.out.hidden = !this.isCode;
    this.label();
    if (this.kind === "markdown" && this.source.trim() !== "" && html !== null) return this.#read(html);
    this.#write();
  }

  /** Begins to write. */
  edit() {
    if (this.isRead) {
      this.body.replaceChildren();
      this.#write();
    }
    this.editor.focus();
  }

  /** Shows a text as it reads. */
  async read() {
    if (this.kind !== "markdown" || this.text.trim() === "") return;
    const html = await this.page.link.ask("markdown", this.text);
    if (html === null) return;
    this.source = this.text;
    this.editor = null;
    this.#read(html);
  }

  become(kind, language) {
    [this.kind, this.language] = [kind, language];
    this.draw(null);
  }

  /** Shows what the server knows of what it showed. */
  show({ outputs, count, seconds, line }) {
    this.outputs.set(outputs);
    this.finished({ status: line > 0 ? "failed" : "", count, seconds, line });
  }

  waiting() { this.#be("waiting"); }

  started() {
    this.outputs.clear(true);
    this.mark(0);
    this.began = performance.now();
    this.#be("running");
  }

  /** Runs already: the page came in the middle of it. */
  resumed() {
    this.began = performance.now();
    this.#be("running");
  }

  finished({ status, count, seconds, line }) {
    this.count = count;
    this.mark(line);
    this.#be(status === "ok" ? "" : status);
    if (seconds !== null && seconds !== undefined) this.foot.textContent = took(seconds) + (status === "interrupted" ? ", interrupted" : status === "lost" ? ", the kernel was lost" : "");
  }

  dropped() { if (this.state === "waiting") this.#be(""); }

  /** Marks the line that an error is to blame on; 0 for none. */
  mark(line) {
    if (!this.editor || !this.isCode) return;
    this.editor.eachLine(each => this.editor.removeLineClass(each, "background", "blamed"));
    if (line > 0 && line <= this.editor.lineCount()) this.editor.addLineClass(line - 1, "background", "blamed");
  }

  tick() {
    if (this.state === "running") this.foot.textContent = took((performance.now() - this.began) / 1000);
  }

  label() {
    const running = this.state === "running" ? "∗" : this.state === "waiting" ? "…" : this.count ?? " ";
    this.number.textContent = this.isCode ? `[${running}]` : "";
    this.element.classList.toggle("foreign", this.isCode && this.language !== "csharp");
    this.element.querySelector(".kind").textContent = this.isCode ? "to text" : "to code";
    this.element.dataset.language = this.isCode ? names[this.language] ?? this.language : "";
  }

  #be(state) {
    this.state = state;
    this.element.dataset.state = state;
    if (state === "waiting" || state === "running") this.foot.textContent = state === "waiting" ? "waits" : "";
    this.label();
  }

  #write() {
    const language = this.isCode ? this.language : this.kind;
    this.editor = makeEditor(this.body, { text: this.source, language, link: this.page.link, keys: this.page.keys(this) });
    this.editor.on("change", () => this.page.changed());
    this.body.className = "body written";
  }

  #read(html) {
    this.body.className = "body prose";
    this.body.replaceChildren();
    if (html === undefined) this.read();
    // The server makes this HTML, and lets none through that stood in the text.
    else this.body.innerHTML = html;
    for (const link of this.body.querySelectorAll("a[href^='http']")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
  }

  #tools() {
    const { page } = this;
    return h("div", { class: "celltools", role: "toolbar", "aria-label": "This cell" },
      h("button", { type: "button", class: "kind", title: "Code or text (m, y)", onclick: () => page.convert(this) }, ""),
      tool("up", "Move up (Alt-↑)", () => page.move(this, -1)),
      tool("down", "Move down (Alt-↓)", () => page.move(this, 1)),
      tool("remove", "Delete (d d)", () => page.remove(this)));
  }

  #insert() {
    const { page } = this;
    return h("div", { class: "insert" },
      h("button", { type: "button", onclick: () => page.insert("code", this) }, "+ Code"),
      h("button", { type: "button", onclick: () => page.insert("markdown", this) }, "+ Text"));
  }
}

function took(seconds) {
  return seconds < 1 ? `${Math.round(seconds * 1000)} ms` : seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
