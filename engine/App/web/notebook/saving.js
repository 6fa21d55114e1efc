// Saving: whole, and never over what another program wrote meanwhile without asking.

import { choose } from "./dom.js";
import { request } from "./link.js";

const said = document.getElementById("saved");

export class Saving {
  version = null;
  isDirty = false;
  #page; #path; #reload; #isBusy = false; #edits = 0;

  constructor(page, name) {
    this.#page = page;
    this.#path = "/api/notebook?name=" + encodeURIComponent(name);
    this.#reload = "/api/reload?name=" + encodeURIComponent(name);
  }

  /** The file was read in this state. */
  took(version) {
    this.version = version;
    this.#clean();
  }

  /** Something was typed or moved. */
  touch() {
    this.#edits++;
    this.isDirty = true;
    said.textContent = "unsaved";
  }

  /** Another page of the same notebook saved it. */
  heard(version) {
    if (this.#isBusy || version === this.version) return;
    if (this.isDirty) this.#page.say("Another page saved this notebook meanwhile.");
    else this.#page.link.refresh();
  }

  async save(overwrites = false) {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      const edits = this.#edits;
      const { ok, status, body } = await request("PUT", this.#path, { version: overwrites ? null : this.version, cells: this.#page.cells.map(cell => cell.saved) });
      if (ok) {
        this.version = body.version;
        if (this.#edits === edits) this.#clean("saved");
      } else if (status === 409) setTimeout(() => this.#ask(body.message));
      else this.#page.say(body.message);
    } catch {
      this.#page.say("It could not be saved: the program that serves this page does not answer.");
    } finally {
      this.#isBusy = false;
    }
  }

  async #ask(message) {
    const choice = await choose("The file has changed", message, [["Keep mine", "first"], ["Take the file's"], ["Decide later"]]);
    if (choice === "Keep mine") await this.save(true);
    if (choice === "Take the file's") {
      this.#page.isFresh = true;
      await request("POST", this.#reload, {});
    }
  }

  #clean(word = "") {
    this.isDirty = false;
    said.textContent = word;
  }
}
