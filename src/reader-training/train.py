"""Trains a reader. One loop for both kinds of machine:

CPU   several processes of one thread each share the parameters; batches are pulled from a shared counter, so that a busy
      core doesn't hold up the others; each process sums its own gradients, the first one takes the step. float32, or bf16
      autocast where asked.
CUDA  one process, bf16 autocast.

All trained parameters lie in one vector, the matrices (with weight decay) first. The learning rate falls linearly to zero
over the larger of (steps done / all steps) and (time spent / minutes): the run ends annealed whenever it ends. A checkpoint
is written every few minutes; a run that finds one in its folder and is told to resume goes on from it."""
import os
import time
from multiprocessing import connection

import numpy as np
import torch
import torch.multiprocessing as mp

import model
from dataset import MAX_PLACES, groups
from score import autocast

BETAS, ADAM_EPSILON = (0.9, 0.98), 1e-6
CROPPED = (48, 112)         # context tokens of an example that is cut short
SEEMING_KEPT = 0.93         # of the windows of a longer paragraph, the share placed so that it holds what is or seems to be the answer


def place(seeming, total, room, rng):
    """Where the window of `room` tokens begins: mostly around a span that is or seems to be the answer, otherwise anywhere."""
    if len(seeming) and rng.random() < SEEMING_KEPT:
        first, last = (int(x) for x in seeming[rng.integers(len(seeming))])
        last = min(last, first + room - 1)
        return int(rng.integers(max(0, last - room + 1), min(first, total - room) + 1))
    return int(rng.integers(0, total - room + 1))


def window(data, i, options, rng):
    """(question, first context token, context tokens) of one training example."""
    context = data.context(i)
    total = context.stop - context.start
    room = options.length - len(data.question(i)) - 3
    seeming = data.seeming(i)
    if len(seeming) and rng.random() < options.crop:      # elsewhere a short window would only leave out what makes the question hard
        room = min(room, int(rng.integers(*CROPPED)))
    if total <= room:
        return i, 0, total
    return i, place(seeming, total, room, rng), room


def plan(data, options):
    """The whole run's batches, the same for the same seed: [[window]], each of nearly equal lengths, in random order."""
    rng = np.random.default_rng(options.seed)
    out = []
    for _ in range(options.epochs):
        wins = [window(data, int(i), options, rng) for i in rng.permutation(len(data))]
        epoch = groups([n + len(data.question(i)) + 3 for i, _, n in wins], options.batch_tokens)
        rng.shuffle(epoch)
        out += [[wins[j] for j in g] for g in epoch]
    return out


def targets(data, wins):
    """Gold starts and ends [rows, MAX_PLACES] in the window's own count; position 0 where the window holds no answer."""
    out = np.full((2, len(wins), MAX_PLACES), -1, np.int64)
    for r, (i, first, n) in enumerate(wins):
        shift = len(data.question(i)) + 2 - first
        inside = [(a + shift, b + shift) for a, b in data.gold(i) if a >= first and b < first + n] or [(0, 0)]
        out[:, r, :len(inside)] = np.array(inside).T
    return torch.from_numpy(out[0]), torch.from_numpy(out[1])


def rate(progress, options):
    if progress < options.warmup:
        return options.rate * max(progress, 1e-4) / options.warmup
    return options.rate * max(0.0, 1 - progress) / (1 - options.warmup)


def still(params, options):
    """The names of the parameters that training leaves as they are."""
    low = tuple(f'l{n}.' for n in range(options.keep_layers))
    return {k for k in params if (k == 'emb.word' and not options.train_words) or (low and k.startswith(('emb.', *low)))}


class Vector:
    """Where each trained parameter lies in the one vector."""

    def __init__(self, params, frozen):
        self.frozen = {k: v for k, v in params.items() if k in frozen}
        names = sorted((k for k in params if k not in frozen), key=lambda k: params[k].dim() < 2)
        self.shapes = {k: params[k].shape for k in names}
        self.matrices = sum(params[k].numel() for k in names if params[k].dim() > 1)
        self.flat = torch.cat([params[k].reshape(-1) for k in names])

    def views(self, flat):
        sizes = [s.numel() for s in self.shapes.values()]
        return {k: part.view(s) for (k, s), part in zip(self.shapes.items(), flat.split(sizes))}


class Run:
    """What the processes of one run share, and what is saved of it."""

    def __init__(self, params, data, options, folder):
        self.data, self.options, self.folder = data, options, folder
        self.cuda = options.device == 'cuda'
        self.processes = 1 if self.cuda else options.processes
        self.vector = Vector(params, still(params, options))
        self.flat = self.at_home(self.vector.flat)
        self.gradients = self.at_home(torch.zeros(self.processes, self.flat.numel()))
        self.frozen = {k: v.to(self.flat.device) for k, v in self.vector.frozen.items()}
        self.batches = plan(data, options)
        self.steps = min(options.steps, max(1, len(self.batches) // options.accumulate))
        self.state = torch.zeros(3, dtype=torch.float64).share_memory_()    # steps done, seconds spent, progress
        self.sums = torch.zeros(self.processes, 2, dtype=torch.float64).share_memory_()     # loss, tokens
        fork = mp.get_context('fork')
        self.next, self.barrier = fork.Value('l', 0), fork.Barrier(self.processes)
        self.moments = None

    def at_home(self, tensor):
        return tensor.cuda() if self.cuda else tensor.share_memory_()

    def checkpoint(self):
        return os.path.join(self.folder, 'checkpoint.pt')

    def save(self, optimiser):
        part = self.checkpoint() + '.part'
        torch.save({'flat': self.flat, 'moments': optimiser.state_dict(), 'state': self.state}, part)
        os.replace(part, self.checkpoint())

    def resume(self):
        found = torch.load(self.checkpoint(), map_location=self.flat.device)
        if found['flat'].shape != self.flat.shape:
            raise ValueError(f'{self.checkpoint()}: has {found["flat"].numel()} parameters, this run trains {self.flat.numel()}')
        self.flat.copy_(found['flat'])
        self.state.copy_(found['state'])
        self.moments = found['moments']
        self.spent(int(self.state[0]), float(self.state[1]))

    def spent(self, steps, seconds):
        """Notes how far the run is; it ends at progress 1."""
        self.state[0], self.state[1] = steps, seconds
        self.state[2] = max(steps / self.steps, seconds / 60 / self.options.minutes)

    def reader(self):
        return {k: v.detach().cpu() for k, v in {**self.vector.views(self.flat), **self.frozen}.items()}

    def log(self, text):
        text = time.strftime('%H:%M:%S ', time.gmtime()) + text
        print(text, flush=True)
        with open(os.path.join(self.folder, 'train.log'), 'a') as f:
            f.write(text + '\n')


class Stepper:
    """The optimiser over the whole vector; one process owns it."""

    def __init__(self, run):
        self.run = run
        edge = run.vector.matrices
        self.parts = [run.flat[:edge], run.flat[edge:]]
        decays = (run.options.decay, 0.0)
        self.optimiser = torch.optim.AdamW([{'params': [p], 'weight_decay': d} for p, d in zip(self.parts, decays)],
                                           betas=BETAS, eps=ADAM_EPSILON)
        if run.moments:
            self.optimiser.load_state_dict(run.moments)

    def step(self, progress):
        total = self.run.gradients.sum(0)
        length = float(total.norm())
        total *= min(1.0, self.run.options.clip / (length + 1e-6))
        edge = self.run.vector.matrices
        self.parts[0].grad, self.parts[1].grad = total[:edge], total[edge:]
        for g in self.optimiser.param_groups:
            g['lr'] = rate(progress, self.run.options)
        self.optimiser.step()
        return length


def leaves(run, rank):
    """The shared parameters as autograd leaves whose gradients add up in this process's own row."""
    params = {k: v.detach().requires_grad_() for k, v in run.vector.views(run.flat).items()}
    for k, g in run.vector.views(run.gradients[rank]).items():
        params[k].grad = g
    return {**params, **run.frozen}


def pull(run, step):
    """The next batch of this step that no process has taken, or None."""
    with run.next.get_lock():
        if run.next.value >= min((step + 1) * run.options.accumulate, len(run.batches)):
            return None
        run.next.value += 1
        return run.batches[run.next.value - 1]


def learn(run, params, wins, share):
    """Adds one batch's gradients; `share`: what one example counts."""
    device = run.flat.device
    ids, types, mask = (t.to(device) for t in run.data.batch(wins))
    starts, ends = (t.to(device) for t in targets(run.data, wins))
    with autocast(run.options.device, run.options.bf16):
        scores = model.logits(params, ids, types, mask, run.options.dropout)
    total = model.loss(scores, starts, ends).sum()
    (total * share).backward()
    return torch.tensor([float(total.detach()), ids.numel()], dtype=torch.float64)


def work(rank, run):
    """One process's part of the run; the first one also steps, logs and saves."""
    o = run.options
    torch.set_num_threads(1)
    torch.manual_seed(o.seed + rank)
    params = leaves(run, rank)
    stepper = Stepper(run) if rank == 0 else None
    began = time.time() - float(run.state[1])
    saved = logged = time.time()
    heard = torch.zeros(3, dtype=torch.float64)     # loss, tokens, examples since the last log line
    while run.state[2] < 1:
        step = int(run.state[0])
        examples = sum(map(len, run.batches[step * o.accumulate:(step + 1) * o.accumulate]))
        run.gradients[rank].zero_()
        run.sums[rank] = 0
        while (wins := pull(run, step)) is not None:
            run.sums[rank] += learn(run, params, wins, 1 / examples)
        run.barrier.wait()
        if rank == 0:
            length = stepper.step(float(run.state[2]))
            now = time.time()
            run.spent(step + 1, now - began)
            heard += torch.tensor([*run.sums.sum(0), examples], dtype=torch.float64)
            if (step + 1) % o.log_every == 0:
                run.log('step %d of %d, progress %.3f, loss %.4f, gradient %.2f, %.0f tokens/s, %.1f examples/s' % (
                    step + 1, run.steps, run.state[2], heard[0] / heard[2], length, heard[1] / (now - logged), heard[2] / (now - logged)))
                heard, logged = heard * 0, now
            if now - saved > o.save_minutes * 60:
                run.save(stepper.optimiser)
                saved = now
        run.barrier.wait()
    if rank == 0:
        run.save(stepper.optimiser)
        run.log('ends at step %d of %d after %.1f minutes' % (run.state[0], run.steps, run.state[1] / 60))


def train(params, data, options, folder):
    """Trains and returns the reader's tensors. `options`: the fields of the train command."""
    os.makedirs(folder, exist_ok=True)
    kept = {k: v for k, v in params.items() if not k.startswith('exit.')}       # an exit fits the layers that it was made for
    run = Run(model.with_head(kept), data, options, folder)
    if options.resume and os.path.exists(run.checkpoint()):
        run.resume()
    run.next.value = int(run.state[0]) * options.accumulate
    run.log('%s: %d layers, %d trained parameters, %d examples (%d left out before), %d steps from step %d' % (
        options.device, model.layers(params), run.flat.numel(), sum(map(len, run.batches)), int(data.arrays['left_out']), run.steps,
        run.state[0]))
    if run.processes == 1:
        work(0, run)
    else:
        together(run)
    return run.reader()


def together(run):
    fork = mp.get_context('fork')
    processes = [fork.Process(target=work, args=(rank, run)) for rank in range(run.processes)]
    for p in processes:
        p.start()
    running = {p.sentinel: p for p in processes}
    while running:
        for ended in connection.wait(running):
            p = running.pop(ended)
            p.join()
            if p.exitcode:
                for other in running.values():      # they would wait for the lost one for ever
                    other.terminate()
                raise RuntimeError(f'a training process ended with {p.exitcode}; the last checkpoint is whole, go on with --resume')
