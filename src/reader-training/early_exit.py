"""An early exit: after some layers a small head guesses the logits, and where it sees no answer the other layers are spared.

Most passages that a search brings hold no answer, and the lower layers can tell. The head is one matrix, trained to say what the
whole reader says (distillation) of questions with the best paragraphs by search; the reader itself stays as it is. The early-exit
idea is BranchyNet's (Teerapittayanon et al. 2016), for BERT DeeBERT's (Xin et al. 2020)."""
import math

import numpy as np
import torch

import model
import negatives
import score
from choose import answerable, as_squad, some
from dataset import Prepared, prepare

RATE, EPOCHS, ROWS = 0.01, 4, 16
ANNEALED = 0.3          # share of the steps at the end in which the rate falls to zero


def retrieved(squad, questions, passages, rng):
    """Training examples: each of `questions` random questions with the `passages` best paragraphs by search."""
    contexts = score.contexts_of(squad)
    search = negatives.Search(contexts)
    asked = [qa['question'] for _, qa, _ in some(answerable(squad), questions, rng)]
    return [('read', contexts[c], question, []) for question in asked for c in search.best(question, passages)]


def seen(params, data, wins, layer):
    """[(hidden states after `layer` layers [tokens, hidden], the reader's logits [tokens, 2])], one for each window: of position 0,
    which means no answer, and of the context. Question and separators are left out; the latter say what position 0 says."""
    out = []
    with torch.no_grad():
        for window in wins:
            inputs = {}
            ids, types, mask = data.batch([window], multiple=1)
            logits = model.logits(params, ids, types, mask, watch=inputs.setdefault)
            kept = (types[0] == 1) & (ids[0] != data.sep)
            kept[0] = True
            out.append((inputs[f'l{layer}.qkv'][0, kept], logits[0, kept]))
    return out


def odds(logits):
    """The best start and end of the context less those at position 0."""
    return float((logits[1:].amax(0) - logits[0]).sum()) if len(logits) > 1 else -math.inf


def fit(found, rng):
    """The head's matrix [2, hidden] and bias [2], by cross entropy with the reader's own distributions."""
    weight = torch.zeros(2, found[0][0].shape[1], requires_grad=True)
    bias = torch.zeros(2, requires_grad=True)
    optimiser = torch.optim.AdamW([weight, bias], lr=RATE)
    steps = EPOCHS * max(1, len(found) // ROWS)
    for step in range(steps):
        for g in optimiser.param_groups:
            g['lr'] = RATE * min(1.0, (1 - step / steps) / ANNEALED)
        optimiser.zero_grad()
        for i in rng.sample(range(len(found)), min(ROWS, len(found))):
            hidden, logits = found[i]
            guess = torch.log_softmax(hidden @ weight.T + bias, 0)
            (-(torch.softmax(logits, 0) * guess).sum() / ROWS).backward()
        optimiser.step()
    return weight.detach(), bias.detach()


def cut(pairs, least, lost):
    """Under which odds of the head the reading ends: it would lose the share `lost` of the readings with odds over `least`."""
    kept = [early for early, late in pairs if late > least]
    if not kept:
        raise ValueError(f'no reading has odds over {least}')
    return float(np.quantile(kept, lost))


def level(found, weight, bias, least):
    """By how much the head's start and end logits [2] lie under the reader's where the reading ends. Cross entropy leaves that open, but
    the windows of a long passage are compared by their logits, and one window may be read to the end and another not."""
    guesses = [hidden @ weight.T + bias for hidden, _ in found]
    off = [logits[0] - guess[0] for guess, (_, logits) in zip(guesses, found) if odds(guess) < least]
    return torch.stack(off).mean(0) if off else torch.zeros(2)


def with_exit(params, squad, options, rng):
    """(the reader with its exit, figures): fitted on one half of the questions, cut and measured on the other."""
    if not 0 < options.layer < model.layers(params):
        raise ValueError(f'--layer {options.layer}: the reader has {model.layers(params)} layers, the exit lies between two')
    data = Prepared(prepare(as_squad(retrieved(squad, options.questions, options.passages, rng)), options.vocabulary, options.processes))
    wins = score.windows(data)
    found = seen(params, data, wins, options.layer)
    half = len(found) // 2
    weight, bias = fit(found[:half], rng)
    pairs = [(odds(hidden @ weight.T + bias), odds(logits)) for hidden, logits in found[half:]]
    least = cut(pairs, options.least, options.lost)
    early, late = np.array(pairs).T
    left = early < least
    bias = bias + level(found[half:], weight, bias, least)
    tensors = {'exit.w': weight, 'exit.b': bias, 'exit.layer': torch.tensor([options.layer]),
               'exit.odds': torch.tensor([least]), 'exit.separator': torch.tensor([data.sep])}
    return params | tensors, {'windows': len(pairs), 'odds': least, 'left': float(left.mean()),
                              'highest_odds_left': float(late[left].max(initial=-np.inf)),
                              'correlation': float(np.corrcoef(early, late)[0, 1])}
