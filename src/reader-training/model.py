"""The reader as one function over a dictionary of tensors: a BERT-style encoder and a start/end head.

Names of the tensors: emb.word, emb.pos, emb.type, emb.ln.{w,b}; per layer N lN.{qkv,o,f1,f2,ln1,ln2}.{w,b}, matrices
[out, in], query, key and value fused; head.{w,b}; of an early exit (early_exit.py) exit.{w,b,layer,odds,separator}. A file of them is an
.npz of arrays."""
import os

import numpy as np
import torch
import torch.nn.functional as F

HEAD_SIZE = 32      # of MiniLM; the number of attention heads is the hidden size over this
EPSILON = 1e-12
OUT = -10_000.0     # what a masked position scores


def load(path):
    with np.load(path) as z:
        return {k: torch.from_numpy(z[k]) for k in z.files}


def save(path, tensors):
    """Writes beside the target first: a kill leaves the old file whole."""
    path = str(path)
    np.savez(path + '.part.npz', **{k: np.ascontiguousarray(v) for k, v in tensors.items()})
    os.replace(path + '.part.npz', path)


def layers(params):
    return sum(k.endswith('.qkv.w') for k in params)


def with_head(params, seed=1):
    """The parameters with a start/end head; a fresh one where there is none."""
    if 'head.w' in params:
        return params
    hidden = params['emb.word'].shape[1]
    generator = torch.Generator().manual_seed(seed)
    return params | {'head.w': torch.randn(2, hidden, generator=generator) * 0.02, 'head.b': torch.zeros(2)}


def linear(p, name, x, watch=None):
    if watch:
        watch(name, x)
    return F.linear(x, p[name + '.w'], p[name + '.b'])


def norm(p, name, x):
    return F.layer_norm(x, x.shape[-1:], p[name + '.w'], p[name + '.b'], EPSILON)


def attention(qkv, bias, dropout):
    rows, length, width = qkv.shape
    hidden = width // 3
    heads = hidden // HEAD_SIZE
    q, k, v = qkv.view(rows, length, 3, heads, HEAD_SIZE).permute(2, 0, 3, 1, 4)
    if qkv.is_cuda and hasattr(F, 'scaled_dot_product_attention'):
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype), dropout_p=dropout)
    else:
        mixed = torch.softmax(q * HEAD_SIZE ** -0.5 @ k.transpose(2, 3) + bias, -1) @ v
    return mixed.transpose(1, 2).reshape(rows, length, hidden)


def logits(p, ids, types, mask, dropout=0.0, watch=None):
    """ids, types, mask: [rows, length] of int64, mask 1 for real tokens. Returns [rows, length, 2] float32, start and end.

    `watch` hears the name and the input of every linear layer of the encoder."""
    drop = (lambda x: F.dropout(x, dropout)) if dropout else (lambda x: x)
    far = (1.0 - mask.float()) * OUT
    bias = far[:, None, None, :]
    x = F.embedding(ids, p['emb.word']) + p['emb.pos'][:ids.shape[1]] + F.embedding(types, p['emb.type'])
    x = drop(norm(p, 'emb.ln', x))
    for n in range(layers(p)):
        q = f'l{n}.'
        mixed = attention(linear(p, q + 'qkv', x, watch), bias, dropout)
        x = norm(p, q + 'ln1', x + drop(linear(p, q + 'o', mixed, watch)))
        wide = F.gelu(linear(p, q + 'f1', x, watch))
        x = norm(p, q + 'ln2', x + drop(linear(p, q + 'f2', wide, watch)))
    return linear(p, 'head', x).float() + far[..., None]


def loss(scores, starts, ends):
    """Per row: minus the log of the probability of the gold start and of the gold end, averaged over the two.

    starts, ends: [rows, k] gold positions, -1 for none; several (the answer's text occurs more than once) count as one event."""
    total = 0.0
    for k, gold in enumerate((starts, ends)):
        s = scores[..., k]
        hit = s.gather(1, gold.clamp(min=0)).masked_fill(gold < 0, OUT)
        total = total + torch.logsumexp(s, 1) - torch.logsumexp(hit, 1)
    return total / 2
