"""Score quotations and attributions against ../shared, where it lies beside the project.

    python bench/speech.py [--errors FILE] [--skip-reports]

Prints the speech score on data/speech/gum-news, all cues and verbs of saying only, and the attributions row of
`bench/shared.py reports`. The gold of gum-news knows clauses and quotations alone, whereas the record wants "denied the
claim" and "vowed to return" too: so the score is given for everything found, where these count as errors, and for
what is comparable. Then nested speech, which nobody else measures: of the gold's speech within speech how much is found as
a chain, and of our own gold's frames told through several speakers how many come with them in order.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.gold import load
from bench.matching import SLOTS, same_name
from dragoman.model import Report, Span, Speech
from dragoman.pipeline import STEPS
from dragoman.text.draft import Draft
from dragoman.text.nlp import parse
from dragoman.text.sources import chain_over

SHARED = Path(__file__).resolve().parents[2] / "shared"
GUM = SHARED / "data" / "speech" / "gum-news"


def draft_with_speech(report: Report) -> Draft:
    """The draft after the step that finds speech."""
    draft = Draft(report, parse(report.body))
    for step in STEPS:
        setattr(draft, step.adds, step.run(draft))
        if step.name == "speech":
            break
    return draft


def rows(draft: Draft, clauses: bool = False) -> Iterator[dict[str, Any]]:
    """One row a cue; quotes of other sentences that were joined to it are rows without a cue, as the gold has them."""
    for cue in dict.fromkeys(speech.cue for speech in draft.speech if speech.form == "clause" or not clauses):
        group = [speech for speech in draft.speech if speech.cue == cue]
        own = [piece for piece in group[0].contents if group[0].span.covers(piece)]
        if own:
            yield row(draft, group, own, cue)
        for piece in group[0].contents:
            if piece not in own:
                yield row(draft, group, [piece], None)


def row(draft: Draft, group: list[Speech], pieces: list[Span], cue: Span | None) -> dict[str, Any]:
    speakers = [speech.speaker_span for speech in group if speech.speaker_span]
    first, last = (min(speakers)[0], max(s.end for s in speakers)) if speakers else (None, None)
    return {
        "doc": draft.report.id,
        "start": pieces[0].start,
        "end": pieces[-1].end,
        "spans": [list(piece) for piece in pieces],
        "speaker_start": first,
        "speaker_end": last,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
    }


def score(system: Path, extra: list[str]) -> dict[str, Any]:
    command = [
        sys.executable,
        SHARED / "score" / "speech_score.py",
        GUM / "gold.jsonl",
        system,
        "--texts",
        GUM / "texts",
    ]
    done = subprocess.run([*map(str, command), "--ignore-cueless", "--json", *extra], check=True, capture_output=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def show(name: str, figures: dict[str, Any]) -> None:
    print(
        f"gum-news, {name}: {figures['n_pred']} found, {figures['n_gold']} gold; speaker accuracy {figures['spk_acc']}"
    )
    for measure in ("detect", "speaker", "tokens", "exact", "cue"):
        values = figures[measure]
        print(f"  {measure:8s} P {values['P']:5.1f}  R {values['R']:5.1f}  F {values['F']:5.1f}")


def nested(drafts: list[Draft]) -> tuple[int, int]:
    """(found, in gold): speech within speech, found when an act with the inner speaker has the outer one in its chain.

    Who speaks of himself ("he said he believed") is a chain of one.
    """
    by_name = {draft.report.id: draft for draft in drafts}
    found = total = 0
    golds = [json.loads(line) for line in (GUM / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for inner in golds:
        outers = [g for g in golds if g is not inner and g["doc"] == inner["doc"] and _holds(g, inner)]
        if inner.get("cue_start") is None or inner.get("speaker_start") is None or not outers:
            continue
        total += 1
        found += any(_is_chain(by_name[inner["doc"]], outer, inner) for outer in outers)
    return found, total


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether the cue of the one lies in what the other said."""
    if inner.get("cue_start") is None or outer.get("speaker_start") is None:
        return False
    return any(
        start <= inner["cue_start"] < end for start, end in outer.get("spans") or [[outer["start"], outer["end"]]]
    )


def _is_chain(draft: Draft, outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    cue, speaker = (Span(inner[f"{part}_start"], inner[f"{part}_end"]) for part in ("cue", "speaker"))
    above = [s.speaker for s in draft.speech if s.speaker_span and _meet(s.speaker_span, outer) and s.speaker]
    named = draft.slice(speaker)
    if any(s.speaker in above and any(same_name(named, name) for name in s.chain[1:]) for s in draft.speech):
        return True  # "according to Yonhap, quoting KCNA" is one act with both in its chain
    return any(
        speech.cue.overlaps(cue)
        and speech.speaker_span is not None
        and speech.speaker_span.overlaps(speaker)
        and any(name in speech.chain for name in above)
        for speech in draft.speech
    )


def _meet(span: Span, row: dict[str, Any]) -> bool:
    return bool(span.start < row["speaker_end"] and row["speaker_start"] < span.end)


def chains() -> tuple[int, int]:
    """(found, in gold): the frames of our seen gold whose words come through two speakers or more, in their order."""
    found = total = 0
    for case in load("seen"):
        long = [f for kind in SLOTS for f in case.gold[kind] if len(f.get("sources") or []) > 1]
        draft = draft_with_speech(case.report) if long else None
        total += len(long)
        found += sum(_runs_through(chain_over(draft, Span(*frame["span"])), frame) for frame in long if draft)
    return found, total


def _runs_through(chain: tuple[str, ...], frame: dict[str, Any]) -> bool:
    rest = iter(chain)
    return all(any(same_name(wanted, name) for name in rest) for wanted in frame["sources"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", help="write what was missed or wrong to this file")
    parser.add_argument("--skip-reports", action="store_true")
    args = parser.parse_args()
    if not GUM.is_dir():
        print(f"skipped: {GUM} is not there (the texts are not part of this repository)")
        return
    drafts = []
    for path in sorted((GUM / "texts").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as text:
            # The texts' dates play no part in speech.
            drafts.append(draft_with_speech(Report(path.stem, text.read(), date(2015, 1, 1))))
    cues = ["--cues", str(GUM.parent / "speech_cues.txt")]
    with tempfile.TemporaryDirectory() as folder:
        system = Path(folder) / "system.jsonl"
        for clauses, what in ((False, "everything found"), (True, "clauses and quotations")):
            with system.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(line) + "\n" for draft in drafts for line in rows(draft, clauses))
            errors = ["--errors", args.errors] if args.errors and not clauses else []
            show(f"{what}, all cues", score(system, errors))
            show(f"{what}, verbs of saying", score(system, cues))
    for what, (hit, total) in (("gum-news, speech within speech", nested(drafts)), ("seen gold, chains", chains())):
        print(f"{what}: {hit} of {total}")
    if not args.skip_reports:
        done = subprocess.run(
            [sys.executable, "-m", "bench.shared", "reports"],
            check=True,
            capture_output=True,
            text=True,
        )
        print("reports:", next(line for line in done.stdout.splitlines() if line.startswith("attributions")))


if __name__ == "__main__":
    main()
