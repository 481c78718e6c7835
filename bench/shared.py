"""Read the reports of ../shared (where it lies beside the project) and print scores by its own scorers.

    python bench/shared.py reports | seed | gold [--errors] [--only ID]
"""
import argparse, dataclasses, json, subprocess, sys, tempfile
from datetime import date
from pathlib import Path
from dragoman.model import Report
from dragoman.pipeline import read

SHARED = Path(__file__).resolve().parents[2] / "shared"


def plain(value):
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return value


def record(reading):
    r = reading.report
    out = {"schema": 1, "id": r.id, "published": r.published.isoformat(), "relevant": reading.relevant}
    for kind in ("meetings", "commitments", "deliveries", "positions", "initiatives", "disputes", "attributions", "dates"):
        out[kind] = [plain(x) for x in getattr(reading, kind)]
    return out


def texts(which):
    if which == "reports":
        for line in open(SHARED / "data/reports/texts.jsonl"):
            row = json.loads(line)
            yield Report(row["id"], row["text"], date.fromisoformat(row["published"]), row["title"], row["outlet"])
        return
    paths = [SHARED / "seed/report-2025-07-21.txt"] if which == "seed" else sorted((Path(__file__).parent / "gold" / "seen").glob("*.txt"))
    for path in paths:
        head, body = path.read_text(encoding="utf-8").split("\n\n", 1)
        _, day, title = head.strip().split(" ", 2)
        yield Report("seed" if which == "seed" else path.stem, body, date.fromisoformat(day), title)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("which")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--only")
    args = parser.parse_args()
    gold = {"reports": SHARED / "data/reports/gold", "seed": SHARED / "seed/gold", "gold": Path(__file__).parent / "gold" / "seen"}[args.which]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "system.jsonl"
        bodies = Path(folder) / "texts"
        bodies.mkdir()
        with out.open("w") as f:
            for report in texts(args.which):
                if args.only and args.only not in report.id:
                    continue
                f.write(json.dumps(record(read(report)), ensure_ascii=False) + "\n")
                (bodies / f"{report.id}.txt").write_text("x\n\n" + report.body)
        if args.only:
            small = Path(folder) / "gold"
            small.mkdir()
            for path in gold.glob("*.json"):
                if args.only in path.stem:
                    (small / path.name).write_text(path.read_text())
            gold = small
        command = [sys.executable, str(SHARED / "score/score.py"), str(gold), str(out), "--texts", str(bodies)]
        subprocess.run(command + (["--errors"] if args.errors else []), check=True)


if __name__ == "__main__":
    main()
