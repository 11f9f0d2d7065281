"""No-answer questions by rule: each the twin of an answerable one that it looks alike.

  cut    the same question; its paragraph without the sentences that hold the answer
  near   the same question; another paragraph that search ranks high and that doesn't hold the answer
  swap   a name or number of the question replaced by another one of the paragraph
  turn   a word of the question replaced by one that excludes it (kindred.txt), or negated

Crowd-written no-answer questions (Rajpurkar et al. 2018, table 2) are negations, opposites, swapped entities, things that
exclude each other, impossible conditions and things that the paragraph is silent about: `turn`, `swap`, `near`."""
import collections
import math
import pathlib
import re

from metric import normalise


def excluding():
    """word -> the words that exclude it"""
    out = collections.defaultdict(set)
    for line in pathlib.Path(__file__).with_name('kindred.txt').read_text(encoding='utf-8').splitlines():
        group = set() if line.startswith('#') else set(line.split())
        for word in group:
            out[word] |= group - {word}
    return out


EXCLUDING = excluding()
NEGATED = {'is': "isn't", 'was': "wasn't", 'are': "aren't", 'were': "weren't", 'did': "didn't", 'does': "doesn't", 'can': "can't",
           'has': "hasn't", 'had': "hadn't", 'could': "couldn't", 'do': "don't", 'would': "wouldn't", 'will': "won't"}
NEGATED_SHARE = 0.08
STOP = set('''a about after all also an and any are as at be been before being between both but by can could did do does during each
for from had has have he her his how if in into is it its many more most much not of on one only or other out over she some such
than that the their them there these they this those to under up was we were what when where which while who whom whose why will
with would you your name type kind year following'''.split())
OPENERS = set('''The In A An On At It He She They This That These Those As For By From When While After Before During However
Although Many Some Most With His Her Their Its There What Who Where Which Why How If One Two Since Both Other Such Also I We You
But And'''.split())

SENTENCE_END = re.compile(r'(?<=[.!?])["\')\]]*\s+(?=[A-Z"\'(\[0-9])')
NAME = re.compile(r"\b[A-Z][\w'’-]*(?:\s+(?:(?:of|the|and|de|du)\s+)?[A-Z][\w'’-]*)*")
NUMBER = re.compile(r'\b\d[\d,.]*\d\b|\b\d\b')
YEAR = re.compile(r'1\d{3}|20\d{2}')


def sentences(text):
    cuts = [0] + [m.end() for m in SENTENCE_END.finditer(text)] + [len(text)]
    return [text[a:b] for a, b in zip(cuts, cuts[1:])]


def cut(context, answers):
    """The paragraph without the sentences that hold an answer, or None where too little stays."""
    parts = sentences(context)
    keep = [p for p in parts if not any(a.lower() in p.lower() for a in answers)]
    out = ''.join(keep).strip()
    return out if 2 <= len(keep) < len(parts) and len(out) >= 0.35 * len(context) else None


def names(text):
    """[(offset, name)]; a lone capital word that opens a sentence mostly is none."""
    out = []
    for m in NAME.finditer(text):
        at, name = m.start(), m.group()
        opener = name.split()[0]
        if opener in OPENERS:
            rest = name[len(opener):].lstrip()
            at, name = at + len(name) - len(rest), rest
        opens = at == 0 or text[:at].rstrip(' "\'([')[-1:] in '.!?:'
        if len(name) > 2 and not (opens and ' ' not in name):
            out.append((at, name))
    return out


def is_year(text):
    return bool(YEAR.fullmatch(text))


def numbers(text):
    return [(m.start(), m.group()) for m in NUMBER.finditer(text)]


def replaced(text, at, old, new):
    return text[:at] + new + text[at + len(old):]


def swap(question, context, answers, siblings, rng):
    """`siblings`: the paragraph's other questions; a name that one of them holds is left alone, the twin may be answerable."""
    found = [(at, n, {x for _, x in names(context)}) for at, n in names(question) if at > 0 and n in context]
    found += [(at, n, {x for _, x in numbers(context) if is_year(x) == is_year(n)}) for at, n in numbers(question) if n in context]
    rng.shuffle(found)
    for at, old, others in found:
        fit = [n for n in sorted(others) if n not in question and old not in n and not any(n in s for s in siblings)
               and not any(n.lower() in a.lower() or a.lower() in n.lower() for a in answers)]
        if fit:
            return replaced(question, at, old, rng.choice(fit))
    return None


def turn(question, answers, rng):
    """A word replaced by one that excludes it, not by one that an answer holds; where there is none, now and then negated."""
    said = set(normalise(' '.join([question, *answers])).split())
    found = [m for m in re.finditer(r"[A-Za-z']+", question) if m.start() > 0]
    rng.shuffle(found)
    for m in found:
        fit = sorted(EXCLUDING.get(m.group().lower(), set()) - said)
        if fit:
            new = rng.choice(fit)
            return replaced(question, m.start(), m.group(), new.capitalize() if m.group()[0].isupper() else new)
    negatable = [m for m in found if m.group() in NEGATED]
    if negatable and rng.random() < NEGATED_SHARE:
        m = negatable[0]
        return replaced(question, m.start(), m.group(), rng.choice([NEGATED[m.group()], m.group() + ' not', m.group() + ' never']))
    return None


class Search:
    """BM25 (k1 0.9, b 0.4) over the paragraphs of the training file."""

    def __init__(self, contexts):
        self.contexts = contexts
        self.normal = [' ' + normalise(c) + ' ' for c in contexts]
        counts = [collections.Counter(n.split()) for n in self.normal]
        mean = sum(map(len, map(str.split, self.normal))) / max(1, len(contexts))
        self.postings = collections.defaultdict(list)
        for c, terms in enumerate(counts):
            bend = 0.9 * (0.6 + 0.4 * sum(terms.values()) / mean)
            for term, n in terms.items():
                if term not in STOP:
                    self.postings[term].append((c, n * 1.9 / (n + bend)))

    def best(self, question, count):
        found = collections.Counter()
        for term in sorted(set(normalise(question).split()) - STOP):
            here = self.postings.get(term, ())
            idf = math.log(1 + (len(self.contexts) - len(here) + 0.5) / (len(here) + 0.5))
            for c, weight in here:
                found[c] += idf * weight
        return [c for c, _ in sorted(found.items(), key=lambda x: (-x[1], x[0]))[:count]]

    def near(self, question, own, answers, rng, among=4):
        """One of the best paragraphs without the answer; not the own one."""
        said = [f' {normalise(a)} ' for a in answers]
        fit = [c for c in self.best(question, among + 6) if self.contexts[c] != own and not any(a in self.normal[c] for a in said)]
        return self.contexts[rng.choice(fit[:among])] if fit else None
