#!/usr/bin/env python3
"""Checks a Lianxin log, or a receipt from one, without a line of Lianxin's code.

    verify_log.py log FOLDER VKEY [WITNESS ...]      a folder with `checkpoint` and `tile/`, as a site serves it under /log
    verify_log.py receipt FILE VKEY [WITNESS ...]    a receipt (.lxr)

VKEY is the key of the log, WITNESS the keys of witnesses: each must have cosigned.

Needs Python 3.9 and an Ed25519 library: Debian's python3-cryptography. Written from the specifications alone: RFC 6962 §2.1,
C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-tiles, tlog-proof, RFC 8949 §4.2, and docs/adr/0005 for the leaves.
Exit 0: everything holds. Exit 1: it says what does not. Exit 2: it could not be asked so.
"""

import base64
import binascii
import hashlib
import pathlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FULL = 256
FORMS = {1: "seals", 2: "facts", 3: "scores", 4: "tables", 5: "changes", 6: "epochs"}


class Wrong(Exception):
    """What does not hold."""


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf_hash(leaf):
    return sha256(b"\x00", leaf)


def node_hash(left, right):
    return sha256(b"\x01", left, right)


def root_over(hashes):
    """RFC 6962 §2.1, from a stack of complete subtrees: (leaves, hash)."""
    stack = []
    for one in hashes:
        stack.append((1, one))
        fold(stack)
    return bag(stack)


def fold(stack):
    while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
        (size, right), (_, left) = stack.pop(), stack.pop()
        stack.append((2 * size, node_hash(left, right)))


def bag(stack):
    if not stack:
        return sha256(b"")
    root = stack[-1][1]
    for _, left in reversed(stack[:-1]):
        root = node_hash(left, root)
    return root


def b64(text, what):
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise Wrong(f"{what} is not base64") from error
    if base64.b64encode(raw).decode() != text:
        raise Wrong(f"{what} is not canonical base64")
    return raw


class Key:
    """A vkey of C2SP signed-note, Ed25519: type 1 of a log, type 4 of a witness."""

    def __init__(self, vkey):
        self.name, key_id, key = vkey.strip().split("+", 2)
        raw = b64(key, "the key")
        if raw[0] not in (1, 4) or len(raw) != 33:
            raise Wrong("the key is no Ed25519 key of a log or a witness")
        self.witness = raw[0] == 4
        self.id = sha256(self.name.encode(), b"\n", raw)[:4]
        if self.id.hex() != key_id:
            raise Wrong("the key's id does not fit its name and bytes")
        self.key = Ed25519PublicKey.from_public_bytes(raw[1:])

    def check(self, signature, text):
        if self.witness:
            time = int.from_bytes(signature[:8], "big")
            signature, text = signature[8:], f"cosignature/v1\ntime {time}\n".encode() + text
        try:
            self.key.verify(signature, text)
        except InvalidSignature as error:
            raise Wrong(f"the checkpoint was changed: the signature of {self.name} does not hold") from error


def open_checkpoint(note, keys):
    """Origin, size and root of a checkpoint that every key has signed."""
    try:
        text, signatures = note.decode().rsplit("\n\n", 1)
    except ValueError as error:
        raise Wrong("the checkpoint is no signed note") from error
    text += "\n"
    signed = set()
    if not signatures.endswith("\n"):
        raise Wrong("the checkpoint is cut off")
    for line in signatures[:-1].split("\n"):
        if line.count(" ") != 2 or not line.startswith("\u2014 "):
            raise Wrong("a line of the checkpoint is no signature")
        _, name, signature = line.split(" ")
        raw = b64(signature, "a signature")
        for key in keys:
            if name == key.name and raw[:4] == key.id:
                key.check(raw[4:], text.encode())
                signed.add(key)
    for key in keys:
        if key not in signed:
            raise Wrong(f"the checkpoint is not signed by {key.name} with this key")
    origin, size, root = text.split("\n")[:3]
    if origin != keys[0].name and not origin.startswith(keys[0].name + "/"):
        raise Wrong("the checkpoint is of another log")
    if str(int(size)) != size:
        raise Wrong("the size is not a plain number")
    return origin, int(size), b64(root, "the root")


def path_of(prefix, index, width):
    digits = f"{index % 1000:03}"
    while index >= 1000:
        index //= 1000
        digits = f"x{index % 1000:03}/{digits}"
    return f"{prefix}/{digits}" + (f".p/{width}" if width < FULL else "")


class Cbor:
    """Deterministic CBOR, as far as leaves go."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if self.at + count > len(self.data):
            raise Wrong("is cut short")
        self.at += count
        return self.data[self.at - count : self.at]

    def item(self):
        first = self.take(1)[0]
        major, low = first >> 5, first & 31
        if first == 0xF6:
            return None
        if low < 24:
            value = low
        elif low <= 27:
            length = 1 << (low - 24)
            value = int.from_bytes(self.take(length), "big")
            if value < (24 if length == 1 else 1 << (8 * length // 2)):
                raise Wrong("has a number that is not written in the shortest way")
        else:
            raise Wrong("has an item of no fixed length")
        if major == 0:
            return value
        if major == 2:
            return self.take(value)
        if major == 3:
            return self.take(value).decode()
        if major == 4:
            return [self.item() for _ in range(value)]
        if major == 5:
            pairs, last = {}, -1
            for _ in range(value):
                key = self.item()
                if not isinstance(key, int) or key <= last:
                    raise Wrong("has keys out of order")
                pairs[key], last = self.item(), key
            return pairs
        raise Wrong("has an item that no leaf has")

    def whole(self):
        value = self.item()
        if self.at != len(self.data):
            raise Wrong("goes on after its end")
        return value


def check_leaf(leaf):
    """The form of a leaf; refuses what no leaf may look like."""
    value = Cbor(leaf).whole()
    form = value.get(1) if isinstance(value, dict) else None
    if form == 1 and (len(leaf) != 38 or set(value) != {1, 2} or len(value[2]) != 32):
        raise Wrong("is a seal that does not look like all others")
    if form == 2 and (len(leaf) > 160 or len(value.get(2, b"")) != 16 or set(value) not in ({1, 2}, {1, 2, 3, 4})):
        raise Wrong("is no facts leaf")
    if form not in FORMS:
        raise Wrong(f"has form {form}, which this verifier does not know")
    return form


def entries_of(data, width, path):
    found, at = [], 0
    while at < len(data):
        length = int.from_bytes(data[at : at + 2], "big")
        if at + 2 + length > len(data):
            raise Wrong(f"{path} ends within an entry")
        found.append(data[at + 2 : at + 2 + length])
        at += 2 + length
    if len(found) != width:
        raise Wrong(f"{path} has {len(found)} entries, not {width}")
    return found


def verify_log(folder, keys):
    folder = pathlib.Path(folder)

    def read(path):
        try:
            return (folder / path).read_bytes()
        except OSError as error:
            raise Wrong(f"{path} cannot be read") from error

    origin, size, root = open_checkpoint(read("checkpoint"), keys)
    stack, counts = [], dict.fromkeys(FORMS, 0)
    level = []
    for index in range((size + FULL - 1) // FULL):
        width = min(FULL, size - index * FULL)
        path = path_of("tile/entries", index, width)
        for at, leaf in enumerate(entries_of(read(path), width, path)):
            position = index * FULL + at
            try:
                counts[check_leaf(leaf)] += 1
            except Wrong as wrong:
                raise Wrong(f"entry {position} in {path} {wrong}") from wrong
            level.append(leaf_hash(leaf))
            stack.append((1, level[-1]))
            fold(stack)
    # Every tile of every level: the hashes of the level below, 256 by 256.
    number = 0
    while level:
        for index in range((len(level) + FULL - 1) // FULL):
            hashes = level[index * FULL : (index + 1) * FULL]
            path = path_of(f"tile/{number}", index, len(hashes))
            stored = read(path)
            if len(stored) != 32 * len(hashes):
                raise Wrong(f"{path} has the wrong length")
            for at, one in enumerate(hashes):
                if stored[32 * at : 32 * at + 32] != one:
                    raise Wrong(f"hash {at} in {path} is not that of what stands below it")
        level = [root_over(level[at : at + FULL]) for at in range(0, len(level) - FULL + 1, FULL)]
        number += 1
    if bag(stack) != root:
        raise Wrong(f"the {size} leaves do not make up the signed root")
    told = ", ".join(f"{count} {FORMS[form]}" for form, count in counts.items() if count)
    return f"{origin}: {size} leaves hold ({told})"


def verify_receipt(file, keys):
    lines = pathlib.Path(file).read_bytes().decode()
    header, extra, rest = lines.split("\n", 2)
    if header != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra "):
        raise Wrong("this is not a receipt")
    opening = Cbor(b64(extra[6:], "line 2")).whole()
    if sha256(opening[2], opening[3]) != opening[5]:
        raise Wrong("line 2: what was recorded was changed after it was sealed")
    if opening[4] is not None and opening[4].hex().encode() not in opening[3]:
        raise Wrong("line 2: the case named is not the one that was sealed")
    place, note = rest.split("\n\n", 1)
    index, *path = place.split("\n")
    index = int(index.removeprefix("index "))
    _, size, root = open_checkpoint(note.encode(), keys)
    # RFC 9162 §2.1.3.2: the walk from the leaf to the root.
    node, last, hashed = index, size - 1, leaf_hash(b"\xa2\x01\x01\x02\x58\x20" + opening[5])
    for one in (b64(line, "a line of the proof") for line in path):
        if last == 0:
            raise Wrong("the proof is too long")
        if node & 1 or node == last:
            hashed = node_hash(one, hashed)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            hashed = node_hash(hashed, one)
        node, last = node >> 1, last >> 1
    if last or hashed != root:
        raise Wrong("this does not stand in the log at that place")
    if sha256(header.encode(), b"\n", rest.encode()) != opening[6]:
        raise Wrong("the line of a witness was changed")
    return f"the receipt holds: entry {index} of {size}"


def main(args):
    verbs = {"log": verify_log, "receipt": verify_receipt}
    if len(args) < 3 or args[0] not in verbs:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        keys = [Key(vkey) for vkey in args[2:]]
        if keys[0].witness or not all(key.witness for key in keys[1:]):
            raise Wrong("the first key is the log's, the others are of witnesses")
        print(verbs[args[0]](args[1], keys))
    except (Wrong, ValueError, KeyError, TypeError) as wrong:
        print(f"does not hold: {wrong}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
