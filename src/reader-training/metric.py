"""SQuAD 2.0's metric (normalised exact match and token F1) and the choice of a no-answer threshold."""
import collections
import random
import re
import string

ARTICLES = re.compile(r'\b(a|an|the)\b')
PUNCTUATION = str.maketrans('', '', string.punctuation)


def normalise(text):
    return ' '.join(ARTICLES.sub(' ', text.lower().translate(PUNCTUATION)).split())


def exact(gold, said):
    return float(normalise(gold) == normalise(said))


def f1(gold, said):
    g, s = normalise(gold).split(), normalise(said).split()
    if not g or not s:
        return float(g == s)
    same = sum((collections.Counter(g) & collections.Counter(s)).values())
    return 2 * same / (len(g) + len(s))


def golds(squad):
    """question id -> accepted answers; [''] where there is none. `squad` is the parsed JSON of a SQuAD file."""
    out = {}
    for article in squad['data']:
        for paragraph in article['paragraphs']:
            for qa in paragraph['qas']:
                accepted = [] if qa.get('is_impossible') else [a['text'] for a in qa['answers'] if normalise(a['text'])]
                out[qa['id']] = accepted or ['']
    return out


def best(measure, accepted, said):
    return max(measure(g, said) for g in accepted)


def score(accepted, texts, odds, threshold):
    """All figures in percent. texts: id -> span; odds: id -> null score - span score, above the threshold: no answer."""
    rows = []
    for i, g in accepted.items():
        said = '' if odds[i] > threshold else texts[i]
        rows.append((g != [''], best(exact, g, said), best(f1, g, said)))
    has, none = [r for r in rows if r[0]], [r for r in rows if not r[0]]
    mean = lambda part, k: 100 * sum(r[k] for r in part) / max(1, len(part))
    return {'questions': len(rows), 'threshold': threshold, 'EM': mean(rows, 1), 'F1': mean(rows, 2),
            'HasAns_EM': mean(has, 1), 'HasAns_F1': mean(has, 2), 'NoAns': mean(none, 1)}


def best_threshold(rows, none_weight=1.0):
    """The cut with the highest weighed F1 over rows of (odds, is unanswerable, F1 of the span); returns (cut, F1 in percent)."""
    rows = sorted(rows)
    total = sum(none_weight if none else 1 for _, none, _ in rows)
    now = top = none_weight * sum(none for _, none, _ in rows)
    at = rows[0][0] - 1
    for n, (odds, none, f) in enumerate(rows):
        now += -none_weight if none else f
        if now > top:
            top, at = now, (odds + rows[min(n + 1, len(rows) - 1)][0]) / 2
    return at, 100 * top / total


def rows_of(accepted, texts, odds):
    return [(odds[i], g == [''], best(f1, g, texts[i])) for i, g in sorted(accepted.items())]


def steady_threshold(rows, rounds=200, seed=1):
    """The mean of the best cuts of bootstrap samples, answerable and unanswerable weighed half and half.

    The single best cut of a small tuning set is mostly chance."""
    none = sum(r[1] for r in rows)
    weight = (len(rows) - none) / max(1, none)
    rng = random.Random(seed)
    return sum(best_threshold(rng.choices(rows, k=len(rows)), weight)[0] for _ in range(rounds)) / rounds


def balanced_f1(rows):
    none = sum(r[1] for r in rows)
    return best_threshold(rows, (len(rows) - none) / max(1, none))[1]


def separation(rows):
    """Area under the curve: how often an unanswerable question has higher odds than an answerable one whose span is right."""
    low = [(o, 0) for o, none, f in rows if not none and f > 0]
    high = [(o, 1) for o, none, _ in rows if none]
    seen = inversions = 0
    for _, is_high in sorted(low + high):
        inversions += seen if not is_high else 0
        seen += is_high
    return 1 - inversions / max(1, len(low) * len(high))
