// HTML that cells show is drawn in frames that run scripts in an origin of their own: no cookie, no way out to the network, and of the page
// they reach only this listener, which believes them nothing but a height.

import { h } from "./dom.js";

const tallest = 20_000;
const frames = new Map();

addEventListener("message", event => {
  const frame = [...frames].find(([element]) => element.contentWindow === event.source);
  if (!frame) return;
  const [element, html] = frame;
  if (event.data?.ready === true) element.contentWindow.postMessage({ html }, "*");
  else if (Number.isFinite(event.data?.height)) element.style.height = Math.min(Math.max(Math.ceil(event.data.height), 0), tallest) + "px";
});

/** A frame that shows a text of HTML. */
export function makeFrame(html) {
  const element = h("iframe", { class: "frame", sandbox: "allow-scripts", src: "/frame", title: "Output of the cell", referrerpolicy: "no-referrer" });
  frames.set(element, html);
  return element;
}

/** Shows another text in it, without its going dark between. */
export function redraw(element, html) {
  frames.set(element, html);
  element.contentWindow?.postMessage({ html }, "*");
}

/** Forgets the frames below an element that is thrown away. */
export function forget(below) {
  for (const element of below.querySelectorAll("iframe.frame")) frames.delete(element);
}
