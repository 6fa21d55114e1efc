// What the kernel knows, where somebody types: words that fit, what stands under the pointer, how to call what is being called, and what would
// not compile.

import { h } from "./dom.js";

const { CodeMirror } = globalThis;
const typingPause = 500;
const pointerPause = 350;
const tip = document.getElementById("tip");
let tipOwner = null;

/** Gives an editor its help. */
export function attachHelp(editor, link) {
  editor.addKeyMap({
    "Ctrl-Space": () => complete(editor, link),
    "Ctrl-I": () => inspectAt(editor, link, editor.getCursor()),
    "Shift-Tab": () => inspectAt(editor, link, editor.getCursor()),
    Esc: () => tipOwner === editor ? hideTip() : CodeMirror.Pass,
  });
  editor.on("inputRead", (_, change) => typed(editor, link, change.text.at(-1).at(-1)));
  editor.on("cursorActivity", () => moved(editor, link));
  editor.on("blur", () => tipOwner === editor && hideTip());
  editor.on("change", paused(() => diagnose(editor, link), typingPause));
  hover(editor, link);
}

function typed(editor, link, letter) {
  if (letter === ".") complete(editor, link);
  else if (letter === "(" || letter === ",") callHelp(editor, link);
}

function complete(editor, link) {
  hideTip();
  const ask = async () => {
    const code = editor.getValue();
    const words = await link.ask("complete", code, editor.indexFromPos(editor.getCursor()));
    if (!words?.items.length) return null;
    const typedSoFar = code.slice(words.start, editor.indexFromPos(editor.getCursor())).toLowerCase();
    const list = words.items.filter(word => word.text.toLowerCase().startsWith(typedSoFar)).map(row);
    return list.length === 0 ? null : { list, from: editor.posFromIndex(words.start), to: editor.posFromIndex(words.end) };
  };
  editor.showHint({ hint: ask, completeSingle: false, closeCharacters: /[\s()\[\]{};:>,."]/, container: document.body });
}

function row(word) {
  return {
    text: word.text,
    render: element => element.append(
      h("span", { class: "kind " + word.kind, "aria-hidden": "true" }, word.kind.slice(0, 1)),
      h("span", { class: "word" }, word.text),
      h("span", { class: "signature" }, word.signature)),
  };
}

// ---- Where the pointer rests ----

function hover(editor, link) {
  const element = editor.getWrapperElement();
  let at = null;
  const rest = paused(async () => {
    if (!at || editor.state.completionActive || (tipOwner && tip.dataset.kind === "call")) return;
    const place = editor.coordsChar(at, "window");
    const box = editor.charCoords(place, "window");
    const token = editor.getTokenAt({ line: place.line, ch: place.ch + 1 });
    if (at.top > box.bottom || at.top < box.top || !/\w/.test(token.string) || /comment|string|meta/.test(token.type ?? "")) return;
    await inspectAt(editor, link, place, () => at !== null);
  }, pointerPause);
  element.addEventListener("pointermove", event => { at = { left: event.clientX, top: event.clientY }; rest(); });
  element.addEventListener("pointerleave", () => { at = null; if (tip.dataset.kind === "inspect") hideTip(); });
}

async function inspectAt(editor, link, place, still = () => true) {
  const shown = await link.ask("inspect", editor.getValue(), editor.indexFromPos(place));
  const text = shown?.["text/plain"] ?? shown?.["text/markdown"];
  if (text && still()) showTip(editor, place, "inspect", h("pre", {}, text));
  else if (tip.dataset.kind === "inspect") hideTip();
}

// ---- What is being called ----

function moved(editor, link) {
  if (tipOwner !== editor) return;
  if (tip.dataset.kind === "call") callHelp(editor, link);
  else hideTip();
}

async function callHelp(editor, link) {
  const cursor = editor.getCursor();
  const help = await link.ask("signatures", editor.getValue(), editor.indexFromPos(cursor));
  if (!help?.signatures.length || !editor.hasFocus()) return hideTip();
  const rows = help.signatures.slice(0, 8).map((signature, index) => signatureRow(signature, index === help.active, help.parameter));
  const more = help.signatures.length - rows.length;
  showTip(editor, cursor, "call", ...rows, more > 0 ? h("p", { class: "soft" }, `and ${more} more`) : null);
}

function signatureRow(signature, isActive, parameter) {
  const [line, ...summary] = signature.split("\n");
  const [before, parameters, after] = taken(line);
  const parts = parameters.flatMap((text, index) => [index > 0 ? "," : "", isActive && index === parameter ? h("b", {}, text) : text]);
  return h("div", { class: isActive ? "call active" : "call" }, h("code", {}, before, ...parts, after), isActive && summary.length ? h("p", {}, summary.join(" ")) : null);
}

/** A signature taken apart: what stands before its parameters, they themselves, and what stands behind. */
function taken(line) {
  const open = line.indexOf("(");
  if (open < 0) return [line, [], ""];
  const parameters = [""];
  let depth = 0;
  for (let i = open + 1; i < line.length; i++) {
    const letter = line[i];
    if (letter === ")" && depth === 0) return [line.slice(0, open + 1), parameters, line.slice(i)];
    if ("(<[".includes(letter)) depth++;
    else if (")>]".includes(letter)) depth--;
    if (letter === "," && depth === 0) parameters.push("");
    else parameters[parameters.length - 1] += letter;
  }
  return [line, [], ""];
}

// ---- What would not compile ----

async function diagnose(editor, link) {
  const code = editor.getValue();
  const found = code.trim() === "" ? [] : await link.ask("diagnose", code);
  if (found === null || editor.getValue() !== code) return;
  editor.operation(() => {
    editor.getAllMarks().filter(mark => mark.isDiagnostic).forEach(mark => mark.clear());
    found.slice(0, 100).forEach(one => underline(editor, one));
  });
}

function underline(editor, { code, message, isError, line, column, endLine, endColumn }) {
  const from = { line: line - 1, ch: column - 1 };
  const to = { line: endLine - 1, ch: endColumn - 1 };
  // What is missing has no width: the letter before it, or behind it, carries the mark.
  if (from.line === to.line && from.ch === to.ch) from.ch > 0 ? from.ch-- : to.ch++;
  const mark = editor.markText(from, to, { className: isError ? "wrong" : "doubtful", attributes: { title: `${code}: ${message}` } });
  if (mark) mark.isDiagnostic = true;
}

// ---- The tip ----

function showTip(editor, place, kind, ...content) {
  tip.replaceChildren(...content.filter(Boolean));
  tip.dataset.kind = kind;
  tip.hidden = false;
  tipOwner = editor;
  const { left, top, bottom } = editor.charCoords(place, "window");
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(left, innerWidth - box.width - 8)) + "px";
  tip.style.top = (top - box.height - 6 > 48 ? top - box.height - 6 : bottom + 6) + "px";
}

export function hideTip() {
  tip.hidden = true;
  tip.dataset.kind = "";
  tipOwner = null;
}

addEventListener("scroll", hideTip, { passive: true });

/** A function that acts once nobody has called it for a while. */
function paused(act, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
