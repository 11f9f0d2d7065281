"""Questions with their paragraphs as token ids: made once from a SQuAD file, cut to windows, put in batches."""
import gzip
import json
from multiprocessing import Pool

import numpy as np
import torch

from wordpiece import WordPiece, load_vocabulary

MAX_QUESTION = 48       # tokens
MAX_PLACES = 8          # places of one answer's text that count as gold
SPECIAL = ('[PAD]', '[CLS]', '[SEP]')


def read_squad(path):
    """SQuAD's own JSON form; or one paragraph a line, {"id", "title", "context", "qas": [{"id", "question", "answers": [[text,
    start]], "answerable"}]}. Either may be gzipped."""
    with (gzip.open if str(path).endswith('.gz') else open)(path, 'rt', encoding='utf-8') as f:
        text = f.read()
    squad = {'data': from_lines(text)} if '.jsonl' in str(path) else json.loads(text)
    if not isinstance(squad, dict) or 'data' not in squad:
        raise ValueError(f'{path}: a SQuAD file is a JSON object with "data"')
    for article in squad['data']:
        article['title'] = article.get('title', '').replace('_', ' ')
    return squad


def holds(squad, title):
    return title.replace('_', ' ') in {a['title'] for a in squad['data']}


def named(squad, titles):
    """The titles as read_squad spells them; one that no article has is refused."""
    if unknown := [t for t in titles if not holds(squad, t)]:
        raise ValueError(f'no article is called "{unknown[0]}"')
    return {t.replace('_', ' ') for t in titles}


def without(squad, titles):
    out = named(squad, titles)
    return {'data': [a for a in squad['data'] if a['title'] not in out]}


def only(squad, title):
    """The one article, or all where no title is given."""
    return {'data': [a for a in squad['data'] if a['title'] in named(squad, [title])]} if title else squad


def from_lines(text):
    articles = {}
    for line in filter(None, text.split('\n')):
        p = json.loads(line)
        qas = [{'id': q['id'], 'question': q['question'], 'is_impossible': not q['answerable'],
                'answers': [{'text': t, 'answer_start': s} for t, s in q['answers']]} for q in p['qas']]
        articles.setdefault(p['title'], []).append({'context': p['context'], 'qas': qas})
    return [{'title': t, 'paragraphs': p} for t, p in articles.items()]


def places(context, answer, everywhere):
    """[(start, end)] in characters; with `everywhere`, each whole-word occurrence of the answer's text counts."""
    text, first = answer['text'], answer['answer_start']
    out = [(first, first + len(text))]
    at = context.find(text) if everywhere else -1
    while at >= 0 and len(out) < MAX_PLACES:
        end = at + len(text)
        inside = (at > 0 and (context[at - 1] + text[0]).isalnum()) or (end < len(context) and (text[-1] + context[end]).isalnum())
        if at != first and not inside:
            out.append((at, end))
        at = context.find(text, at + 1)
    return out


def token_spans(starts, ends, spans):
    """Character ranges as token ranges (both ends belong to it); those that hold no token fall away."""
    out = []
    for first, end in spans:
        a, b = int(np.searchsorted(ends, first, side='right')), int(np.searchsorted(starts, end, side='left')) - 1
        if a <= b and a < len(starts):
            out.append((a, b))
    return out


def start_process(path):
    global tokens
    tokens = WordPiece(load_vocabulary(path))


def encode(text):
    return tuple(np.array(x, np.int32) for x in tokens.encode(text))


def joined(arrays):
    """(all in one array, where each begins and the last ends)"""
    return np.concatenate([np.zeros(0, np.int32), *arrays]), np.cumsum([0] + [len(a) for a in arrays])


def ranges(name, found):
    """Token ranges of each question in one array, and where each question's begin and the last one's end."""
    return {name: np.array([s for spans in found for s in spans], np.int32).reshape(-1, 2), f'{name}_at': np.cumsum([0] + [len(f) for f in found])}


def prepare(squad, vocabulary, processes=1, everywhere=False, keep_all=False):
    """A SQuAD file as arrays. A question whose answer isn't in its paragraph's tokens is left out and counted: one can't learn
    from it. With `keep_all` it stays, to be read only."""
    contexts, rows = [], []
    for article in squad['data']:
        for paragraph in article['paragraphs']:
            for qa in paragraph['qas']:
                rows.append((len(contexts), qa))
            contexts.append(paragraph['context'])
    with Pool(processes, start_process, (str(vocabulary),)) as pool:
        context_tokens = pool.map(encode, contexts, chunksize=100)
        question_tokens = pool.map(encode, [qa['question'].strip() for _, qa in rows], chunksize=500)
    keep, gold, seeming = [], [], []
    for n, (c, qa) in enumerate(rows):
        none = qa.get('is_impossible', False) or not qa['answers']
        said = qa.get('plausible_answers', []) if none else qa['answers']
        spans = token_spans(*context_tokens[c][1:], places(contexts[c], said[0], everywhere)) if said else []
        if none or spans or keep_all:
            keep.append(n)
            gold.append([] if none else spans)
            seeming.append(spans)
    context_ids, context_at = joined([t[0] for t in context_tokens])
    question_ids, question_at = joined([question_tokens[n][0] for n in keep])
    pieces = load_vocabulary(vocabulary)
    return {'context_ids': context_ids, 'context_at': context_at,
            'context_start': joined([t[1] for t in context_tokens])[0], 'context_end': joined([t[2] for t in context_tokens])[0],
            'question_ids': question_ids, 'question_at': question_at, 'context_of': np.array([rows[n][0] for n in keep]),
            **ranges('gold', gold), **ranges('seeming', seeming),
            'id': np.array([str(rows[n][1]['id']) for n in keep]), 'left_out': np.array(len(rows) - len(keep)),
            'special': np.array([pieces[s] for s in SPECIAL])}


class Prepared:
    """The arrays of `prepare`, and the tokens of one question and part of its paragraph at a time."""

    def __init__(self, arrays):
        self.arrays = {k: arrays[k] for k in arrays}
        self.pad, self.cls, self.sep = (int(x) for x in self.arrays['special'])

    @staticmethod
    def load(path):
        with np.load(path, allow_pickle=False) as z:
            return Prepared({k: z[k] for k in z.files})

    def __len__(self):
        return len(self.arrays['context_of'])

    def question(self, i):
        a = self.arrays
        return a['question_ids'][a['question_at'][i]:a['question_at'][i + 1]][:MAX_QUESTION]

    def context(self, i):
        a = self.arrays
        c = a['context_of'][i]
        return slice(a['context_at'][c], a['context_at'][c + 1])

    def gold(self, i):
        return self.ranges('gold', i)

    def seeming(self, i):
        """Where the answer is, or, of a question without one, where it would seem to be (SQuAD 2.0's `plausible_answers`), if that is known."""
        return self.ranges('seeming', i)

    def ranges(self, name, i):
        at = self.arrays[f'{name}_at']
        return self.arrays[name][at[i]:at[i + 1]]

    def unanswerable(self):
        return np.diff(self.arrays['gold_at']) == 0

    def window(self, i, first, count):
        """(token ids, how many of them are the question's part), `count` context tokens from `first` on."""
        q, c = self.question(i), self.context(i)
        text = self.arrays['context_ids'][c.start + first:c.start + first + count]
        return np.concatenate([[self.cls], q, [self.sep], text, [self.sep]]), len(q) + 2

    def batch(self, windows, multiple=8):
        """ids, types, mask [rows, length]; the length is a multiple of 8, so that few shapes occur."""
        rows = [self.window(*w) for w in windows]
        length = -(-max(len(ids) for ids, _ in rows) // multiple) * multiple
        ids = np.full((len(rows), length), self.pad, np.int64)
        types, mask = np.zeros_like(ids), np.zeros_like(ids)
        for r, (row, question) in enumerate(rows):
            ids[r, :len(row)] = row
            types[r, question:len(row)] = 1
            mask[r, :len(row)] = 1
        return tuple(torch.from_numpy(x) for x in (ids, types, mask))


def groups(lengths, tokens, multiple=8):
    """Indices in groups of nearly equal length, longest first, about `tokens` tokens (padding counted) in each."""
    order = sorted(range(len(lengths)), key=lambda j: (-lengths[j], j))
    out = []
    for j in order:
        width = -(-lengths[out[-1][0]] // multiple) * multiple if out else 0
        if out and (len(out[-1]) + 1) * width <= tokens:
            out[-1].append(j)
        else:
            out.append([j])
    return out
