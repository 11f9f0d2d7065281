"""Builds a training file of examples that a reader gets wrong or is unsure of, and of no-answer questions written one by one.

What decides the reader's no-answer half is the kind of its examples, far more than their number: most rule-made twins are
solved early and teach nothing more. So candidates of every kind are made, the present reader reads them, and these stay:

  no-answer twins that it answers, with their answerable question (for `swap`, `turn`) beside them
  answerable questions that it isn't sure of
  some of the others of both sides, so that it forgets nothing
  no-answer questions written one by one (own-questions.jsonl), with as many answerable ones that are alike in manner
  questions edited so that the paragraph no longer answers them (own-edits.jsonl), with what they were before
  the no-answer questions of a SQuAD 2.0 file, repeated"""
import collections
import hashlib
import json
import random

import manner
import negatives
from dataset import Prepared, prepare
from metric import best, f1, normalise
from score import answers, contexts_of, read, windows

SHARE = {'has': 0.36, 'turn': 0.24, 'swap': 0.18, 'near': 0.17, 'cut': 0.05}
# odds (null - span) under which an answered twin is rather a question that the paragraph does answer
TRUE_AFTER_ALL = {'turn': -9, 'swap': -8, 'near': -5, 'cut': -5}
UNSURE = -4.5           # an answerable question above these odds
TWICE = ('turn', 'swap')
EASY_SHARE = 0.2        # of the no-answer examples chosen, how many solved ones are added
SURE_SHARE = 1.5        # of the unsure answerable ones, how many sure ones are added


def example(kind, number, context, question, accepted, plausible=()):
    return {'context': context, 'qas': [{'id': f'{kind}-{number}', 'question': question, 'answers': accepted,
                                         'is_impossible': not accepted, 'plausible_answers': list(plausible)}]}


def answerable(squad):
    """[(paragraph, question, the paragraph's other questions)]"""
    out = []
    for article in squad['data']:
        for paragraph in article['paragraphs']:
            has = [q for q in paragraph['qas'] if not q.get('is_impossible')]
            out += [(paragraph['context'], q, [o['question'] for o in has if o is not q]) for q in has]
    return out


def twin(kind, search, context, qa, siblings, rng):
    """(question, paragraph); one of them None where the rule finds nothing."""
    question, said = qa['question'], [a['text'] for a in qa['answers']]
    if kind == 'cut':
        return question, negatives.cut(context, said)
    if kind == 'near':
        return question, search.near(question, context, said, rng)
    if kind == 'swap':
        return negatives.swap(question, context, said, siblings, rng), context
    return (negatives.turn(question, said, rng) if kind == 'turn' else question), context


def candidates(squad, count, rng):
    """About `count` candidates: [{kind, context, question, asked, answers}]; `asked`, `answers`: of the answerable question."""
    pool = answerable(squad)
    rng.shuffle(pool)
    search = negatives.Search(sorted({c for c, _, _ in pool}))
    left = {kind: max(1, round(count * share)) for kind, share in SHARE.items()}
    out = []
    for context, qa, siblings in pool:
        for kind in sorted(k for k, n in left.items() if n > 0):
            question, found = twin(kind, search, context, qa, siblings, rng)
            if question and found:
                left[kind] -= 1
                out.append({'kind': kind, 'context': found, 'question': question, 'asked': qa['question'], 'answers': qa['answers']})
        if not any(n > 0 for n in left.values()):
            break
    return out


def judge(found, params, vocabulary, processes, device):
    """Adds to each candidate the odds and whether the span has anything of the right answer."""
    squad = {'data': [{'title': '', 'paragraphs': [example('', n, c['context'], c['question'], []) for n, c in enumerate(found)]}]}
    data = Prepared(prepare(squad, vocabulary, processes))
    wins = windows(data)
    texts, odds = answers(data, wins, read(params, data, wins, device, processes), contexts_of(squad))
    for n, c in enumerate(found):
        c['odds'] = odds[f'-{n}']
        c['right'] = best(f1, [a['text'] for a in c['answers']], texts[f'-{n}']) > 0


def is_hard(c):
    if c['kind'] == 'has':
        return c['odds'] > UNSURE
    true_after_all = c['odds'] < TRUE_AFTER_ALL[c['kind']] or (c['kind'] in ('near', 'cut') and c['right'])
    return c['odds'] < 0 and not true_after_all


def is_easy(c):
    return c['odds'] <= UNSURE if c['kind'] == 'has' else c['odds'] >= 0


def some(found, count, rng):
    return rng.sample(found, min(len(found), round(count)))


def chosen(found, rng):
    """[(kind, paragraph, question, answers, what seems to answer a question without them)] of judged candidates."""
    has, none = [c for c in found if c['kind'] == 'has'], [c for c in found if c['kind'] != 'has']
    hard_has, hard_none = list(filter(is_hard, has)), list(filter(is_hard, none))
    out = [(c['kind'], c['context'], c['asked'], c['answers']) for c in hard_has]
    out += [('sure', c['context'], c['asked'], c['answers']) for c in some(list(filter(is_easy, has)), SURE_SHARE * len(hard_has), rng)]
    for c in hard_none:
        seems = c['answers'] if c['kind'] in TWICE else []
        out += [(c['kind'], c['context'], c['question'], [], seems)] * (2 if c['kind'] in TWICE else 1)
        out += [('mate', c['context'], c['asked'], c['answers'])] * (c['kind'] in TWICE)
    easy = some(list(filter(is_easy, none)), EASY_SHARE * len(hard_none), rng)
    return out + [('easy', c['context'], c['question'], []) for c in easy]


def fingerprint(context):
    """Names a paragraph without quoting it."""
    return hashlib.sha256(normalise(context).encode()).hexdigest()[:16]


def lines(path):
    """paragraph's fingerprint -> what the file says of it"""
    with open(path, encoding='utf-8') as f:
        return {one['paragraph']: one for one in map(json.loads, f)}


def alike(squad, of_paragraph, count, rng):
    """`count` no-answer examples and as many answerable ones of those that `of_paragraph` gives, drawn so that the questions by
    themselves don't tell which are which."""
    found, groups = [], []
    for article in squad['data']:
        for paragraph in article['paragraphs']:
            found += of_paragraph(paragraph['context'], [q for q in paragraph['qas'] if not q.get('is_impossible')])
            groups += [article['title']] * (len(found) - len(groups))
    none = [not answers for _, _, _, answers, *_ in found]
    odds = manner.given_away([question for _, _, question, *_ in found], none, groups)
    return [found[i] for i in manner.alike(odds, none, count, rng)]


def own_questions(squad, path, count, rng):
    """No-answer questions of the file, and answerable ones of any paragraph."""
    asked = lines(path)

    def of_paragraph(context, answerable):
        none = asked.get(fingerprint(context), {'questions': []})['questions']
        return [('own', context, q, []) for q in none] + [('has', context, q['question'], q['answers']) for q in answerable]

    return alike(squad, of_paragraph, count, rng)


def edit(question, changed):
    """[first, last, text]: that many words kept at the start and at the end, the text between them."""
    old, new = question.split(), changed.split()
    shorter = min(len(old), len(new))
    same = lambda one, other: next((n for n, (x, y) in enumerate(zip(one, other)) if x != y), shorter)
    first = same(old, new)
    last = min(same(old[::-1], new[::-1]), shorter - first)
    return [first, last, ' '.join(new[first:len(new) - last])]


def edited(question, first, last, text):
    words = question.split()
    return ' '.join([*words[:first], *filter(None, [text]), *words[len(words) - last:]])


def own_edits(squad, path, count, rng):
    """Questions edited so that their paragraph is silent; what they were before, and those reworded only."""
    edits = lines(path)

    def of_paragraph(context, answerable):
        mine = edits.get(fingerprint(context), {'edits': []})['edits']
        asked = {fingerprint(q['question']): q for q in answerable} if mine else {}
        names = dict.fromkeys(name for name, *_ in mine if name in asked)
        return [('mate', context, asked[name]['question'], asked[name]['answers']) for name in names] + [
            ('reworded' if answered else 'edit', context, edited(asked[name]['question'], first, last, text),
             *((asked[name]['answers'],) if answered else ([], asked[name]['answers']))) for name, first, last, text, answered in mine if name in asked]

    return alike(squad, of_paragraph, count, rng)


def real_questions(squad, repeat):
    """The no-answer questions of a SQuAD 2.0 file `repeat` times, its answerable ones once."""
    out = []
    for article in squad['data']:
        for paragraph in article['paragraphs']:
            for q in paragraph['qas']:
                none = q.get('is_impossible', False)
                said = ([], q.get('plausible_answers', [])) if none else (q['answers'],)
                out += [('real', paragraph['context'], q['question'], *said)] * (repeat if none else 1)
    return out


def as_squad(examples):
    return {'data': [{'title': 'chosen', 'paragraphs': [example(kind, n, *rest) for n, (kind, *rest) in enumerate(examples)]}]}


def counts(examples):
    return dict(sorted(collections.Counter(kind for kind, *_ in examples).items()))


def choose(squad, params, options):
    """The training file's examples; `options`: the fields of the choose command."""
    rng = random.Random(options.seed)
    found = candidates(squad, options.candidates, rng)
    judge(found, params, options.vocabulary, options.processes, options.device)
    return chosen(found, rng)
