// Figures are drawn by the page itself, with what reports draw theirs with; both are fetched when the first figure is there.

import { h } from "./dom.js";

const usualHeight = 420;
// For figures of other programs that name no colours; as light ground has them, since what draws knows their twins on dark ground.
const axis = { gridcolor: "#e3e6e9", zerolinecolor: "#e3e6e9", linecolor: "#e3e6e9" };
const template = {
  layout: {
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: "#5d6873" }, xaxis: axis, yaxis: axis,
    colorway: ["#2464b4", "#d9730d", "#12805f", "#8e44ad", "#c03a36", "#00838f"],
  },
};
let drawing = null;

function script(address) {
  return new Promise((resolve, reject) =>
    document.head.append(h("script", { src: address, onload: resolve, onerror: () => reject(new Error(address + " could not be loaded")) })));
}

async function load() {
  await Promise.all([script("/web/plotly.js"), script("/web/workbench-figures.js")]);
  globalThis.WorkbenchFigures.use(globalThis.Plotly);
  return globalThis.WorkbenchFigures;
}

async function paint(element) {
  const { figure } = element;
  try {
    const library = await (drawing ??= load());
    // A newer one may have taken its place, or the cell may be gone.
    if (element.figure !== figure || !element.isConnected) return;
    await library.show(element, {
      data: figure.data ?? [],
      layout: { template, ...figure.layout },
      config: { responsive: true, displaylogo: false, ...figure.config },
    });
  } catch (error) {
    drawing = null;
    element.replaceChildren(h("p", { class: "note bad" }, "This figure cannot be drawn: " + error.message));
  }
}

/** An element that draws itself once it stands in the page; its height is kept free from the start. */
export function makeFigure(figure) {
  const element = h("div", { class: "figure" });
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
  for (const element of below.querySelectorAll(".figure")) globalThis.Plotly?.purge(element);
}
