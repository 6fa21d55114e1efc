// Undoing what was done to cells: deleting, moving, adding, converting. What was typed in one, its editor undoes.

const most = 100;

export class Steps {
  #page; #past = []; #undone = [];

  constructor(page) { this.#page = page; }

  /** Called before a step is made. */
  remember() {
    this.#past.push(this.#now());
    this.#past.splice(0, this.#past.length - most);
    this.#undone = [];
  }

  forget() { [this.#past, this.#undone] = [[], []]; }

  undo() { this.#go(this.#past, this.#undone); }

  redo() { this.#go(this.#undone, this.#past); }

  #now() {
    return { cells: [...this.#page.cells], kinds: this.#page.cells.map(cell => cell.kind) };
  }

  #go(from, to) {
    const state = from.pop();
    if (!state) return;
    to.push(this.#now());
    this.#page.cells = [...state.cells];
    state.cells.forEach((cell, at) => cell.kind !== state.kinds[at] && cell.become(state.kinds[at], cell.language));
    this.#page.structureChanged();
    if (!this.#page.cells.includes(this.#page.selected)) this.#page.select(this.#page.cells[0], true);
    this.#page.selected.element.focus();
  }
}
