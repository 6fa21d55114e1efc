// What a cell showed: text as it streams, HTML in frames, figures, pictures, errors. Of each thing the richest form that the page can draw.

import { h } from "./dom.js";
import * as frames from "./frames.js";
import * as figures from "./figure.js";

const plotly = "application/vnd.plotly.v1+json";
const ansi = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
const longest = 2_000_000;

const joined = text => Array.isArray(text) ? text.join("") : String(text ?? "");
const plain = text => joined(text).replace(ansi, "");
const picture = type => ["image/png", "image/jpeg", "image/gif", "image/webp"].includes(type);

/** The outputs of one cell. */
export class Outputs {
  #element; #link; #clearsNext = false; #stream = null;

  constructor(element, link) {
    this.#element = element;
    this.#link = link;
  }

  get isEmpty() { return this.#element.childElementCount === 0; }

  set(shown) {
    this.clear(false);
    for (const { output, displayId } of shown) this.add(output, displayId);
  }

  clear(wait) {
    this.#clearsNext = wait;
    if (!wait) this.#empty();
  }

  stream(name, text) {
    this.#clearIfDue();
    if (this.#stream?.dataset.name !== name) {
      this.#stream = h("pre", { class: "stream " + name, "data-name": name, tabindex: "0" }, "");
      this.#stream.append(document.createTextNode(""));
      this.#place(this.#stream);
    }
    append(this.#stream, plain(text));
  }

  add(output, displayId) {
    if (output.output_type === "stream") return this.stream(output.name, joined(output.text));
    this.#clearIfDue();
    this.#stream = null;
    this.#place(output.output_type === "error" ? trouble(output) : this.#thing(output.data ?? {}, output.metadata ?? {}, displayId));
  }

  /** Replaces what was shown under a name, in the same place and where it can be without drawing it anew. */
  update(displayId, data, metadata) {
    for (const old of this.#element.querySelectorAll(".thing")) {
      if (old.dataset.displayId !== displayId) continue;
      if (!this.#redraw(old, data)) {
        const fresh = this.#thing(data, metadata, displayId);
        discard(old);
        old.replaceWith(fresh);
      } else caption(old, metadata);
    }
  }

  #thing(data, metadata, displayId) {
    const element = h("div", { class: "thing", "data-display-id": displayId ?? undefined }, this.#form(data));
    caption(element, metadata);
    return element;
  }

  #form(data) {
    if (data[plotly]) return figures.makeFigure(data[plotly]);
    if (data["text/html"]) return frames.makeFrame(joined(data["text/html"]));
    if (data["application/javascript"]) return frames.makeFrame(`<script>${joined(data["application/javascript"])}</script>`);
    if (data["image/svg+xml"]) return h("img", { alt: plain(data["text/plain"]), src: "data:image/svg+xml," + encodeURIComponent(joined(data["image/svg+xml"])) });
    const type = Object.keys(data).find(picture);
    if (type) return h("img", { alt: plain(data["text/plain"]), src: `data:${type};base64,${joined(data[type]).replace(/\s/g, "")}` });
    if (data["text/markdown"]) return this.#markdown(joined(data["text/markdown"]));
    const json = Object.keys(data).find(key => key.endsWith("json"));
    return h("pre", { class: "plain" }, data["text/plain"] !== undefined ? plain(data["text/plain"]) : json ? JSON.stringify(data[json], null, 2) : "");
  }

  #markdown(text) {
    const element = h("div", { class: "prose" }, text);
    this.#link.ask("markdown", text).then(html => { if (html !== null) element.innerHTML = html; });
    return element;
  }

  #redraw(thing, data) {
    const [drawing] = thing.children;
    if (drawing.matches(".figure") && data[plotly]) figures.updateFigure(drawing, data[plotly]);
    else if (drawing.matches("iframe") && !data[plotly] && data["text/html"]) frames.redraw(drawing, joined(data["text/html"]));
    else if (drawing.matches("pre.plain") && Object.keys(data).length === 1 && data["text/plain"] !== undefined) drawing.textContent = plain(data["text/plain"]);
    else return false;
    return true;
  }

  #place(element) {
    this.#element.append(element);
  }

  #clearIfDue() {
    if (!this.#clearsNext) return;
    this.#clearsNext = false;
    // The old height stays until the new things are there, so that what stands below does not jump.
    this.#element.style.minHeight = this.#element.offsetHeight + "px";
    this.#empty();
    setTimeout(() => { this.#element.style.minHeight = ""; }, 300);
  }

  #empty() {
    this.#stream = null;
    discard(this.#element);
    this.#element.replaceChildren();
  }
}

function discard(element) {
  frames.forget(element);
  figures.forget(element);
}

/** Text behind what stands there; a carriage return begins its line again, as on a terminal. */
function append(pre, text) {
  const follows = pre.scrollHeight - pre.scrollTop - pre.clientHeight < 30;
  const node = pre.lastChild;
  const parts = text.replaceAll("\r\n", "\n").split("\r");
  node.appendData(parts[0]);
  for (const part of parts.slice(1)) {
    node.replaceData(node.data.lastIndexOf("\n") + 1, node.length, part);
  }
  if (node.length > longest) node.replaceData(0, node.length - longest, "…\n");
  if (follows) pre.scrollTop = pre.scrollHeight;
}

function trouble(output) {
  const head = `${plain(output.ename)}: ${plain(output.evalue)}`;
  const whole = (output.traceback ?? []).map(plain).join("\n").trim();
  const trace = (whole.startsWith(head) ? whole.slice(head.length) : whole).replace(/^\n+/, "");
  return h("div", { class: "trouble", role: "alert" },
    h("p", {}, h("b", {}, plain(output.ename)), " ", plain(output.evalue)),
    trace ? h("pre", {}, trace) : null);
}

/** Which run a thing shows, and whether there is a newer one. A figure names its runs by itself. */
function caption(thing, metadata) {
  thing.querySelector(":scope > .caption")?.remove();
  const { runIds: all = [], stale } = metadata?.workbench ?? {};
  const runIds = thing.querySelector(":scope > .figure") ? [] : all;
  if (runIds.length === 0 && !stale) return;
  thing.append(h("p", { class: "caption" },
    stale ? h("span", { class: "badge", title: "The strategy changed after this run: run the cell again." }, "stale") : null,
    runIds.length > 0 ? h("span", { class: "mono" }, (runIds.length > 1 ? "runs " : "run ") + runIds.join(", ")) : null));
}
