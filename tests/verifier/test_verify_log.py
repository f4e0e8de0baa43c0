#!/usr/bin/env python3
"""The verifier against a log that Lianxin wrote, and against the same log with one byte changed in each of its files.

    cargo run -p tlog --example small_log -- FOLDER
    python3 tests/verifier/test_verify_log.py FOLDER
"""

import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def run(kind, path, vkeys):
    asked = [sys.executable, str(HERE / "verify_log.py"), kind, str(path), *vkeys]
    return subprocess.run(asked, capture_output=True, text=True, check=False)


def main(folder):
    folder = pathlib.Path(folder)
    vkeys = [(folder / name).read_text().strip() for name in ("vkey", "witness.vkey")]
    for kind, path in (("log", folder / "log"), ("receipt", folder / "receipt.lxr")):
        done = run(kind, path, vkeys)
        print(done.stdout + done.stderr, end="")
        assert done.returncode == 0, f"{kind} refused"
    size = int((folder / "log" / "checkpoint").read_text().split("\n")[1])
    # Partial files of earlier checkpoints are not part of the log as it stands: the verifier does not read them.
    current = [
        path
        for path in sorted((folder / "log").rglob("*"))
        if path.is_file() and (path.parent.suffix != ".p" or is_last(path, size))
    ]
    chance = random.Random(1)
    chosen = chance.sample(current, min(12, len(current)))
    chosen += [path for path in current for _ in range(8) if path.name == "checkpoint"]
    chosen += [path for path in current if path.parent.suffix == ".p"]
    for kind, where, files in (("log", folder / "log", chosen), ("receipt", folder / "receipt.lxr", [folder / "receipt.lxr"] * 12)):
        for path in files:
            sound = path.read_bytes()
            at = chance.randrange(len(sound))
            path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
            done = run(kind, where, vkeys)
            path.write_bytes(sound)
            assert done.returncode == 1, f"byte {at} of {path} was changed and not found"
            print(f"{path.relative_to(folder)}, byte {at}: {done.stderr.strip()}")


def is_last(path, size):
    """Whether a partial file belongs to the size of the checkpoint."""
    parts = path.parts[path.parts.index("tile") + 1 :]
    level = 0 if parts[0] == "entries" else int(parts[0])
    count = size >> (8 * level)
    index = int("".join(part.removeprefix("x").removesuffix(".p") for part in parts[1:-1]))
    return index == count // 256 and int(parts[-1]) == count % 256


if __name__ == "__main__":
    main(sys.argv[1])
