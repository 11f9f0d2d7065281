/** One question and what became of it, on the page. */

import { answerParagraphs } from "./answer.js";
import { cardFor } from "./card.js";
import { longDate, span } from "./dates.js";
import { element } from "./elements.js";
import { footnoteList } from "./footnotes.js";
import { closestPassages, counted, evidenceStrip } from "./sources.js";
import { actionRow } from "./turn-actions.js";
import { trouble } from "./trouble.js";

const WORKING = new Set(["reading", "starting"]);

export class TurnView {
  #turn;
  #acts;
  #parts = {};
  #frame = 0;

  /**
   * @param acts what the reader can do: open, ask, again, edit, judged, withoutTime
   * @param later whether all but the question waits for a call of draw
   */
  constructor(turn, acts, later = false) {
    this.#turn = turn;
    this.#acts = acts;
    for (const name of ["scope", "evidence", "answer", "footnotes", "closest", "trouble", "notice", "actions", "next"]) {
      this.#parts[name] = element("div", { class: `turn-${name}` });
    }
    const question = element("h2", { class: "question", dir: "auto", id: `question-${turn.id}` }, turn.question);
    this.node = element("li", { class: "turn" }, element("article", { "aria-labelledby": question.id }, question, Object.values(this.#parts)));
    cardFor(this.#parts.answer, (marker) => this.#turn.reply?.citations.find((one) => one.marker === marker));
    if (!later) this.draw();
  }

  get turn() {
    return this.#turn;
  }

  /** Draws everything as the turn now stands. */
  draw() {
    const turn = this.#turn;
    cancelAnimationFrame(this.#frame);
    this.node.dataset.state = turn.state;
    this.node.setAttribute("aria-busy", String(WORKING.has(turn.state)));
    const declined = turn.state === "declined";
    const citations = turn.reply?.citations ?? [];
    this.#fill("scope", this.#scope());
    this.#fill("evidence", declined ? "" : evidenceStrip(turn.reply?.sources ?? turn.sources, citations, this.#acts.openSource));
    this.#fill("answer", ...this.#answer());
    this.#fill("footnotes", footnoteList(citations, this.#openCitation));
    this.#fill("closest", declined ? closestPassages(turn.reply.sources, this.#acts.openSource) : "");
    this.#fill("trouble", trouble(turn, this.#acts));
    this.#fill("notice", turn.reply?.notice ? element("p", { dir: "auto" }, turn.reply.notice) : "");
    this.#fill("actions", WORKING.has(turn.state) ? "" : actionRow(turn, this.#acts));
  }

  /** Draws the text alone, at most once a frame: it is called for every piece. */
  streamed() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#fill("answer", ...this.#answer()));
  }

  suggest(questions, ask) {
    if (!questions.length) return this.#fill("next", "");
    const items = questions.map((one) => element("li", {}, element("button", { type: "button", class: "suggestion", dir: "auto", onclick: () => ask(one) }, one)));
    return this.#fill("next", element("ul", { class: "suggestions", "aria-label": "Questions that the passages read here also answer" }, items));
  }

  #fill(name, ...content) {
    this.#parts[name].replaceChildren(...content.filter(Boolean));
  }

  #openCitation = (citation, opener) => this.#acts.openCitation(citation, this.#turn.reply.citations, opener);

  #answer() {
    const turn = this.#turn;
    if (turn.reply) {
      const { answer, citations, shortAnswer } = turn.reply;
      return answerParagraphs(answer, { citations, shortAnswer, open: this.#openCitation });
    }
    if (turn.partial) return answerParagraphs(turn.partial);
    return turn.state === "reading" ? [element("p", { class: "working" }, this.#working())] : [];
  }

  #working() {
    return this.#turn.sources.length ? `Reading ${counted(this.#turn.sources.length, "passage")}` : "Looking through the passages";
  }

  #scope() {
    const { dates, reply, time } = this.#turn;
    const chips = [];
    if (dates.from || dates.to) chips.push(element("span", { class: "chip" }, `Dated ${span(dates.from, dates.to)}`));
    if (dates.asOf) chips.push(element("span", { class: "chip" }, `As of ${longDate(dates.asOf)}`));
    const understood = reply?.time ?? time;
    const ownBounds = understood && understood.from === dates.from && understood.to === dates.to;
    if (understood && !ownBounds) chips.push(this.#timeChip(understood));
    return chips.length ? element("p", { class: "chips" }, chips) : "";
  }

  #timeChip(time) {
    const days = span(time.from, time.to);
    const said = time.said && time.said !== days ? element("span", { dir: "auto" }, `“${time.said}”`) : "";
    const remove = element("button", { type: "button", class: "chip-remove", "aria-label": "Ask again for any time", title: "Ask again for any time" }, "×");
    remove.addEventListener("click", () => this.#acts.withoutTime(this.#turn, time));
    return element("span", { class: "chip time-chip" }, said, said ? " " : "", days, WORKING.has(this.#turn.state) ? "" : remove);
  }
}
