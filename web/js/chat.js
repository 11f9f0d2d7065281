/** One conversation on the page: asks, shows what comes back, and keeps it. */

import { CUT_OFF, LOCKED, Problem, UNREACHABLE, ask } from "./api.js";
import { Announcer, announce, quieten } from "./announce.js";
import { untilReady } from "./banner.js";
import { newId } from "./conversations.js";
import { byId } from "./elements.js";
import { replyOf, sourcesOf, timeOf } from "./reply.js";
import { requestFor, withoutTime } from "./request.js";
import { followUps } from "./starters.js";
import { TurnView } from "./turn.js";

const ANY_TIME = { from: "0001-01-01", to: "9999-12-31" };
const USUAL_WAIT = 5;
const AT_ONCE = 10;

export class Chat {
  #views = [];
  #running = null;
  #conversation;
  #acts;
  #hooks;

  /** @param hooks `dates()`, `busy(isBusy)`, `kept(conversation)`, `edit(turn, later)`, `openCitation` and `openSource` */
  constructor(hooks) {
    this.#hooks = hooks;
    this.#acts = {
      openCitation: hooks.openCitation,
      openSource: hooks.openSource,
      again: (turn) => this.again(turn),
      edit: (turn) => hooks.edit(turn, turn !== this.#conversation.turns.at(-1)),
      judged: (turn, verdict) => this.#judged(turn, verdict),
      withoutTime: (turn, time) => this.#withoutTime(turn, time),
    };
  }

  get conversation() {
    return this.#conversation;
  }

  get isRunning() {
    return this.#running !== null;
  }

  show(conversation) {
    this.stop();
    this.#conversation = conversation;
    quieten();
    const earlier = Math.max(0, conversation.turns.length - AT_ONCE);
    this.#views = conversation.turns.map((turn, at) => new TurnView(turn, this.#acts, at < earlier));
    byId("turns").replaceChildren(...this.#views.map((view) => view.node));
    this.#suggest();
    this.#views.at(-1)?.node.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => drawBackwards(this.#views.slice(0, earlier)));
  }

  /** Asks; in the place of the edited turn and all after it, if there is one. */
  ask(question, edited = null) {
    if (this.#running) return undefined;
    const at = edited ? this.#conversation.turns.indexOf(edited) : -1;
    if (at >= 0) this.#cutFrom(at);
    const turn = { id: newId(), question, asked: new Date().toISOString(), dates: this.#hooks.dates(), state: "reading", reply: null, fault: "", partial: "", sources: [], verdict: null };
    this.#views.at(-1)?.suggest([]);
    this.#conversation.turns.push(turn);
    const view = new TurnView(turn, this.#acts);
    this.#views.push(view);
    byId("turns").append(view.node);
    view.node.scrollIntoView({ block: "start" });
    return this.#run(view);
  }

  /** Asks the same again, with what had been said before it. */
  again(turn, changes = {}) {
    const view = this.#views.find((one) => one.turn === turn);
    if (this.#running || !view) return undefined;
    Object.assign(turn, { state: "reading", reply: null, fault: "", partial: "", sources: [], time: null, verdict: null, asked: new Date().toISOString() }, changes);
    view.suggest([]);
    view.draw();
    byId("question").focus();
    return this.#run(view);
  }

  stop() {
    this.#running?.abort();
  }

  #cutFrom(at) {
    this.#conversation.turns.length = at;
    for (const view of this.#views.splice(at)) view.node.remove();
  }

  async #run(view) {
    const running = new AbortController();
    const conversation = this.#conversation;
    const { turn } = view;
    this.#running = running;
    this.#hooks.busy(true);
    this.#hooks.kept(conversation);
    quieten();
    try {
      await this.#listen(view, conversation, running.signal);
    } catch (fault) {
      this.#fail(turn, running.signal.aborted ? null : fault);
    }
    this.#running = null;
    this.#hooks.busy(false);
    view.draw();
    this.#hooks.kept(conversation);
    if (conversation === this.#conversation) this.#suggest();
  }

  async #listen(view, conversation, signal) {
    const { turn } = view;
    const request = requestFor(turn, conversation.turns.slice(0, conversation.turns.indexOf(turn)));
    const announcer = new Announcer();
    try {
      await this.#hear(view, request, announcer, signal);
    } catch (problem) {
      if (problem.status !== 503 || turn.partial) throw problem;
      turn.state = "starting";
      view.draw();
      await untilReady(signal);
      turn.state = "reading";
      view.draw();
      await this.#hear(view, request, announcer, signal);
    }
  }

  async #hear(view, request, announcer, signal) {
    const { turn } = view;
    for await (const { name, value } of ask(request, signal)) {
      if (name === "sources") {
        turn.sources = sourcesOf(value.sources);
        turn.time = timeOf(value.time);
        view.draw();
      } else if (name === "text" && typeof value.piece === "string") {
        turn.partial += value.piece;
        announcer.piece(value.piece);
        view.streamed();
      } else if (name === "completed" || name === "declined") {
        turn.reply = replyOf(value);
        Object.assign(turn, { state: turn.reply.status, partial: "", sources: [] });
        announcer.finish(turn.reply.answer);
      }
    }
  }

  #fail(turn, fault) {
    turn.state = fault ? stateOf(fault) : "stopped";
    turn.fault = fault instanceof Problem ? fault.message : "";
    turn.waitUntil = Date.now() + (fault?.retryAfter ?? USUAL_WAIT) * 1000;
    announce(fault ? turn.fault || "That did not work." : "Stopped.");
  }

  #judged(turn, verdict) {
    turn.verdict = verdict;
    this.#hooks.kept(this.#conversation);
  }

  /** Leaves out the words that speak of a time, or, where they can't be found, overrules them with the widest range. */
  #withoutTime(turn, time) {
    const rest = withoutTime(turn.question, time.said);
    if (this.#running) return;
    if (rest) this.ask(rest);
    else this.again(turn, { dates: { ...turn.dates, ...ANY_TIME } });
  }

  #suggest() {
    const view = this.#views.at(-1);
    const asked = this.#conversation.turns.map((turn) => turn.question);
    if (view?.turn.reply) view.suggest(followUps(view.turn.reply, asked), (question) => this.ask(question));
  }
}

/** Draws what is out of sight, a few at a time, so that what is in sight need not wait for it. */
function drawBackwards(views) {
  for (const view of views.splice(-AT_ONCE)) view.draw();
  if (views.length) setTimeout(() => drawBackwards(views));
}

function stateOf(fault) {
  if (!(fault instanceof Problem)) return "failed";
  if (fault.status === UNREACHABLE) return "offline";
  if (fault.status === CUT_OFF) return navigator.onLine ? "failed" : "offline";
  return { [LOCKED]: "locked", 429: "limited" }[fault.status] ?? "failed";
}
