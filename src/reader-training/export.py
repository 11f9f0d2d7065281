"""Writes a reader as ONNX, node by node, for ONNX Runtime (it uses that runtime's own operators).

int8: every matrix has one scale an output channel and stays within 7 bits, [-63, 63]: CPUs with AVX2 but without VNNI add
pairs of products in 16 bits, which 8-bit weights can overflow. Activations are quantised at run time, one scale a tensor;
large input channels are scaled down before and their weights up (SmoothQuant, Xiao et al. 2022), by what a calibration over
some windows found. Word embeddings are int8 a row; attention, norms, GELU and head stay float32.

A reader with an early exit (early_exit.py) becomes a graph whose last layers run only where the exit doesn't end the reading."""
import itertools

import numpy as np
import onnx
import torch
from onnx import TensorProto as T
from onnx import helper, numpy_helper

import model
from model import EPSILON, HEAD_SIZE, OUT

TOP = 63                # of a 7-bit weight
WORD_TOP = 127          # of a word embedding's row, which is never multiplied in 8 bits
ALPHA = 0.7             # of SmoothQuant: how much of an outlier moves into the weights
RUNTIME = 'com.microsoft'
LOGITS = ('start_logits', 'end_logits')


def largest_inputs(params, data, count=128, seed=5, length=256):
    """name of a linear layer -> largest magnitude of each input channel over `count` windows of the prepared questions."""
    top = {}

    def watch(name, x):
        here = x.abs().reshape(-1, x.shape[-1]).amax(0)
        top[name] = torch.maximum(top[name], here) if name in top else here

    rng = np.random.default_rng(seed)
    with torch.no_grad():
        for i in rng.choice(len(data), min(count, len(data)), replace=False):
            context = data.context(i)
            room = min(context.stop - context.start, length - len(data.question(i)) - 3)
            model.logits(params, *data.batch([(i, 0, room)], multiple=1), watch=watch)
    return {k: v.numpy() for k, v in top.items()}


class Graph:
    """Nodes and constants under unique names; encoder.from_reader finds the constants again by theirs."""

    def __init__(self, params, inputs, numbers):
        self.params = params            # arrays
        self.inputs = inputs            # None: float32
        self.numbers = numbers
        self.nodes, self.constants = [], []

    def name(self, hint):
        return f'{hint}_{next(self.numbers)}'

    def constant(self, value, hint):
        name = self.name(hint)
        self.constants.append(numpy_helper.from_array(np.array(value, order='C'), name))
        return name

    def ints(self, *values):
        return self.constant(np.array(values, np.int64), 'ints')

    def number(self, value):
        return self.constant(np.float32(value), 'number')

    def node(self, op, inputs, hint, outputs=1, domain='', **attributes):
        name = self.name(hint + '.out')
        names = [f'{name}.{k}' for k in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=name, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def add(self, x, y, hint):
        return self.node('Add', [x, y], hint)

    def linear(self, x, name):
        weight, bias = self.params[name + '.w'].T, self.params[name + '.b']
        if self.inputs is None:
            return self.add(self.node('MatMul', [x, self.constant(weight, name + '_w')], name), self.constant(bias, name + '_b'), name)
        smooth = smoothing(weight, self.inputs[name])
        x = self.node('Mul', [x, self.constant((1 / smooth).astype(np.float32), name + '_sm')], name)
        quantised, scale = rows_to_int8((weight * smooth[:, None]).T, TOP)
        return self.node('DynamicQuantizeMatMul', [
            x, self.constant(quantised.T, name + '_q'), self.constant(scale[:, 0], name + '_s'),
            self.constant(np.zeros(len(bias), np.int8), name + '_z'), self.constant(bias, name + '_b')], name, domain=RUNTIME)

    def norm(self, x, name):
        return self.node('LayerNormalization', [x, self.constant(self.params[name + '.w'], name + '_w'),
                                                self.constant(self.params[name + '.b'], name + '_b')], name, axis=-1, epsilon=EPSILON)

    def words(self):
        if self.inputs is None:
            return self.node('Gather', [self.constant(self.params['emb.word'], 'word_w'), 'input_ids'], 'word')
        quantised, scale = rows_to_int8(self.params['emb.word'], WORD_TOP)
        rows = self.node('Gather', [self.constant(quantised, 'word_q'), 'input_ids'], 'word')
        return self.node('Mul', [self.node('Cast', [rows], 'word', to=T.FLOAT),
                                 self.node('Gather', [self.constant(scale, 'word_s'), 'input_ids'], 'word')], 'word')

    def embeddings(self):
        types = self.node('Gather', [self.constant(self.params['emb.type'], 'type'), 'token_type_ids'], 'type')
        length = self.node('Slice', [self.node('Shape', ['input_ids'], 'shape'), self.ints(1), self.ints(2)], 'length')
        places = self.node('Slice', [self.constant(self.params['emb.pos'], 'pos'), self.ints(0), length, self.ints(0)], 'pos')
        return self.norm(self.add(self.add(self.words(), types, 'emb'), places, 'emb'), 'emb.ln')

    def layer(self, x, n, mask):
        hidden, q = self.params['emb.word'].shape[1], f'l{n}.'
        parts = self.node('Split', [self.linear(x, q + 'qkv'), self.ints(hidden, hidden, hidden)], q + 'split', outputs=3, axis=-1)
        mixed = self.node('MultiHeadAttention', [*parts, '', mask], q + 'attention', domain=RUNTIME, num_heads=hidden // HEAD_SIZE)
        x = self.norm(self.add(x, self.linear(mixed, q + 'o'), q + 'add'), q + 'ln1')
        wide = self.node('Gelu', [self.linear(x, q + 'f1')], q + 'gelu', domain=RUNTIME)
        return self.norm(self.add(x, self.linear(wide, q + 'f2'), q + 'add'), q + 'ln2')

    def far(self):
        """[batch, sequence, 1]: 0, and far down at masked positions."""
        masked = self.node('Sub', [self.number(1), self.node('Cast', ['attention_mask'], 'mask', to=T.FLOAT)], 'mask')
        return self.node('Unsqueeze', [self.node('Mul', [masked, self.number(OUT)], 'mask'), self.ints(2)], 'mask')

    def both(self, x, head, far):
        """Start and end logits [batch, sequence, 2]."""
        both = self.node('MatMul', [x, self.constant(self.params[head + '.w'].T, head + '_w')], head)
        return self.add(self.add(both, self.constant(self.params[head + '.b'], head + '_b'), head), far, head)

    def apart(self, both, names):
        for k, name in enumerate(names):
            self.nodes.append(helper.make_node('Gather', [both, self.constant(np.int64(k), 'column')], [name], name=name, axis=2))

    def hopeless(self, both):
        """Whether the best start and end of the context are so far below position 0 that the reading ends here."""
        separator = self.constant(self.params['exit.separator'], 'separator')
        context = self.node('And', [self.node('Equal', ['token_type_ids', self.ints(1)], 'context'),
                                    self.node('Not', [self.node('Equal', ['input_ids', separator], 'context')], 'context')], 'context')
        outside = self.node('Where', [context, self.number(0), self.number(OUT)], 'outside')
        inside = self.add(both, self.node('Unsqueeze', [outside, self.ints(2)], 'outside'), 'inside')
        best = self.node('ReduceMax', [inside], 'best', axes=[1], keepdims=1)
        first = self.node('Slice', [both, self.ints(0), self.ints(1), self.ints(1)], 'first')
        odds = self.node('ReduceSum', [self.node('Sub', [best, first], 'odds'), self.ints(1, 2)], 'odds', keepdims=0)
        most = self.node('ReduceMax', [odds], 'odds', keepdims=0)
        return self.node('Less', [most, self.constant(self.params['exit.odds'].reshape(()), 'odds')], 'hopeless')

    def branch(self, build):
        """A subgraph with its own constants: the runtime prepares only those for its kernels."""
        g = Graph(self.params, self.inputs, self.numbers)
        names = [self.name(name) for name in LOGITS]
        build(g, names)
        return helper.make_graph(g.nodes, self.name('branch'), [], [logits_info(name) for name in names], g.constants)

    def either(self, condition, then, otherwise):
        self.nodes.append(helper.make_node('If', [condition], list(LOGITS), name='exit',
                                           then_branch=self.branch(then), else_branch=self.branch(otherwise)))


def logits_info(name):
    return helper.make_tensor_value_info(name, T.FLOAT, ['batch', 'sequence'])


def smoothing(weight, inputs):
    """What each input channel is divided by; weight [in, out]."""
    s = np.maximum(inputs, 1e-5) ** ALPHA / np.maximum(np.abs(weight).max(1), 1e-5) ** (1 - ALPHA)
    return np.maximum(s / np.exp(np.log(s).mean()), 1e-2)


def rows_to_int8(matrix, top):
    """(int8 rows, float32 scales [rows, 1])"""
    scale = np.maximum(np.abs(matrix).max(1, keepdims=True), 1e-8) / top
    return np.clip(np.rint(matrix / scale), -top, top).astype(np.int8), scale.astype(np.float32)


def export(params, path, inputs=None):
    """Writes int8 with the `inputs` of largest_inputs, float32 without."""
    g = Graph({k: v.numpy() for k, v in params.items()}, inputs, itertools.count())
    mask, far = g.node('Cast', ['attention_mask'], 'mask', to=T.INT32), g.far()
    last = model.layers(params)
    leave = int(params['exit.layer']) if 'exit.layer' in params else last

    def layers(graph, x, first, end):
        for n in range(first, end):
            x = graph.layer(x, n, mask)
        return x

    x = layers(g, g.embeddings(), 0, leave)
    if leave == last:
        g.apart(g.both(x, 'head', far), LOGITS)
    else:
        early = g.both(x, 'exit', far)
        g.either(g.hopeless(early), lambda b, names: b.apart(early, names),
                 lambda b, names: b.apart(b.both(layers(b, x, leave, last), 'head', far), names))
    value = lambda name: helper.make_tensor_value_info(name, T.INT64, ['batch', 'sequence'])
    graph = helper.make_graph(g.nodes, 'reader', list(map(value, ('input_ids', 'attention_mask', 'token_type_ids'))),
                              list(map(logits_info, LOGITS)), g.constants)
    written = helper.make_model(graph, producer_name='footnote-reader',
                                opset_imports=[helper.make_opsetid('', 17), helper.make_opsetid(RUNTIME, 1)])
    written.ir_version = 8
    onnx.save(written, str(path))
