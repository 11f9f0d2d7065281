"""Where a reader's first weights come from: ONNX exports of BERT encoders, their mean, or a reader exported before."""
import re

import numpy as np
import onnx
import torch
from onnx import numpy_helper

PARTS = {'o': 'attention.output.dense', 'f1': 'intermediate.dense', 'f2': 'output.dense',
         'ln1': 'attention.output.LayerNorm', 'ln2': 'output.LayerNorm'}
EMBEDDINGS = {'emb.word': 'word_embeddings.weight', 'emb.pos': 'position_embeddings.weight', 'emb.type': 'token_type_embeddings.weight',
              'emb.ln.w': 'LayerNorm.weight', 'emb.ln.b': 'LayerNorm.bias'}
READER_CONSTANT = re.compile(r'(l\d+\.[a-z]+\d?|emb\.ln|head|word|type|pos)(?:_(q|s|b|sm|w))?_\d+')


def constants(graph):
    """name -> array, those of subgraphs too."""
    out = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for node in graph.node:
        for a in node.attribute:
            out |= constants(a.g) if a.type == onnx.AttributeProto.GRAPH else {}
    return out


def from_encoder(path):
    """The tensors of a BERT encoder exported by PyTorch.

    Embeddings, biases and norms keep their names in such a file. A MatMul's weight is anonymous and lies [in, out]: it is
    found through the name of the MatMul's output, '/encoder/layer.N/.../MatMul_output_0'."""
    graph = onnx.load(path).graph
    raw = constants(graph)
    for node in graph.node:
        m = re.fullmatch(r'/(encoder/layer\.\d+/.*)/MatMul(_\d+)?_output_0', node.output[0])
        weight = [i for i in node.input if i in raw]
        if node.op_type == 'MatMul' and m and len(weight) == 1:
            raw[m.group(1).replace('/', '.') + '.weight'] = raw[weight[0]].T
    if 'embeddings.word_embeddings.weight' not in raw:
        raise ValueError(f'{path}: no "embeddings.word_embeddings.weight", so not the export of a BERT encoder')
    out = {k: raw['embeddings.' + v] for k, v in EMBEDDINGS.items()}
    n = 0
    while (layer := f'encoder.layer.{n}.') + 'attention.self.query.weight' in raw:
        for kind, end in (('weight', 'w'), ('bias', 'b')):
            out[f'l{n}.qkv.{end}'] = np.concatenate([raw[f'{layer}attention.self.{x}.{kind}'] for x in ('query', 'key', 'value')])
            out |= {f'l{n}.{short}.{end}': raw[f'{layer}{long}.{kind}'] for short, long in PARTS.items()}
        n += 1
    return as_tensors(out)


def as_tensors(arrays):
    return {k: torch.from_numpy(np.array(v, dtype=np.float32, order='C')) for k, v in arrays.items()}


def mean(twelve, six=()):
    """The mean of encoders that were fine-tuned from one and the same: what each fine-tuning added partly cancels.

    `six`: encoders made of the layers 0, 2, 4, 6, 8, 10 of that same one; theirs join the mean of those layers."""
    stretched = [{re.sub(r'^l(\d+)\.', lambda m: f'l{2 * int(m.group(1))}.', k): v for k, v in e.items()} for e in six]
    return {k: torch.stack([e[k] for e in [*twelve, *stretched] if k in e]).double().mean(0).float() for k in twelve[0]}


def from_reader(path):
    """The tensors of a reader that export.py wrote, int8 or float32; quantised ones come back rounded, fine to go on from."""
    found = {}
    for name, value in constants(onnx.load(path).graph).items():
        if m := READER_CONSTANT.fullmatch(name):
            found.setdefault(m.group(1), {})[m.group(2) or 'w'] = value
    if 'head' not in found or 'l0.qkv' not in found:
        raise ValueError(f'{path}: no reader that export.py wrote')
    out = {'emb.pos': found['pos']['w'], 'emb.type': found['type']['w'], 'emb.ln.w': found['emb.ln']['w'], 'emb.ln.b': found['emb.ln']['b'],
           'head.w': found['head']['w'].T, 'head.b': found['head']['b'],
           'emb.word': found['word']['q'] * found['word']['s'] if 'q' in found['word'] else found['word']['w']}
    for key, c in found.items():
        if key[0] == 'l':
            out[key + '.w'] = c['w'] if '.ln' in key else matrix(c)
            out[key + '.b'] = c['b']
    return as_tensors(out)


def matrix(c):
    """[out, in], from int8 columns with a scale each and the smoothing taken out again."""
    w = c['q'] * c['s'] if 'q' in c else c['w']
    return (w * c['sm'][:, None] if 'sm' in c else w).T
