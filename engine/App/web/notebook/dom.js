// Elements without a framework. Text goes in as text: nothing here takes HTML.

const icons = {
  run: "M5 3.5v9l7-4.5z",
  stop: "M4.5 4.5h7v7h-7z",
  up: "M8 12V4M4.5 7.5 8 4l3.5 3.5",
  down: "M8 4v8M4.5 8.5 8 12l3.5-3.5",
  remove: "M3.5 5h9M6.5 5V3.5h3V5M5 5l.5 7.5h5L11 5",
  restart: "M12.5 8a4.5 4.5 0 1 1-1.6-3.4M11.2 2.2v2.6H8.6",
  save: "M3.5 3.5h7l2 2v7h-9zM5.5 3.5v3h4v-3M5.5 12.5v-3.5h5v3.5",
  all: "M3 3.5v9l5-4.5zM8.5 3.5v9l5-4.5z",
  plus: "M8 4v8M4 8h8",
  keys: "M2.5 4.5h11v7h-11zM5 7h.01M8 7h.01M11 7h.01M5.5 9.5h5",
};

const filled = new Set(["run", "stop", "all"]);

/** An element with attributes and children. A property beginning with "on" is a listener. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", icons[name]);
  path.setAttribute("class", filled.has(name) ? "icon-fill" : "icon-line");
  svg.append(path);
  return svg;
}

/** A button with a picture, whose words are for screen readers and for those who hover. */
export function tool(name, title, act) {
  return h("button", { type: "button", class: "tool", title, "aria-label": title, onclick: act }, icon(name));
}

/** A question in the page's middle; answers with the chosen word, or null where it was closed. */
export function choose(title, text, choices) {
  return new Promise(resolve => {
    const dialog = h("dialog", { class: "choice", "aria-label": title }, h("h2", {}, title), h("p", {}, text));
    const row = h("div", { class: "row" });
    for (const [word, kind] of choices) {
      row.append(h("button", { type: "button", class: kind ?? "", onclick: () => dialog.close(word) }, word));
    }
    dialog.append(row);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
