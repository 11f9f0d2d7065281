"""Uncased BERT WordPiece that keeps, for every token, the characters of the original text it stands for.

The steps are those of BERT's uncased tokenizer: clean, lower-case, strip accents (NFD), split at white space, at
punctuation and around CJK characters, then the longest piece first."""
import json
import re
import unicodedata

ASCII_WORD = re.compile(r'[A-Za-z0-9]+|[^\sA-Za-z0-9]')
BEYOND_ASCII = re.compile(r'[^\t\n\r\x20-\x7e]')
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))
LONGEST_WORD = 100
CACHE_LIMIT = 500_000


def load_vocabulary(path):
    """piece -> id, from a Hugging Face tokenizer.json or a vocab.txt with one piece a line."""
    with open(path, encoding='utf-8') as f:
        if str(path).endswith('.json'):
            return json.load(f)['model']['vocab']
        return {line.rstrip('\n'): i for i, line in enumerate(f)}


def is_punctuation(ch):
    return ch.isascii() and ch.isprintable() and not ch.isalnum() and ch != ' ' or unicodedata.category(ch)[0] == 'P'


def is_cjk(ch):
    return any(lo <= ord(ch) <= hi for lo, hi in CJK)


def is_space(ch):
    return ch in ' \t\n\r' or unicodedata.category(ch) == 'Zs'


def is_dropped(ch):
    return ch == '\ufffd' or unicodedata.category(ch)[0] == 'C'


def plain(ch):
    """Lower case, without accents; may be several characters or none."""
    if ch.isascii():
        return ch.lower()
    return ''.join(c for c in unicodedata.normalize('NFD', ch) if unicodedata.category(c) != 'Mn').lower()


def words(text):
    """Yields (normalised word, offset of each of its characters in the text)."""
    if not BEYOND_ASCII.search(text):
        for m in ASCII_WORD.finditer(text):
            yield m.group().lower(), range(m.start(), m.end())
        return
    word, at = [], []
    for i, ch in enumerate(text):
        if not is_space(ch) and is_dropped(ch):
            continue
        for c in ' ' if is_space(ch) else plain(ch):
            alone = is_cjk(ch) or is_punctuation(c)
            if (alone or c == ' ') and word:
                yield ''.join(word), at
                word, at = [], []
            if alone:
                yield c, [i]
            elif c != ' ':
                word.append(c)
                at.append(i)
    if word:
        yield ''.join(word), at


class WordPiece:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.unknown = vocabulary['[UNK]']
        self.cache = {}

    def pieces(self, word):
        """[(id, start, end)] inside the word."""
        if word not in self.cache:
            if len(self.cache) >= CACHE_LIMIT:
                self.cache.clear()
            self.cache[word] = self.split(word)
        return self.cache[word]

    def split(self, word):
        out, at = [], 0
        while at < len(word) <= LONGEST_WORD:
            mark = '##' if at else ''
            end = next((e for e in range(len(word), at, -1) if mark + word[at:e] in self.vocabulary), None)
            if end is None:
                break
            out.append((self.vocabulary[mark + word[at:end]], at, end))
            at = end
        return out if at == len(word) else [(self.unknown, 0, len(word))]

    def encode(self, text):
        """(ids, starts, ends): token ids and the half-open range of characters of each."""
        ids, starts, ends = [], [], []
        for word, at in words(text):
            for token, first, end in self.pieces(word):
                ids.append(token)
                starts.append(at[first])
                ends.append(at[end - 1] + 1)
        return ids, starts, ends
