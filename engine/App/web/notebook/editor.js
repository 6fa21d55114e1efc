// The editor of a cell's text: CodeMirror, told what C# of today looks like, and taught to ask the kernel.

import { attachHelp } from "./help.js";

const { CodeMirror } = globalThis;
const modes = { csharp: "text/x-csharp", markdown: "text/x-markdown", html: "text/html", javascript: "text/javascript" };

teachCSharp();

/** Makes an editor in an element. `keys` are its own keys beside those of every editor. */
export function makeEditor(element, { text, language, keys, link, readOnlyHelp }) {
  const isCode = language === "csharp";
  const editor = CodeMirror(element, {
    value: text,
    mode: modes[language] ?? null,
    lineNumbers: isCode,
    lineWrapping: !isCode,
    indentUnit: isCode ? 4 : 2,
    matchBrackets: isCode,
    autoCloseBrackets: isCode,
    viewportMargin: Infinity,
    spellcheck: language === "markdown",
    screenReaderLabel: isCode ? "C# of the cell" : "Text of the cell",
    extraKeys: {
      Tab: indent,
      "Ctrl-/": "toggleComment",
      "Cmd-/": "toggleComment",
      ...keys,
    },
  });
  if (isCode && !readOnlyHelp) attachHelp(editor, link);
  return editor;
}

/** Another language for an editor that stands. */
export function setMode(editor, language) {
  editor.setOption("mode", modes[language] ?? null);
}

function indent(editor) {
  if (editor.somethingSelected()) editor.execCommand("indentMore");
  else editor.replaceSelection(" ".repeat(editor.getOption("indentUnit") - editor.getCursor().ch % editor.getOption("indentUnit")), "end", "+input");
}

// The mode is older than some of the language: raw strings, interpolation and a few words are added to it.
function teachCSharp() {
  const known = CodeMirror.resolveMode("text/x-csharp");
  const more = list => Object.fromEntries(list.split(" ").map(word => [word, true]));
  CodeMirror.defineMIME("text/x-csharp", {
    ...known,
    keywords: { ...known.keywords, ...more("and or not with when nint nuint file scoped unmanaged managed field extension") },
    atoms: { ...known.atoms, ...more("nameof default") },
    hooks: { ...known.hooks, '"': quote, "$": dollar, "#": directive },
  });
}

function quote(stream, state) {
  const rest = stream.string.slice(stream.start);
  const raw = /^"{3,}/.exec(rest);
  if (!raw) {
    state.tokenize = untilQuote;
    return untilQuote(stream, state);
  }
  stream.pos = stream.start + raw[0].length;
  state.tokenize = until(raw[0]);
  return state.tokenize(stream, state);
}

function dollar(stream, state) {
  stream.eatWhile("$");
  if (stream.eat("@")) return stream.eat('"') ? verbatim(stream, state) : null;
  return stream.eat('"') ? quote(Object.assign(stream, { start: stream.pos - 1 }), state) : null;
}

function verbatim(stream, state) {
  state.tokenize = inner => {
    while (!inner.eol()) {
      if (inner.next() === '"' && !inner.eat('"')) {
        state.tokenize = null;
        break;
      }
    }
    return "string";
  };
  return state.tokenize(stream, state);
}

function untilQuote(stream, state) {
  let escaped = false;
  while (!stream.eol()) {
    const letter = stream.next();
    if (letter === '"' && !escaped) break;
    escaped = letter === "\\" && !escaped;
  }
  state.tokenize = null;
  return "string";
}

function until(quotes) {
  return (stream, state) => {
    if (stream.skipTo(quotes)) {
      stream.match(quotes);
      state.tokenize = null;
    } else stream.skipToEnd();
    return "string";
  };
}

// A magic (#!time) and a directive (#r, #load, #region) hold for their line.
function directive(stream) {
  if (stream.string.slice(0, stream.start).trim() !== "") return null;
  stream.skipToEnd();
  return "meta";
}
