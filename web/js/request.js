/** What is sent for one question: the words, the dates, and as much of the conversation as the server takes. */

const MOST_TURNS = 20;
const MOST_CHARACTERS = 24_000;

export function requestFor(turn, earlier) {
  const request = { question: turn.question };
  const history = historyOf(earlier);
  if (history.length) request.history = history;
  for (const name of ["from", "to", "asOf"]) {
    if (turn.dates[name]) request[name] = turn.dates[name];
  }
  return request;
}

/** The newest turns that fit into a request of 64 KiB, oldest first; always whole exchanges. */
function historyOf(earlier) {
  const history = [];
  let characters = 0;
  for (const turn of earlier.filter((one) => one.reply).reverse()) {
    characters += turn.question.length + turn.reply.answer.length;
    if (history.length + 2 > MOST_TURNS || characters > MOST_CHARACTERS) break;
    history.unshift({ role: "user", text: turn.question }, { role: "assistant", text: turn.reply.answer });
  }
  return history;
}

/** Text as the server takes it: no control characters, no halves of surrogate pairs. */
export function cleaned(text) {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g, "").trim();
}

/** The question without the words that speak of a time; null if they don't stand in it. */
export function withoutTime(question, said) {
  const at = said ? question.toLowerCase().indexOf(said.toLowerCase()) : -1;
  if (at < 0) return null;
  const rest = question.slice(0, at) + question.slice(at + said.length);
  const tidy = rest.replace(/\s+/g, " ").replace(/ ([?.!,;:])/g, "$1").replace(/^[,;:\s]+/, "").trim();
  return /\p{L}{3}/u.test(tidy) ? tidy : null;
}
