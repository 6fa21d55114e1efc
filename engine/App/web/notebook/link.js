// The page's line to its notebook: events come in, requests and questions go out. It mends itself.

const patience = 20_000;

export class Link {
  #name; #heard; #changed; #socket = null; #seq = 0; #open = new Map(); #tries = 0; #closed = false;

  /** @param name the notebook  @param heard called with each event  @param changed called with true and false as the line comes and goes */
  constructor(name, heard, changed) {
    this.#name = name;
    this.#heard = heard;
    this.#changed = changed;
    this.#connect();
  }

  get isUp() { return this.#socket?.readyState === WebSocket.OPEN; }

  send(message) {
    if (!this.isUp) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Asks something about a text; null where there is no answer. */
  ask(type, code, position = 0) {
    const seq = ++this.#seq;
    return new Promise(resolve => {
      if (!this.send({ type, seq, code, position })) return resolve(null);
      const timer = setTimeout(() => this.#answer(seq, null), patience);
      this.#open.set(seq, { resolve, timer });
    });
  }

  /** Is told anew how the notebook stands. */
  refresh() { this.#socket?.close(); }

  close() {
    this.#closed = true;
    this.#socket?.close();
  }

  #connect() {
    const socket = new WebSocket(`ws://${location.host}/api/events?name=${encodeURIComponent(this.#name)}`);
    this.#socket = socket;
    socket.onmessage = message => this.#hear(JSON.parse(message.data));
    socket.onopen = () => { this.#tries = 0; this.#changed(true); };
    socket.onclose = () => this.#lost();
  }

  #hear(event) {
    if (event.type === "reply") this.#answer(event.seq, event.value);
    else this.#heard(event);
  }

  #answer(seq, value) {
    const question = this.#open.get(seq);
    if (!question) return;
    clearTimeout(question.timer);
    this.#open.delete(seq);
    question.resolve(value);
  }

  #lost() {
    for (const seq of [...this.#open.keys()]) this.#answer(seq, null);
    if (this.#closed) return;
    if (this.#tries > 0) this.#changed(false);
    setTimeout(() => this.#connect(), Math.min(200 * 2 ** this.#tries++, 5_000));
  }
}

/** A request over HTTP: the answer's JSON, with the status. */
export async function request(method, path, body) {
  const response = await fetch(path, { method, body: body === undefined ? undefined : JSON.stringify(body), headers: body === undefined ? {} : { "Content-Type": "application/json" } });
  return { status: response.status, ok: response.ok, body: await response.json() };
}
