#!/usr/bin/env python3
"""The baseline of the text bench: NB-weighted characters and words with a linear SVM, in scikit-learn.

    baseline.py TRAIN.jsonl TEST.jsonl OUT.jsonl    trains on one file, predicts the other
    baseline.py --folds TRAIN.jsonl OUT.jsonl       five folds; a row's fold is its place among the rows of its label, modulo 5

OUT has one line per predicted row: {"label", "predicted"}. Needs scikit-learn and jieba (`pip install scikit-learn jieba`).
The model: binarised counts of character 1-3-grams and of jieba words 1-2-grams, of title and of body apart (four blocks), each column
multiplied per class by its log-count ratio (Wang and Manning, 2012), each block's rows of unit length, one LinearSVC per class.
"""
import json
import sys
import time

import jieba
import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import f1_score
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

jieba.setLogLevel(60)


def read(path):
    with open(path, encoding="utf-8-sig") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [(row.get("title") or "", row.get("body") or "") for row in rows], [row["label"] for row in rows]


def predict(train, labels, test):
    x, z = [], []
    for part in (0, 1):
        for block in (
            CountVectorizer(analyzer="char", ngram_range=(1, 3), min_df=2, binary=True),
            CountVectorizer(analyzer="word", tokenizer=jieba.lcut, token_pattern=None, ngram_range=(1, 2), min_df=2, binary=True),
        ):
            x.append(block.fit_transform([row[part] for row in train]).tocsr().astype(np.float32))
            z.append(block.transform([row[part] for row in test]).tocsr().astype(np.float32))
    labels = np.array(labels)
    names = sorted(set(labels))
    scores = np.zeros((len(test), len(names)))
    for place, name in enumerate(names):
        here = labels == name
        left, right = [], []
        for a, b in zip(x, z):
            p = 1 + np.asarray(a[here].sum(axis=0)).ravel()
            q = 1 + np.asarray(a[~here].sum(axis=0)).ravel()
            ratio = sparse.diags(np.log((p / p.sum()) / (q / q.sum())))
            left.append(normalize(a @ ratio))
            right.append(normalize(b @ ratio))
        svm = LinearSVC(C=1.0).fit(sparse.hstack(left).tocsr(), here)
        scores[:, place] = svm.decision_function(sparse.hstack(right).tocsr())
    return [names[best] for best in scores.argmax(axis=1)]


def main():
    started = time.time()
    folds = sys.argv[1] == "--folds"
    texts, labels = read(sys.argv[2] if folds else sys.argv[1])
    if folds:
        seen, fold = {}, []
        for label in labels:
            fold.append(seen.get(label, 0) % 5)
            seen[label] = seen.get(label, 0) + 1
        truth, predicted = labels, [""] * len(labels)
        for k in range(5):
            inside = [i for i, f in enumerate(fold) if f != k]
            outside = [i for i, f in enumerate(fold) if f == k]
            got = predict([texts[i] for i in inside], [labels[i] for i in inside], [texts[i] for i in outside])
            for i, label in zip(outside, got):
                predicted[i] = label
    else:
        test, truth = read(sys.argv[2])
        predicted = predict(texts, labels, test)
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        for label, guess in zip(truth, predicted):
            out.write(json.dumps({"label": label, "predicted": guess}, ensure_ascii=False) + "\n")
    print(f"macro-F1 {f1_score(truth, predicted, average='macro'):.4f} on {len(truth)} rows, {time.time() - started:.0f} s")


main()
