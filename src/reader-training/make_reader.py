#!/usr/bin/env python3
"""Makes the span reader: one command a step, in this order. README.md says what each needs and takes.

  start    first weights, from encoders or from a reader exported before
  choose   a training file: what the present reader gets wrong, and questions written one by one
  prepare  a training file as token ids
  train    the training itself; --resume goes on from the checkpoint
  mean     one reader of several that were trained on from each other
  exit     a reader that stops early at passages that hold no answer
  export   the reader as ONNX
  score    SQuAD 2.0's figures; the no-answer threshold from a held-out file
  example  what an exported reader says to the questions of an integration test"""
import os

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')      # before numpy: processes of one thread each beat threads in a process

import argparse
import json
import math
import pathlib
import random
import sys

import torch

import choose
import dataset
import early_exit
import encoder
import export
import metric
import model
import score
import train


def existing(text):
    if not pathlib.Path(text).is_file():
        raise argparse.ArgumentTypeError(f'"{text}" is not a file')
    return text


def number(kind, rule, holds):
    def read(text):
        try:
            value = kind(text)
        except ValueError:
            value = math.nan
        if not holds(value):
            raise argparse.ArgumentTypeError(f'"{text}" is not {rule}')
        return value
    return read


whole = number(int, 'a whole number from 1 on', lambda v: v >= 1)
natural = number(int, 'a whole number from 0 on', lambda v: v >= 0)
positive = number(float, 'a number above 0', lambda v: v > 0)
share = number(float, 'a number from 0 to 1', lambda v: 0 <= v <= 1)
room = number(int, 'a whole number from 64 to 512', lambda v: 64 <= v <= 512)


def device(text):
    if text == 'cuda' and not torch.cuda.is_available():
        raise argparse.ArgumentTypeError('"cuda" is not to be had here; "cpu" is')
    if text not in ('cpu', 'cuda', 'auto'):
        raise argparse.ArgumentTypeError(f'"{text}" is none of cpu, cuda, auto')
    return ('cuda' if torch.cuda.is_available() else 'cpu') if text == 'auto' else text


def start(a):
    """First weights, from encoders or from a reader exported before."""
    if bool(a.reader) == bool(a.twelve):
        raise ValueError('start takes either --reader or --twelve')
    found = encoder.from_reader(a.reader) if a.reader else encoder.mean(*([encoder.from_encoder(f) for f in fs] for fs in (a.twelve, a.six)))
    model.save(a.out, found)
    print(f'{a.out}: {model.layers(found)} layers, {sum(v.numel() for v in found.values())} parameters')


def choose_examples(a):
    """A training file: what the present reader gets wrong, and questions written one by one."""
    if a.candidates and not a.reader:
        raise ValueError('choose takes --reader to judge the candidates, or --candidates 0')
    squad = dataset.without(dataset.read_squad(a.squad), a.leave_out)
    examples = choose.choose(squad, model.load(a.reader), a) if a.candidates else []
    rng = random.Random(a.seed)
    if a.own:
        examples += choose.own_questions(squad, a.own, a.own_count, rng)
    if a.edits:
        examples += choose.own_edits(squad, a.edits, a.own_count, rng)
    if a.real:
        real = dataset.read_squad(a.real)
        there = [t for t in a.leave_out if dataset.holds(real, t)]
        examples += choose.real_questions(dataset.without(real, there), a.repeat)
    with open(a.out, 'w', encoding='utf-8') as f:
        json.dump(choose.as_squad(examples), f, ensure_ascii=False)
    print(f'{a.out}: {len(examples)} examples, {choose.counts(examples)}')


def prepare(a):
    """A training file as token ids."""
    arrays = dataset.prepare(dataset.without(dataset.read_squad(a.squad), a.leave_out), a.vocabulary, a.processes, a.everywhere)
    model.save(a.out, arrays)
    none = int(dataset.Prepared(arrays).unanswerable().sum())
    print(f'{a.out}: {len(arrays["id"])} questions, {none} of them without an answer; {arrays["left_out"]} left out, '
          'their answer is not in the paragraph\'s tokens')


def train_reader(a):
    """The training itself; --resume goes on from the checkpoint."""
    if a.dropout is None:
        a.dropout = 0.1 if a.device == 'cuda' else 0.0
    reader = train.train(model.load(a.start), dataset.Prepared.load(a.examples), a, a.out)
    model.save(pathlib.Path(a.out, 'reader.npz'), reader)


def mean_reader(a):
    """One reader of several that were trained on from each other: the mean of their weights."""
    readers = [model.load(path) for path in a.readers]
    if any(reader.keys() != readers[0].keys() for reader in readers):
        raise ValueError('only readers of the same layers have a mean')
    model.save(a.out, encoder.mean(readers))


def with_exit(a):
    """A reader that stops early at passages that hold no answer."""
    squad = dataset.without(dataset.read_squad(a.squad), a.leave_out)
    reader, figures = early_exit.with_exit(model.load(a.reader), squad, a, random.Random(a.seed))
    model.save(a.out, reader)
    print(json.dumps(figures, indent=1))


def export_reader(a):
    """The reader as ONNX."""
    params = model.load(a.reader)
    export.export(params, a.out, export.largest_inputs(params, dataset.Prepared.load(a.calibrate)) if a.calibrate else None)
    print(f'{a.out}: {os.path.getsize(a.out) / 1e6:.1f} MB, {"int8" if a.calibrate else "float32"}')


def read(a, squad):
    """(accepted answers, texts, odds) of every question of a SQuAD file, by the reader that the arguments name."""
    data = dataset.Prepared(dataset.prepare(squad, a.vocabulary, a.processes, keep_all=True))
    wins = score.windows(data)
    if a.onnx:
        found = score.read_onnx(a.onnx, a.runtime, data, wins)
    else:
        found = score.read(model.load(a.reader), data, wins, a.device, a.processes)
    return metric.golds(squad), *score.answers(data, wins, found, score.contexts_of(squad))


def score_reader(a):
    """SQuAD 2.0's figures; the no-answer threshold from a held-out file."""
    if bool(a.reader) == bool(a.onnx) or bool(a.onnx) != bool(a.runtime):
        raise ValueError('score takes either --reader or --onnx with --runtime')
    if (a.threshold is None) == (not a.tune):
        raise ValueError('score takes either --threshold or --tune')
    out, threshold = {}, a.threshold
    if a.tune:
        held = read(a, dataset.only(dataset.read_squad(a.tune), a.tune_article))
        rows = metric.rows_of(*held)
        threshold = metric.steady_threshold(rows)
        out['tuned_on'] = metric.score(*held, threshold) | {'balanced_F1': metric.balanced_f1(rows), 'separation': metric.separation(rows)}
    if a.squad:
        found = read(a, dataset.read_squad(a.squad))
        rows = metric.rows_of(*found)
        out['scored'] = metric.score(*found, threshold) | {'separation': metric.separation(rows)}
        out['best_threshold_for_comparison_only'] = metric.score(*found, metric.best_threshold(rows)[0])
        has = {i: g for i, g in found[0].items() if g != ['']}
        out['answerable_only_always_answering'] = metric.score(has, *found[1:], math.inf)
    print(json.dumps(out, indent=1))


def example(a):
    """Keeps the questions and the context of the file, writes anew what the reader makes of them."""
    with open(a.file, encoding='utf-8') as f:
        old = json.load(f)
    asked = [{'id': str(n), 'question': q['question'], 'answers': [], 'is_impossible': True} for n, q in enumerate(old['questions'])]
    squad = {'data': [{'title': '', 'paragraphs': [{'context': old['context'], 'qas': asked}]}]}
    data = dataset.Prepared(dataset.prepare(squad, a.vocabulary))
    wins = score.windows(data)
    logits = score.onnx_logits(a.onnx, a.runtime, data, wins)
    texts, odds = score.answers(data, wins, [score.spans(data, w, *pair) for w, pair in zip(wins, logits)], [old['context']])
    for n, (q, w, pair) in enumerate(zip(old['questions'], wins, logits)):
        q |= score.as_example(data, w, pair, texts[str(n)], odds[str(n)], a.threshold, 'input_ids' in q)
    with open(a.file, 'w', encoding='utf-8') as f:
        json.dump(old, f, ensure_ascii=False, indent=1)


def option(*names, **settings):
    return names, settings


VOCABULARY = option('--vocabulary', required=True, type=existing, help="the reader's tokenizer.json, or a vocab.txt")
PROCESSES = option('--processes', type=whole, default=os.cpu_count(), help='on a CPU, of one thread each')
DEVICE = option('--device', type=device, default='auto', help='cpu, cuda or auto')
LEAVE_OUT = option('--leave-out', action='append', default=[], metavar='TITLE', help='an article that gives nothing; may be repeated')
RUNTIME = option('--runtime', type=existing, help="ONNX Runtime's Java jar")

STEPS = {
    'start': (start, option('out'), option('--reader', type=existing, help='model.onnx of a reader to go on from'),
              option('--twelve', type=existing, nargs='+', default=[], help='ONNX exports of 12-layer encoders of one origin'),
              option('--six', type=existing, nargs='+', default=[], help='of the same origin, its layers 0, 2, 4, 6, 8, 10')),
    'choose': (choose_examples, option('squad', type=existing), option('out'), VOCABULARY, PROCESSES, DEVICE, LEAVE_OUT,
               option('--reader', type=existing, help='the present reader, .npz'),
               option('--candidates', type=natural, default=16_000, help='made by rule and judged by the reader'),
               option('--seed', type=natural, default=77),
               option('--own', type=existing, help='own-questions.jsonl'), option('--edits', type=existing, help='own-edits.jsonl'),
               option('--own-count', type=whole, default=14_000, help='no-answer questions of each of the two, and as many answerable ones'),
               option('--real', type=existing, help='a SQuAD 2.0 file'),
               option('--repeat', type=whole, default=3, help='how often each no-answer question of --real is shown')),
    'prepare': (prepare, option('squad', type=existing), option('out'), VOCABULARY, PROCESSES, LEAVE_OUT,
                option('--everywhere', action='store_true', help="each place of an answer's text counts: for files that only know the first")),
    'train': (train_reader, option('out', help='a folder for checkpoint, log and reader.npz'), PROCESSES, DEVICE,
              option('--start', required=True, type=existing), option('--examples', required=True, type=existing),
              option('--resume', action='store_true'), option('--epochs', type=whole, default=1),
              option('--minutes', type=positive, default=math.inf, help='ends annealed after so long'),
              option('--steps', type=whole, default=10 ** 9), option('--rate', type=positive, default=5e-5),
              option('--warmup', type=share, default=0.05), option('--decay', type=share, default=0.01),
              option('--clip', type=positive, default=1.0), option('--dropout', type=share, help='0 on a CPU, 0.1 on CUDA'),
              option('--length', type=room, default=256, help='tokens'),
              option('--crop', type=share, default=0.3, help='share of the examples that is cut to a short window'),
              option('--bf16', action='store_true', help='on a CPU too: more than twice as fast with AVX-512 BF16'),
              option('--batch-tokens', type=whole, default=900), option('--accumulate', type=whole, default=6, help='batches a step'),
              option('--train-words', action='store_true', help='the word embeddings too'),
              option('--keep-layers', type=natural, default=0, help='so many of the first layers, and the embeddings, stay as they are'),
              option('--seed', type=natural, default=5),
              option('--log-every', type=whole, default=10, help='steps'), option('--save-minutes', type=positive, default=6)),
    'mean': (mean_reader, option('out'), option('readers', type=existing, nargs='+', help='.npz')),
    'exit': (with_exit, option('squad', type=existing), option('out'), VOCABULARY, PROCESSES, LEAVE_OUT,
             option('--reader', required=True, type=existing), option('--layer', type=whole, default=8, help='after how many layers'),
             option('--questions', type=whole, default=160, help='at most'), option('--passages', type=whole, default=8, help='a question, by search'),
             option('--least', type=float, default=-1.0, help='odds for an answer from which on a reading shall not be lost'),
             option('--lost', type=share, default=0.003, help='but this share of them'), option('--seed', type=natural, default=11)),
    'export': (export_reader, option('reader', type=existing), option('out'),
               option('--calibrate', type=existing, help='a prepared training file: int8; without it float32')),
    'score': (score_reader, VOCABULARY, PROCESSES, DEVICE, RUNTIME, option('--reader', type=existing, help='.npz'),
              option('--onnx', type=existing), option('--squad', type=existing, help='what is scored'), option('--threshold', type=float),
              option('--tune', type=existing, help='the threshold comes from this file, never from the scored one'),
              option('--tune-article', metavar='TITLE', help='of that file, this article only')),
    'example': (example, option('file', type=existing), VOCABULARY, RUNTIME, option('--onnx', required=True, type=existing),
                option('--threshold', required=True, type=float)),
}


def arguments():
    top = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = top.add_subparsers(dest='step', required=True, metavar='STEP')
    for name, (does, *options) in STEPS.items():
        step = steps.add_parser(name, description=does.__doc__)
        step.set_defaults(does=does)
        for names, settings in options:
            step.add_argument(*names, **settings)
    return top


def main(given=None):
    a = arguments().parse_args(given)
    try:
        a.does(a)
    except (ValueError, OSError, RuntimeError) as fault:
        sys.exit(f'make_reader.py {a.step}: {fault}')


if __name__ == '__main__':
    main()
