/** Says an answer to screen readers sentence by sentence, not token by token. */

import { byId } from "./elements.js";

const SENTENCE = /^[\s\S]*?[.!?…]["”’)\]]*(?:\s*\[\d+\])*(?=\s|$)/;

export function announce(text) {
  byId("announcer").append(Object.assign(document.createElement("span"), { textContent: `${text} ` }));
}

export function quieten() {
  byId("announcer").replaceChildren();
}

export class Announcer {
  #waiting = "";
  #said = "";

  piece(text) {
    this.#waiting += text;
    for (let found = this.#next(); found; found = this.#next()) {
      this.#waiting = this.#waiting.slice(found.length);
      this.#say(found);
    }
  }

  /** Says what is left, or the whole answer if the checked one is not what was streamed. */
  finish(answer) {
    const rest = spoken(answer);
    if (rest.startsWith(this.#said)) this.#speak(rest.slice(this.#said.length));
    else this.#speak(`After checking, the answer is: ${rest}`);
  }

  /** A sentence ends only where more has followed: "20." may still become "20.30". */
  #next() {
    const found = SENTENCE.exec(this.#waiting)?.[0];
    return found && found.length < this.#waiting.length ? found : undefined;
  }

  #say(sentence) {
    const words = spoken(sentence);
    this.#said = this.#said ? `${this.#said} ${words}` : words;
    this.#speak(words);
  }

  #speak(words) {
    if (words.trim()) announce(words.trim());
  }
}

function spoken(text) {
  return text.replace(/\s*\[\d+\]/g, "").replace(/\s+/g, " ").trim();
}
