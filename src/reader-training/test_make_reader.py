"""The whole recipe on sample.json, in well under a minute on one core: python3 -m unittest discover -s src/reader-training"""
import argparse
import contextlib
import copy
import glob
import io
import json
import math
import os
import pathlib
import random
import shutil
import tempfile
import unittest
import unittest.mock

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
try:
    import numpy as np
    import onnx
    import torch
except ImportError as missing:
    raise unittest.SkipTest(f'{missing}: the training of the reader needs numpy, torch and onnx (README.md here)')

import choose
import dataset
import early_exit
import encoder
import export
import make_reader
import manner
import metric
import model
import negatives
import score
import train
import wordpiece

HERE = pathlib.Path(__file__).parent
SAMPLE = HERE / 'sample.json'
JARS = sorted(glob.glob(os.path.expanduser('~/.m2/repository/com/microsoft/onnxruntime/onnxruntime/*/onnxruntime-*.jar')))
RUNTIME = os.environ.get('ONNXRUNTIME_JAR', JARS[-1] if JARS else '')


def tiny_vocabulary(path):
    """Every word of the sample, and single characters for all others."""
    squad = dataset.read_squad(SAMPLE)
    texts = score.contexts_of(squad) + [q['question'] for a in squad['data'] for p in a['paragraphs'] for q in p['qas']]
    whole = sorted({w for t in texts for w, _ in wordpiece.words(t)})
    letters = [chr(c) for c in range(33, 127)]
    pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', *dict.fromkeys(letters + ['##' + c for c in letters] + whole)]
    path.write_text('\n'.join(pieces) + '\n', encoding='utf-8')
    return len(pieces)


def tiny_encoder(words, hidden=64, layers=2, seed=3):
    rng = torch.Generator().manual_seed(seed)
    normal = lambda *shape: torch.randn(*shape, generator=rng) * 0.05
    out = {'emb.word': normal(words, hidden), 'emb.pos': normal(256, hidden), 'emb.type': normal(2, hidden),
           'emb.ln.w': torch.ones(hidden), 'emb.ln.b': torch.zeros(hidden)}
    for n in range(layers):
        for name, rows, columns in (('qkv', 3 * hidden, hidden), ('o', hidden, hidden), ('f1', 4 * hidden, hidden), ('f2', hidden, 4 * hidden)):
            out |= {f'l{n}.{name}.w': normal(rows, columns), f'l{n}.{name}.b': normal(rows)}
        for name in ('ln1', 'ln2'):
            out |= {f'l{n}.{name}.w': torch.ones(hidden), f'l{n}.{name}.b': torch.zeros(hidden)}
    return out


def options(**changed):
    return argparse.Namespace(**{**dict(
        length=128, crop=0.3, seed=5, epochs=2, batch_tokens=300, warmup=0.1, rate=1e-3, decay=0.01, clip=1.0, dropout=0.0, processes=1,
        accumulate=2, steps=6, minutes=math.inf, device='cpu', bf16=False, train_words=True, keep_layers=0, log_every=100, save_minutes=1e-9, resume=False), **changed})


def quietly(call, *arguments):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        out = call(*arguments)
    return out, said.getvalue()


class OnTheSample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.set_num_threads(1)
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.vocabulary = cls.folder / 'vocab.txt'
        cls.start = model.with_head(tiny_encoder(tiny_vocabulary(cls.vocabulary)))
        cls.squad = dataset.read_squad(SAMPLE)
        cls.data = dataset.Prepared(dataset.prepare(cls.squad, cls.vocabulary, everywhere=True))


class TokensTest(OnTheSample):
    def test_a_token_names_the_characters_of_the_original_text(self):
        pieces = wordpiece.WordPiece(wordpiece.load_vocabulary(self.vocabulary))
        text = 'The  Élise, at\u200b Sölvesund \U0001F682 by 日本!'
        ids, starts, ends = pieces.encode(text)
        self.assertEqual(['The', 'Élise', ',', 'at', 'Sölvesund', '\U0001F682', 'by', '日', '本', '!'],
                         [text[a:b] for a, b in zip(starts, ends)])
        self.assertEqual(pieces.encode('the elise')[0], ids[:2])

    def test_an_unknown_word_falls_apart_into_pieces(self):
        pieces = wordpiece.WordPiece({'[UNK]': 0, 'cross': 1, '##ing': 2, '##i': 3})
        self.assertEqual(([1, 2, 0], [0, 5, 9], [5, 8, 12]), pieces.encode('Crossing xyz'))

    def test_the_gold_span_of_every_sample_question_is_its_answer(self):
        accepted = metric.golds(self.squad)
        contexts = score.contexts_of(self.squad)
        for i in range(len(self.data)):
            for first, last in self.data.gold(i):
                at = self.data.context(i).start
                text = contexts[self.data.arrays['context_of'][i]]
                said = text[self.data.arrays['context_start'][at + first]:self.data.arrays['context_end'][at + last]]
                self.assertEqual(accepted[self.data.arrays['id'][i]][0], said)

    def test_every_whole_word_place_of_an_answer_counts_where_asked(self):
        answer = {'text': 'mill', 'answer_start': 4}
        self.assertEqual([(4, 8), (24, 28)], dataset.places('The mill of millers, a mill.'.replace('a mill', 'or mill'), answer, True))
        self.assertEqual([(4, 8)], dataset.places('The mill and the mill', answer, False))

    def test_a_long_paragraph_is_read_in_windows_that_overlap(self):
        wins = [w for w in score.windows(self.data, length=40, stride=12) if w[0] == 0]
        context = self.data.context(0)
        self.assertGreater(len(wins), 2)
        self.assertTrue(all(b[1] - a[1] == 12 and b[1] < a[1] + a[2] for a, b in zip(wins, wins[1:])))
        self.assertEqual(context.stop - context.start, wins[-1][1] + wins[-1][2])


class MetricTest(unittest.TestCase):
    def test_case_punctuation_and_articles_do_not_count(self):
        self.assertEqual(1.0, metric.exact('The Anders yard.', 'anders  Yard'))
        self.assertAlmostEqual(0.8, metric.f1('the red kiosk', 'a red kiosk outside'))

    def test_declining_is_right_for_an_unanswerable_question_only(self):
        figures = metric.score({'a': ['1962'], 'b': ['']}, {'a': '1962', 'b': '1962'}, {'a': 1.0, 'b': 1.0}, 0.0)
        self.assertEqual((50, 0, 100), (figures['F1'], figures['HasAns_F1'], figures['NoAns']))

    def test_the_best_threshold_lies_between_the_classes(self):
        rows = [(-3.0, False, 1.0), (-2.0, False, 1.0), (2.0, True, 0.0), (3.0, True, 0.0)]
        self.assertEqual((0.0, 100.0), metric.best_threshold(rows))
        self.assertEqual(1.0, metric.separation(rows))
        self.assertTrue(-3 < metric.steady_threshold(rows) < 3)


class NegativesTest(OnTheSample):
    def setUp(self):
        self.ferry = self.squad['data'][0]['paragraphs'][0]['context']

    def test_cut_leaves_no_sentence_with_the_answer(self):
        self.assertNotIn('Maja', negatives.cut(self.ferry, ['Maja Holm']))
        self.assertIsNone(negatives.cut('One sentence with Maja Holm.', ['Maja Holm']))

    def test_swap_takes_another_name_or_number_of_the_paragraph(self):
        said = {negatives.swap('Who has steered Lisbet since 2009?', self.ferry, ['Maja Holm'], [], random.Random(n)) for n in range(20)}
        self.assertIn('Who has steered Lisbet since 1962?', said)
        self.assertFalse(any('Maja' in s for s in said))

    def test_turn_takes_a_word_that_excludes_the_old_one(self):
        said = negatives.turn('Who was the oldest miller?', ['Jakob Stenn'], random.Random(1))
        self.assertIn(said, {f'Who was the {w} miller?' for w in negatives.EXCLUDING['oldest']})
        self.assertIsNone(negatives.turn('Why red?', ['red blue green yellow black white brown orange purple'], random.Random(1)))

    def test_near_is_another_paragraph_without_the_answer(self):
        contexts = score.contexts_of(self.squad)
        search = negatives.Search(contexts)
        found = search.near('Where are tickets for the ferry sold?', contexts[1], ['the red kiosk on the north quay'], random.Random(1), among=1)
        self.assertEqual(self.ferry, found)

    def test_own_questions_find_their_paragraph_without_quoting_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'own.jsonl')
            mine = {'paragraph': choose.fingerprint(self.ferry), 'questions': ['Who sank the ferry?', 'Who is she?']}
            path.write_text(json.dumps(mine) + '\n')
            found = choose.own_questions(self.squad, path, 1, random.Random(1))
        self.assertEqual({'own': 1, 'has': 1}, choose.counts(found))
        self.assertEqual((self.ferry, []), found[0][1::2])

    def test_what_questions_give_away_by_themselves_is_found_and_drawn_away(self):
        rng, things = random.Random(2), [f'thing{n}' for n in range(60)]
        none = [n % 2 == 0 for n in range(1200)]
        opener = lambda empty: 'Which' if rng.random() < (0.8 if empty else 0.2) else 'What'
        asked = [f'{opener(empty)} {rng.choice(things)} is it?' for empty in none]
        groups = [n // 60 for n in range(len(asked))]
        share = lambda some: [sum(asked[i].startswith('Which') for i in some if none[i] == side) for side in (True, False)]
        odds = manner.given_away(asked, none, groups)
        self.assertGreater(np.mean([o for o, n in zip(odds, none) if n]) - np.mean([o for o, n in zip(odds, none) if not n]), 1)
        chosen = manner.alike(odds, none, 100, rng)
        self.assertEqual(100, sum(none[i] for i in chosen))
        self.assertEqual(200, len(set(chosen)))
        which, other = share(chosen)
        self.assertLess(which - other, 40)      # drawn blindly: about 60
        which, other = share(range(1200))
        self.assertGreater(which - other, 300)

    def test_an_edit_keeps_the_words_around_it_and_names_its_question(self):
        for old, new, kept in (('When was the red bridge built?', 'When was the old red bridge built?', [3, 3, 'old']),
                               ('When was the red bridge built?', 'When was the bridge built?', [3, 2, '']),
                               ('a a', 'a a a', [2, 0, 'a']), ('Who won?', 'What lost', [0, 0, 'What lost'])):
            self.assertEqual(kept, choose.edit(old, new))
            self.assertEqual(new, choose.edited(old, *kept))
        asked = self.squad['data'][0]['paragraphs'][0]['qas'][0]
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, 'edits.jsonl')
            name, words = choose.fingerprint(asked['question']), asked['question'].split()
            edits = [[name, 1, len(words) - 2, 'never', False], [name, 0, len(words), 'Say:', True], ['nothing', 0, 0, 'x', False]]
            path.write_text(json.dumps({'paragraph': choose.fingerprint(self.squad['data'][0]['paragraphs'][0]['context']), 'edits': edits}) + '\n')
            found = {kind: rest for kind, *rest in choose.own_edits(self.squad, path, 9, random.Random(1))}
        self.assertEqual({'edit': [], 'mate': asked['answers'], 'reworded': asked['answers']}, {kind: rest[2] for kind, rest in found.items()})
        self.assertEqual(['Say:', *words], found['reworded'][1].split())
        self.assertEqual([words[0], 'never', *words[2:]], found['edit'][1].split())
        self.assertEqual(asked['answers'], found['edit'][3])        # what seems to be the answer

    def test_the_questions_of_our_own_are_well_formed(self):
        hexadecimal = r'^[0-9a-f]{16}$'
        for name, key in (('own-questions.jsonl', 'questions'), ('own-edits.jsonl', 'edits')):
            with open(HERE / name, encoding='utf-8') as f:
                rows = [json.loads(line) for line in f]
            self.assertEqual(len(rows), len({r['paragraph'] for r in rows}), name)
            for row in rows:
                self.assertRegex(row['paragraph'], hexadecimal)
                self.assertEqual(len(row[key]), len({json.dumps(one) for one in row[key]}), row['paragraph'])
        for name, first, last, text, answered in (edit for row in rows for edit in row['edits']):
            self.assertRegex(name, hexadecimal)
            self.assertGreaterEqual(min(first, last), 0)
            self.assertEqual(text, ' '.join(text.split()))
            self.assertIsInstance(answered, bool)

    def test_what_the_reader_gets_wrong_is_kept_with_its_answerable_question(self):
        judged = lambda kind, odds, right=False: {'kind': kind, 'odds': odds, 'right': right, 'context': kind, 'question': f'{odds}',
                                                  'asked': 'asked', 'answers': [{'text': 'x', 'answer_start': 0}]}
        found = choose.chosen([judged('swap', -3), judged('swap', 7), judged('swap', -20), judged('near', -2, True), judged('has', -1)],
                              random.Random(1))
        self.assertEqual({'swap': 2, 'mate': 1, 'has': 1}, choose.counts(found))


class TrainingTest(OnTheSample):
    def trained(self, name, **changed):
        (out, _) = quietly(train.train, copy.deepcopy(self.start), self.data, options(**changed), str(self.folder / name))
        return out

    def loss(self, params):
        wins = [(i, 0, self.data.context(i).stop - self.data.context(i).start) for i in range(len(self.data))]
        with torch.no_grad():
            return float(model.loss(model.logits(params, *self.data.batch(wins)), *train.targets(self.data, wins)).mean())

    def test_a_no_answer_question_is_cut_short_around_what_seems_to_answer_it(self):
        context = ' '.join(f'{n} mill.' for n in range(100)) + ' the ferry ' + ' '.join(f'{n} train.' for n in range(100))
        seems = [{'text': 'ferry', 'answer_start': context.index('ferry')}]
        qas = [{'id': f'{n}', 'question': 'What?', 'answers': [], 'is_impossible': True, 'plausible_answers': seems[n:]} for n in range(2)]
        data = dataset.Prepared(dataset.prepare({'data': [{'title': '', 'paragraphs': [{'context': context, 'qas': qas}]}]}, self.vocabulary))
        ((at, _),) = data.seeming(0)
        self.assertEqual('ferry', context[data.arrays['context_start'][at]:data.arrays['context_end'][at]])
        rng, cut = np.random.default_rng(2), options(crop=1.0)
        found = [train.window(data, 0, cut, rng) for _ in range(100)]
        self.assertLess(80, sum(first <= at < first + count for _, first, count in found))
        self.assertGreater(train.CROPPED[1], max(count for *_, count in found))
        self.assertEqual(cut.length - len(data.question(1)) - 3, train.window(data, 1, cut, rng)[2])    # nothing known to cut it around
        self.assertEqual([(0, 0)] * 2, [tuple(int(t[r, 0]) for t in train.targets(data, found[:2])) for r in range(2)])

    def test_training_lowers_the_loss(self):
        after = self.trained('learns', epochs=12, steps=60, rate=2e-3)
        self.assertLess(self.loss(after), 0.8 * self.loss(self.start))

    def test_bf16_learns_nearly_what_float32_learns(self):
        exact, rough = self.trained('exact', steps=1), self.trained('rough', steps=1, bf16=True)
        changes = [torch.cat([(after[k] - self.start[k]).flatten() for k in exact]) for after in (exact, rough)]
        self.assertFalse(torch.equal(*changes))
        self.assertGreater(float(torch.cosine_similarity(*changes, 0)), 0.9)
        self.assertEqual({torch.float32}, {v.dtype for v in rough.values()})

    def test_a_run_that_was_killed_goes_on_where_it_was(self):
        whole = self.trained('whole')
        steps, take = [], train.Stepper.step

        def three_steps(stepper, progress):
            if len(steps) == 3:
                raise KeyboardInterrupt
            steps.append(progress)
            return take(stepper, progress)

        with unittest.mock.patch.object(train.Stepper, 'step', three_steps), self.assertRaises(KeyboardInterrupt):
            self.trained('killed')
        resumed = self.trained('killed', resume=True)
        for k in whole:
            torch.testing.assert_close(resumed[k], whole[k], rtol=0, atol=0)

    def test_two_processes_learn_what_one_learns(self):
        one, two = self.trained('one'), self.trained('two', processes=2)
        for k in one:
            torch.testing.assert_close(two[k], one[k], rtol=0, atol=2e-4)

    def test_the_first_layers_stay_as_they_are_where_asked(self):
        after = self.trained('kept', keep_layers=1)
        changed = {k.split('.')[0] for k in after if not torch.equal(after[k], self.start[k])}
        self.assertEqual({'l1', 'head'}, changed)

    def test_a_lost_process_ends_the_run_with_a_word_about_it(self):
        def lost(*_):
            os._exit(3)

        with unittest.mock.patch.object(train, 'learn', lost), self.assertRaisesRegex(RuntimeError, 'ended with 3; .* --resume'):
            self.trained('lost', processes=2)

    def test_frozen_word_embeddings_stay(self):
        torch.testing.assert_close(self.trained('frozen', train_words=False)['emb.word'], self.start['emb.word'], rtol=0, atol=0)

    def test_a_checkpoint_of_another_reader_is_refused(self):
        self.trained('other')
        with self.assertRaisesRegex(ValueError, 'checkpoint.pt: has'):
            self.trained('other', resume=True, train_words=False)

    def test_the_rate_rises_then_falls_to_zero(self):
        o = options(rate=1.0, warmup=0.1)
        self.assertEqual([0.5, 1.0, 0.5, 0.0], [round(train.rate(p, o), 6) for p in (0.05, 0.1, 0.55, 1.0)])


class ExportTest(OnTheSample):
    def setUp(self):
        self.path = self.folder / 'model.onnx'

    def test_float32_comes_back_as_it_was(self):
        export.export(self.start, self.path)
        back = encoder.from_reader(self.path)
        self.assertEqual(sorted(self.start), sorted(back))
        for k in back:
            torch.testing.assert_close(back[k], self.start[k], rtol=0, atol=0)

    def test_int8_comes_back_within_its_steps_and_seven_bits(self):
        export.export(self.start, self.path, export.largest_inputs(self.start, self.data))
        back = encoder.from_reader(self.path)
        for k in back:
            torch.testing.assert_close(back[k], self.start[k], rtol=0, atol=0.02)
        stored = encoder.constants(onnx.load(self.path).graph)
        self.assertLessEqual(max(abs(v.astype(int)).max() for k, v in stored.items() if k.startswith('l') and '_q_' in k), 63)

    def test_every_node_reads_what_there_is(self):
        export.export(self.start, self.path, export.largest_inputs(self.start, self.data))
        graph = onnx.load(self.path).graph
        there = {''} | {t.name for t in graph.initializer} | {i.name for i in graph.input}
        for node in graph.node:
            self.assertLessEqual(set(node.input), there)
            there |= set(node.output)
        self.assertEqual(['start_logits', 'end_logits'], [o.name for o in graph.output])

    @unittest.skipUnless(RUNTIME and shutil.which('java'), 'java and an ONNX Runtime jar are needed (ONNXRUNTIME_JAR)')
    def test_the_runtime_says_what_torch_says(self):
        wins = score.windows(self.data)[:8]
        with torch.no_grad():
            want = [model.logits(self.start, *self.data.batch([w], multiple=1))[0].T.numpy() for w in wins]
        for inputs, tolerance in ((None, 1e-4), (export.largest_inputs(self.start, self.data), 0.1)):
            export.export(self.start, self.path, inputs)
            for found, expected in zip(score.onnx_logits(self.path, RUNTIME, self.data, wins), want):
                np.testing.assert_allclose(np.array(found), expected, rtol=0, atol=tolerance)

    @unittest.skipUnless(RUNTIME and shutil.which('java'), 'java and an ONNX Runtime jar are needed (ONNXRUNTIME_JAR)')
    def test_an_exit_spares_the_last_layers_only_under_its_odds(self):
        wins = score.windows(self.data)[:8]
        weight, bias = torch.randn(2, 64, generator=torch.Generator().manual_seed(2)), torch.tensor([0.3, -0.2])
        odds = [early_exit.odds(hidden @ weight.T + bias) for hidden, _ in early_exit.seen(self.start, self.data, wins, 1)]
        between = sum(sorted(odds)[3:5]) / 2
        export.export(self.with_exit(weight, bias, between), self.path)
        for found, early, w in zip(score.onnx_logits(self.path, RUNTIME, self.data, wins), odds, wins):
            inputs = {}
            with torch.no_grad():
                whole = model.logits(self.start, *self.data.batch([w], multiple=1), watch=inputs.setdefault)[0]
            guess = inputs['l1.qkv'][0] @ weight.T + bias
            np.testing.assert_allclose(np.array(found), (guess if early < between else whole).T.numpy(), rtol=0, atol=1e-3)

    def with_exit(self, weight, bias, least):
        return self.start | {'exit.w': weight, 'exit.b': bias, 'exit.layer': torch.tensor([1]), 'exit.odds': torch.tensor([least]),
                             'exit.separator': torch.tensor([self.data.sep])}

    def test_a_reader_with_an_exit_comes_back_whole_and_without_it(self):
        export.export(self.with_exit(torch.ones(2, 64), torch.zeros(2), 0.0), self.path)
        back = encoder.from_reader(self.path)
        self.assertEqual(sorted(self.start), sorted(back))
        torch.testing.assert_close(back['l1.f2.w'], self.start['l1.f2.w'], rtol=0, atol=0)

    def test_encoders_of_one_origin_are_averaged_layer_by_layer(self):
        twelve, six = tiny_encoder(9, layers=3), tiny_encoder(9, layers=2, seed=4)
        mixed = encoder.mean([twelve], [six])
        torch.testing.assert_close(mixed['l2.o.w'], (twelve['l2.o.w'] + six['l1.o.w']) / 2)
        torch.testing.assert_close(mixed['l1.o.w'], twelve['l1.o.w'])


class EarlyExitTest(OnTheSample):
    def test_the_head_learns_what_the_reader_says(self):
        rng = torch.Generator().manual_seed(4)
        hidden = [torch.randn(12, 64, generator=rng) for _ in range(800)]
        teacher = torch.randn(64, 2, generator=rng)
        weight, bias = early_exit.fit([(h, h @ teacher) for h in hidden], random.Random(1))
        pairs = [(early_exit.odds(h @ weight.T + bias), early_exit.odds(h @ teacher)) for h in hidden]
        self.assertGreater(np.corrcoef(np.array(pairs).T)[0, 1], 0.9)

    def test_the_cut_loses_no_more_than_it_may(self):
        pairs = [(float(n), float(n)) for n in range(-100, 100)]
        self.assertEqual(0.0, early_exit.cut(pairs, -0.5, 0.0))
        self.assertAlmostEqual(9.9, early_exit.cut(pairs, -0.5, 0.1))
        with self.assertRaisesRegex(ValueError, 'no reading has odds over 100'):
            early_exit.cut(pairs, 100, 0.1)

    def test_where_the_reading_ends_the_logits_have_the_level_of_the_readers(self):
        weight, bias = torch.randn(2, 64, generator=torch.Generator().manual_seed(3)), torch.zeros(2)
        hidden = [torch.randn(12, 64, generator=torch.Generator().manual_seed(n)) for n in range(20)]
        guesses = [h @ weight.T + bias for h in hidden]
        least = float(np.median([early_exit.odds(g) for g in guesses]))
        above = torch.tensor([4.0, 5.0])
        found = [(h, g + above if early_exit.odds(g) < least else g - 9) for h, g in zip(hidden, guesses)]
        torch.testing.assert_close(early_exit.level(found, weight, bias, least), above)
        torch.testing.assert_close(early_exit.level(found, weight, bias, -1000.0), torch.zeros(2))

    def test_each_question_is_read_in_the_best_paragraphs_by_search(self):
        found = early_exit.retrieved(self.squad, 3, 2, random.Random(1))
        self.assertEqual(3, len({question for _, _, question, _ in found}))
        self.assertEqual(len(found), len(set((context, question) for _, context, question, _ in found)))
        self.assertLessEqual(len(found), 6)
        self.assertTrue(all(accepted == [] for *_, accepted in found))

    def test_only_position_0_and_the_context_are_seen(self):
        window = score.windows(self.data)[0]
        hidden, logits = early_exit.seen(self.start, self.data, [window], 1)[0]
        self.assertEqual((1 + window[2], 64), tuple(hidden.shape))
        whole = model.logits(self.start, *self.data.batch([window], multiple=1))[0]
        torch.testing.assert_close(logits[0], whole[0])
        torch.testing.assert_close(logits[-1], whole[-2])

    def test_odds_are_of_the_best_start_and_end_against_the_first_place(self):
        self.assertEqual(5.0, early_exit.odds(torch.tensor([[1.0, 2.0], [3.0, 0.0], [0.0, 5.0]])))


class CommandsTest(OnTheSample):
    def run_step(self, *words):
        return quietly(make_reader.main, [str(w) for w in words])[1]

    def test_readers_are_averaged_weight_by_weight(self):
        with tempfile.TemporaryDirectory() as folder:
            paths = [f'{folder}/{n}.npz' for n in range(3)]
            for n, path in enumerate(paths[:2]):
                model.save(path, {'head.w': torch.full((2, 3), float(n)), 'head.b': torch.tensor([4.0 * n, 1.0])})
            make_reader.main(['mean', f'{folder}/out.npz', *paths[:2]])
            mean = model.load(f'{folder}/out.npz')
            self.assertEqual([[0.5] * 3] * 2, mean['head.w'].tolist())
            self.assertEqual([2.0, 1.0], mean['head.b'].tolist())

            model.save(paths[2], {'head.w': torch.ones(2, 3)})
            with self.assertRaisesRegex(SystemExit, 'same layers'):
                make_reader.main(['mean', f'{folder}/out.npz', *paths])

    def test_the_recipe_runs_from_a_reader_to_its_figures(self):
        at, words = self.folder, ['--vocabulary', self.vocabulary, '--processes', 1]
        export.export(self.start, at / 'old.onnx')
        self.run_step('start', at / 'start.npz', '--reader', at / 'old.onnx')
        self.run_step('choose', SAMPLE, at / 'chosen.json', *words, '--reader', at / 'start.npz', '--candidates', 40, '--device', 'cpu',
                      '--real', SAMPLE, '--own', HERE / 'own-questions.jsonl', '--own-count', 20, '--edits', HERE / 'own-edits.jsonl',
                      '--leave-out', 'Night_train')
        self.assertNotIn('Karvik', (at / 'chosen.json').read_text(encoding='utf-8'))
        self.run_step('prepare', at / 'chosen.json', at / 'chosen.npz', *words, '--everywhere')
        learn = ['train', at / 'run', '--start', at / 'start.npz', '--examples', at / 'chosen.npz', '--processes', 1, '--device', 'cpu',
                 '--epochs', 3, '--accumulate', 1]
        self.run_step(*learn, '--steps', 2)
        self.run_step(*learn, '--steps', 4, '--resume')
        self.assertIn('steps from step 2', (at / 'run' / 'train.log').read_text())
        left = json.loads(self.run_step('exit', SAMPLE, at / 'exit.npz', *words, '--reader', at / 'run' / 'reader.npz', '--layer', 1,
                                        '--questions', 8, '--passages', 2, '--least', -1000))
        self.assertIn(left['windows'], range(1, 9))
        self.assertIn('int8', self.run_step('export', at / 'exit.npz', at / 'model.onnx', '--calibrate', at / 'chosen.npz'))
        figures = json.loads(self.run_step('score', '--reader', at / 'run' / 'reader.npz', *words, '--squad', SAMPLE, '--tune', SAMPLE,
                                           '--tune-article', 'Night train'))
        self.assertEqual(33, figures['scored']['questions'])
        self.assertEqual(10, figures['tuned_on']['questions'])

    def fault(self, *words):
        with self.assertRaises(SystemExit) as stopped, contextlib.redirect_stderr(io.StringIO()) as said:
            make_reader.main([str(w) for w in words])
        return f'{stopped.exception.code} {said.getvalue()}'

    def test_a_fault_names_the_value_and_the_rule(self):
        words = ['--vocabulary', self.vocabulary]
        self.assertIn('"none.json" is not a file', self.fault('prepare', 'none.json', 'out', *words))
        self.assertIn('"0" is not a whole number from 1 on', self.fault('prepare', SAMPLE, 'out', *words, '--processes', 0))
        model.save(self.folder / 'whole.npz', self.start)
        exit = ['exit', SAMPLE, 'out', *words, '--processes', 1, '--reader', self.folder / 'whole.npz', '--layer']
        self.assertIn('--layer 2: the reader has 2 layers', self.fault(*exit, 2))
        self.assertIn('no article is called "Moon"', self.fault('prepare', SAMPLE, 'out', *words, '--leave-out', 'Moon'))
        self.assertIn('a SQuAD file is a JSON object with "data"', self.fault('prepare', self.list_file(), 'out', *words))
        self.assertIn('"1.5" is not a number from 0 to 1', self.fault('train', 'x', '--start', SAMPLE, '--examples', SAMPLE, '--crop', 1.5))
        self.assertIn('either --threshold or --tune', self.fault('score', *words, '--reader', SAMPLE))
        self.assertIn('either --reader or --twelve', self.fault('start', 'out'))
        self.assertIn('choose takes --reader to judge the candidates, or --candidates 0', self.fault('choose', SAMPLE, 'out', *words))

    def list_file(self):
        path = self.folder / 'list.json'
        path.write_text('[]')
        return path


if __name__ == '__main__':
    unittest.main()
