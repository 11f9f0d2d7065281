"""Reads questions with a reader: windows of a paragraph, the best span over them, the odds against an answer."""
import contextlib
import pathlib
import struct
import subprocess
import tempfile

import numpy as np
import torch
import torch.multiprocessing as mp

import model
from dataset import groups

MAX_ANSWER = 30             # tokens
GROUP_TOKENS = 2000         # read at once on a CPU
CUDA_GROUP_TOKENS = 60_000


def autocast(device, bf16=False):
    return torch.autocast(device, torch.bfloat16) if bf16 or device == 'cuda' else contextlib.nullcontext()


def windows(data, length=256, stride=128):
    """[(question, first context token, context tokens)]: as many windows a question as its paragraph needs."""
    out = []
    for i in range(len(data)):
        context = data.context(i)
        total, room, first = context.stop - context.start, length - len(data.question(i)) - 3, 0
        while first + room < total:
            out.append((i, first, room))
            first += min(stride, room)
        out.append((i, first, total - first))
    return out


def best_span(start, end):
    """(score, first, last) of the best span of at most MAX_ANSWER tokens; start, end: logits of the context tokens."""
    n = len(start)
    if not n:
        return -1e9, 0, 0
    apart = np.arange(n)[None, :] - np.arange(n)[:, None]
    s = np.where((apart >= 0) & (apart < MAX_ANSWER), start[:, None] + end[None, :], -1e9)
    k = int(s.argmax())
    return float(s.flat[k]), k // n, k % n


def spans(data, window, start, end):
    """(span score, first, last, null score); first and last count from the window's first context token."""
    i, _, n = window
    q = len(data.question(i)) + 2
    return (*best_span(start[q:q + n], end[q:q + n]), float(start[0] + end[0]))


def read_part(params, data, wins, device, parts, heard):
    torch.set_num_threads(1)
    out = []
    with torch.no_grad(), autocast(device):
        for part in parts:
            batch = (t.to(device) for t in data.batch([wins[j] for j in part]))
            found = model.logits(params, *batch).cpu().numpy()
            out += [(j, spans(data, wins[j], row[:, 0], row[:, 1])) for j, row in zip(part, found)]
    heard.put(out)


def read(params, data, wins, device='cpu', processes=1):
    """What `spans` says of each window, in order."""
    cuda = device == 'cuda'
    processes = 1 if cuda else processes
    p = {k: v.to(device) for k, v in params.items()}
    parts = groups([n + len(data.question(i)) + 3 for i, _, n in wins], CUDA_GROUP_TOKENS if cuda else GROUP_TOKENS)
    fork = mp.get_context('fork')
    heard = fork.SimpleQueue() if processes > 1 else Heard()
    started = []
    for rank in range(processes):
        job = (p, data, wins, device, parts[rank::processes], heard)
        if processes == 1:
            read_part(*job)
        else:
            started.append(fork.Process(target=read_part, args=job))
            started[-1].start()
    found = dict(pair for _ in range(processes) for pair in heard.get())
    for s in started:
        s.join()
    return [found[j] for j in range(len(wins))]


class Heard:
    """The queue of a single process."""

    def put(self, out):
        self.out = out

    def get(self):
        return self.out


def onnx_logits(path, runtime, data, wins):
    """(start logits, end logits) a window, of an exported reader in ONNX Runtime's Java API; `runtime`: its jar."""
    program = pathlib.Path(__file__).with_name('RunReader.java')
    rows = [data.window(*w) for w in wins]
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = pathlib.Path(folder, 'windows'), pathlib.Path(folder, 'logits')
        with open(asked, 'wb') as f:
            f.write(struct.pack('<i', len(rows)))
            for ids, question in rows:
                f.write(struct.pack('<ii', len(ids), question) + ids.astype('<i4').tobytes())
        subprocess.run(['java', '-cp', str(runtime), str(program), str(path), str(asked), str(answered)], check=True)
        raw = np.fromfile(answered, '<f4')
    return [tuple(part.reshape(2, -1)) for part in np.split(raw, np.cumsum([2 * len(ids) for ids, _ in rows])[:-1])]


def read_onnx(path, runtime, data, wins):
    return [spans(data, w, *pair) for w, pair in zip(wins, onnx_logits(path, runtime, data, wins))]


def as_example(data, window, logits, text, odds, threshold, whole):
    """What an integration test compares: token ids and logits too where `whole`."""
    ids, question = data.window(*window)
    score, first, last, null = spans(data, window, *logits)
    out = {'span_text': text, 'odds': round(odds, 3), 'answer': None if odds > threshold else text, 'null': round(null, 3),
           'span': round(score, 3), 'start_token': question + first, 'end_token': question + last}
    if whole:
        rounded = ([round(float(x), 3) for x in row] for row in logits)
        out |= {'input_ids': ids.tolist(), 'token_type_ids': [int(i >= question) for i in range(len(ids))]}
        out |= dict(zip(('start_logits', 'end_logits'), rounded))
    return out


def answers(data, wins, scores, contexts):
    """(id -> text of the best span, id -> null score - span score): the best span and the smallest null of its windows."""
    span, null = {}, {}
    for (i, first, _), (s, a, b, none) in zip(wins, scores):
        if i not in span or s > span[i][0]:
            span[i] = (s, first + a, first + b)
        null[i] = min(null.get(i, none), none)
    texts, odds = {}, {}
    for i, (s, a, b) in span.items():
        at, name = data.context(i).start, str(data.arrays['id'][i])
        text = contexts[data.arrays['context_of'][i]]
        texts[name] = text[data.arrays['context_start'][at + a]:data.arrays['context_end'][at + b]]
        odds[name] = null[i] - s
    return texts, odds


def contexts_of(squad):
    return [p['context'] for a in squad['data'] for p in a['paragraphs']]
