import { h } from "./dom.js";
import { request } from "./link.js";

const list = document.getElementById("notebooks");
const trouble = document.getElementById("trouble");

const editor = name => "/edit/" + name.split("/").map(encodeURIComponent).join("/");

function when(milliseconds) {
  return new Date(milliseconds).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

function item({ name, modified, state }) {
  const slash = name.lastIndexOf("/") + 1;
  const link = h("a", { href: editor(name) }, h("span", { class: "soft" }, name.slice(0, slash)), name.slice(slash));
  const running = state ? h("span", { class: "chip " + state }, "kernel " + state) : null;
  const end = state ? h("button", { type: "button", onclick: () => close(name) }, "End") : null;
  return h("li", {}, link, running, end, h("time", { class: "note" }, when(modified)));
}

async function close(name) {
  await request("POST", "/api/close?name=" + encodeURIComponent(name), {});
  await show();
}

async function show() {
  const { ok, body } = await request("GET", "/api/notebooks");
  if (!ok) return void (trouble.textContent = body.message);
  document.getElementById("folder").textContent = body.folder;
  list.replaceChildren(...body.notebooks.map(item));
  if (body.notebooks.length === 0) list.append(h("li", { class: "soft" }, "There is no notebook here yet."));
}

document.getElementById("new").addEventListener("submit", async event => {
  event.preventDefault();
  const typed = new FormData(event.target).get("name").trim();
  if (!typed) return;
  const name = /\.(ipynb|dib)$/.test(typed) ? typed : typed + ".ipynb";
  const { ok, body } = await request("POST", "/api/notebook?name=" + encodeURIComponent(name), {});
  if (ok) location.href = editor(name);
  else trouble.textContent = body.message;
});

show();
// Coming back with the browser's button shows what has happened meanwhile.
addEventListener("pageshow", event => event.persisted && show());
