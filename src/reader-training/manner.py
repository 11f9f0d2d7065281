"""What a question gives away by itself, before anyone has looked at the paragraph.

No-answer questions and answerable ones written by different people differ in manner, and a reader that learns the manner hasn't
learnt to look (annotation artefacts, Gururangan et al. 2018). A linear model over the words of the question alone finds what
gives them away; drawn by overlap weights (Li, Morgan, Zaslavsky 2018) the two sides look alike to it."""
import math
import re
import zlib

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, embedding_bag

SIZE = 1 << 18          # of the hashed words, pairs and triples of words
FOLDS = 5
EPOCHS, RATE, BATCH = 3, 0.1, 64
SOFTENED = 1.5          # the odds of a model over so many words are too sure


def traits(question):
    words = re.findall(r'\w+|[^\w\s]', question.lower())
    framed = ['^', *words, '$']
    grams = {*words, *map(' '.join, zip(framed, framed[1:])), *map(' '.join, zip(framed, framed[1:], framed[2:])), f'{len(words)} words'}
    return torch.tensor(sorted({zlib.crc32(g.encode()) % SIZE for g in grams}))


class Manner:
    """Log odds that a question has no answer, by its words alone."""

    def __init__(self):
        self.weights = torch.zeros(SIZE, 1, requires_grad=True)

    def odds(self, bags):
        starts = torch.tensor([0] + [len(b) for b in bags[:-1]]).cumsum(0)
        return embedding_bag(torch.cat(bags), self.weights, starts, mode='sum')[:, 0]

    def learn(self, bags, none, seed):
        """`none`: 1.0 for a no-answer question, 0.0 for an answerable one."""
        optimiser = torch.optim.Adagrad([self.weights], lr=RATE)
        shuffle = torch.Generator().manual_seed(seed)
        for _ in range(EPOCHS):
            for some in torch.randperm(len(bags), generator=shuffle).split(BATCH):
                optimiser.zero_grad()
                binary_cross_entropy_with_logits(self.odds([bags[i] for i in some]), none[some]).backward()
                optimiser.step()
        return self


def given_away(questions, none, groups, seed=3):
    """Log odds of each question, by a model that has not seen its group (an article's questions speak of the same things)."""
    bags, none = [traits(q) for q in questions], torch.tensor(none, dtype=torch.float32)
    order = {g: n % FOLDS for n, g in enumerate(dict.fromkeys(groups))}
    fold = torch.tensor([order[g] for g in groups])
    out = torch.zeros(len(bags))
    for k in range(FOLDS):
        seen, held = (fold != k).nonzero()[:, 0], (fold == k).nonzero()[:, 0]
        if len(held) and len(seen):
            model = Manner().learn([bags[i] for i in seen], none[seen], seed)
            with torch.no_grad():
                out[held] = model.odds([bags[i] for i in held])
    return out.tolist()


def alike(odds, none, count, rng):
    """Indices of `count` questions of each side (all of a smaller one), drawn so that their odds are spread alike."""
    sure = [1 / (1 + math.exp(-o / SOFTENED)) for o in odds]
    out = []
    for side in (True, False):
        weight = {i: (1 - p if side else p) for i, (p, n) in enumerate(zip(sure, none)) if bool(n) == side}
        key = {i: math.log(1 - rng.random()) / max(w, 1e-9) for i, w in weight.items()}     # Efraimidis, Spirakis 2006
        out += sorted(sorted(key, key=key.get, reverse=True)[:count])
    return out
