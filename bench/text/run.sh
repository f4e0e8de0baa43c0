#!/usr/bin/env bash
# All figures of the text engine: bench/text/run.sh DATA [COUNT]. DATA holds messages_train.jsonl, messages_dev.jsonl and labels.csv
# (default ../shared/data); COUNT is the size of the large runs (default 1,000,000). Without the data it says so and does nothing.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:-../shared/data}
count=${2:-1000000}
train=$data/messages_train.jsonl
dev=$data/messages_dev.jsonl
if [ ! -f "$train" ] || [ ! -f "$dev" ]; then
  echo "skipped: no messages in $data"
  exit 0
fi
cargo build --quiet --release -p text --example figures
figures=${CARGO_TARGET_DIR:-target}/release/examples/figures
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

echo "== quality"
"$figures" quality "$train" "$dev" "$out/folds.jsonl" "$out/dev.jsonl"
echo "== what would go by itself"
"$figures" line "$out/folds.jsonl" "$out/dev.jsonl"
echo "== baseline in the same run"
if python3 -c 'import sklearn, jieba' 2>/dev/null; then
  python3 bench/text/baseline.py "$train" "$dev" "$out/base-dev.jsonl"
  python3 bench/text/baseline.py --folds "$train" "$out/base-folds.jsonl"
  "$figures" compare "$out/dev.jsonl" "$out/base-dev.jsonl"
  "$figures" compare "$out/folds.jsonl" "$out/base-folds.jsonl"
else
  echo "skipped: python3 has no scikit-learn and jieba (pip install scikit-learn jieba)"
fi
echo "== speed"
"$figures" speed "$train" "$dev"
echo "== learning curve"
"$figures" curve "$train" "$dev" "$data/labels.csv" bench/text/labels-map.csv
echo "== similar"
"$figures" similar "$train" "$count"
echo "== a training on many messages"
"$figures" million "$train" "$dev" "$count"
