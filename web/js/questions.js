/**
 * Questions that a passage answers: each is made from one sentence by turning it round, so its answer is known to stand
 * there. Few and safe rules; a sentence that fits none of them makes no question.
 */

const DATE = String.raw`(?:(?:early|late|mid)[ -])?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\d{1,2} [A-Z][a-z]+|[12]\d{3}\b)`;
const PARTICIPLE = String.raw`[a-z]{2,}ed|born|built|found|held|killed|made|sent|set|shot|sold|taken|won|written|chosen|given|known|seen|shown|hit|lost|paid|put|told`;
const NUMBER = String.raw`\d[\d,.]*(?: (?:hundred|thousand|million|billion))?`;

const RULES = [
  [new RegExp(String.raw`^(?<what>.+?) (?<be>was|were) (?<done>[a-z]{2,}ed) by (?:the )?(?<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?<rest>.*)$`), ({ what, done }) => `Who ${done} ${what}?`],
  [new RegExp(String.raw`^(?<what>.+?) (?<be>was|were|is|are) (?<done>set|due|scheduled|planned) (?:for|on|in|at) (?:${DATE}|\d).*$`), ({ what, be, done }) => `When ${be} ${what} ${done}${done === "set" ? " for" : ""}?`],
  [new RegExp(String.raw`^(?<what>.+?) (?<be>was|were) (?<done>${PARTICIPLE}) (?:in|on) ${DATE}.*$`), ({ what, be, done }) => `When ${be} ${what} ${done}?`],
  [new RegExp(String.raw`^(?:(?:At least|About|Approximately|More than|Nearly|Almost|Some|Around|Over) )?${NUMBER} (?<rest>(?:[A-Za-z-]+ ){1,4}(?:was|were|are|is|have|has|had|will|died|live|work)\b[^,;:()]*)(?:, .*)?$`), ({ rest }) => `How many ${rest}?`],
  [new RegExp(String.raw`^(?<who>.+?) (?<verb>keeps|kept|has|have|employs|employed|owns|owned|operates|operated|killed|injured|sold|bought|built|lost|won|runs|needs|needed) (?:(?:at least|about|approximately|more than|nearly|almost|some|around|over|only) )?${NUMBER} (?<things>[a-z]+(?: [a-z]+)?s)\b(?<rest> (?:at|in|on|along|across|near|to) [^,;:()]+)?(?:[,;].*)?$`), countOf],
  [new RegExp(String.raw`^(?<who>(?:[A-Z][\w’'.-]*|of|the|and|for) ?.*?[A-Z][\w’'-]+) (?<verb>said|announced|promised|demanded|proposed|warned|claimed|argued) (?:that )?.{20,}$`), sayingOf],
  [/^(?<what>.+?) (?<be>is|are|was|were) accused (?:by .+? )?of .+$/, ({ what, be }) => `What ${be} ${what} accused of?`],
  [/^(?<who>.+?) (?<verb>rejects|rejected|wants|wanted|demands|offers|offered|proposes|intends|intended) .{12,}$/, ({ who, verb }) => `What ${verb.endsWith("s") ? "does" : "did"} ${who} ${verb.replace(/(?:ed|s)$/, "").replace(/^propos$/, "propose")}?`],
  [/^(?<what>.+?) (?<be>was|were|is|are) (?<rest>[a-z][^,;:()]*?) because .+$/, ({ what, be, rest }) => `Why ${be} ${what} ${rest}?`],
  [/^(?<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}), (?:who is )?(?:the|a|an|its|their) (?:[\w’'-]+ ){0,5}(?:president|minister|director|chief|officer|leader|head|spokes\w+|professor|founder|owner|author|actor|actress|singer|coach|captain|governor|mayor|senator|secretary|chair\w*|lawyer|attorney|analyst|ambassador|economist|scientist|researcher)\b[^,]{0,50}, .+$/, ({ who }) => `Who is ${who}?`],
  [/^(?<what>The (?:next|first|last|main|final|new|largest|biggest|only) [a-z]+(?: (?:of|in|for) (?:the )?[A-Z]?[\w’-]+(?: [A-Z][\w’-]+)*)?) (?<be>is|was|are|were) (?:to|a|an|the|that|\d|[A-Z]).*$/, ({ what, be }) => `What ${be} ${what}?`],
];
const BASE = { keeps: "keep", kept: "keep", has: "have", employs: "employ", employed: "employ", owns: "own", owned: "own", operates: "operate", operated: "operate", killed: "kill", injured: "injure", sold: "sell", bought: "buy", built: "build", lost: "lose", won: "win", runs: "run", needs: "need", needed: "need", have: "have" };
const PRESENT = new Set(["keeps", "has", "employs", "owns", "operates", "runs", "needs"]);
const SAY = { said: "say", announced: "announce", promised: "promise", demanded: "demand", proposed: "propose", warned: "warn", claimed: "claim", argued: "argue" };

/** Words that lean on another sentence, or that begin a clause: a name with one of them in it makes a poor question. */
const LEANING = /\b(?:it|its|this|that|these|those|there|he|she|they|we|i|you|his|her|hers|their|our|my|your|here|then|such|one|who|which|when|where|while|if|but|and|or|also|not|what|as|said|says|is|was|are|were|has|had|have|will|would|could|another|other|others|both|some|same|former|latter)\b/i;
const ABBREVIATION = /\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;

/** The questions that a text answers, the clearest first, none twice. */
export function questionsIn(text) {
  const found = new Map();
  for (const sentence of sentencesOf(text)) {
    const question = questionOf(sentence);
    if (question) found.set(question, clarity(question));
  }
  return [...found].sort((one, other) => other[1] - one[1]).map(([question]) => question);
}

function questionOf(sentence) {
  if (sentence.length > 300 || /["“”?!]/.test(sentence)) return null;
  const plain = sentence.replace(/, (?:which|who) [^,]+,/g, "");
  for (const [rule, ask] of RULES) {
    const groups = rule.exec(plain)?.groups;
    const subject = groups?.what ?? groups?.who;
    if (!groups || (subject && !standsAlone(subject))) continue;
    const question = ask({ ...groups, ...(groups.what ? { what: lowered(groups.what) } : {}), ...(groups.who ? { who: lowered(groups.who) } : {}) });
    if (question && question.length <= 100 && !/ (?:that|to|for)\?$/.test(question.replace(" set for?", "?"))) return question;
  }
  return null;
}

function countOf({ who, verb, things, rest }) {
  const plural = verb === "have";
  const helper = plural ? "do" : PRESENT.has(verb) ? "does" : "did";
  return `How many ${things} ${helper} ${who} ${BASE[verb]}${rest ?? ""}?`;
}

function sayingOf({ who, verb }) {
  return `What did ${who} ${SAY[verb]}?`;
}

function standsAlone(subject) {
  return subject.split(" ").length <= 8 && !/[,;:()–—]/.test(subject) && !LEANING.test(subject) && !/\b[a-z]+(?:ed|ves|ly)\b/.test(subject) && !/^(?:In|On|At|By|For|From|After|Before|With|Of|To|Since|During|Under|According|Last|Next|Earlier|Later|Now|Today|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Many|Most|Few|All|No|Some|\w+ing)\b/.test(subject);
}

/** The article at the beginning of a sentence, small as it is within one. */
function lowered(words) {
  return words.replace(/^(?:The|A|An)\b/, (article) => article.toLowerCase());
}

/** A question that names names and is short is the easiest to understand on its own. */
function clarity(question) {
  const names = question.slice(1).match(/\b[A-Z]\w+/g)?.length ?? 0;
  const saying = question.endsWith(" say?") ? 1.5 : 0;
  return Math.min(names, 3) - question.length / 80 - saying;
}

function sentencesOf(text) {
  const sentences = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]["”’)]*(?=\s|$)|\n\s*\n/g)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end).replace(/\s+/g, " ").trim();
    if (ABBREVIATION.test(sentence)) continue;
    start = end;
    if (/\.$/.test(sentence)) sentences.push(sentence.slice(0, -1));
  }
  return sentences;
}
