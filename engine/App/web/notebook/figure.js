// Figures are drawn by the page itself: plotly is fetched when the first one is there.

import { h } from "./dom.js";

const usualHeight = 420;
const dark = matchMedia("(prefers-color-scheme: dark)");
const drawn = new Set();
let plotly = null;

function load() {
  return plotly ??= new Promise((resolve, reject) => {
    const script = h("script", { src: "/web/plotly.js", onload: () => resolve(globalThis.Plotly), onerror: () => reject(new Error("plotly could not be loaded")) });
    document.head.append(script);
  });
}

const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The figure's layout, with the page's colours wherever it names none. */
function themed(layout = {}) {
  const axis = { gridcolor: color("--rule"), zerolinecolor: color("--rule"), linecolor: color("--rule"), automargin: true };
  const whole = {
    paper_bgcolor: "transparent", plot_bgcolor: "transparent", margin: { l: 56, r: 16, t: layout.title ? 44 : 16, b: 40 },
    colorway: ["--one", "--two", "--three", "--four", "--five", "--six"].map(color),
    ...layout,
    font: { color: color("--soft"), size: 12, family: "system-ui, sans-serif", ...layout.font },
  };
  const axes = new Set(["xaxis", "yaxis", ...Object.keys(layout).filter(key => /^[xy]axis\d*$/.test(key))]);
  for (const key of axes) whole[key] = { ...axis, ...layout[key] };
  return whole;
}

async function paint(element) {
  const figure = element.figure;
  try {
    const library = await load();
    if (element.figure !== figure || !element.isConnected) return;
    await library.react(element, figure.data ?? [], themed(figure.layout), { responsive: true, displaylogo: false, ...figure.config });
    if (figure.frames) await library.addFrames(element, figure.frames);
  } catch (error) {
    element.replaceChildren(h("p", { class: "note bad" }, "This figure cannot be drawn: " + error.message));
  }
}

/** An element that draws itself once it stands in the page; its height is kept free from the start. */
export function makeFigure(figure) {
  const element = h("div", { class: "figure" });
  drawn.add(element);
  updateFigure(element, figure);
  return element;
}

export function updateFigure(element, figure) {
  element.figure = figure;
  element.style.height = (figure.layout?.height ?? usualHeight) + "px";
  queueMicrotask(() => paint(element));
}

/** Forgets the figures below an element that is thrown away. */
export function forget(below) {
  for (const element of below.querySelectorAll(".figure")) {
    drawn.delete(element);
    globalThis.Plotly?.purge(element);
  }
}

dark.addEventListener("change", () => drawn.forEach(paint));
