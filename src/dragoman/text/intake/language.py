"""Is it English? The rules and the model know no other language, and would read nonsense without a word."""

from dragoman.errors import ReportError
from dragoman.settings import value_of

_SAMPLE = 4000  # characters; more does not change the verdict and costs time
_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def check_language(body: str, origin: str) -> None:
    """Raise ReportError when the text is plainly in another language. A short Latin text is too little to judge by."""
    letters = [c for c in body[:_SAMPLE] if c.isalpha()]
    latin = sum(c < "\u0250" for c in letters)
    if len(body) < value_of("language_chars") and 2 * latin >= len(letters):
        return
    from py3langid import classify  # its model takes half a second to load, which --help must not pay

    code = classify(body[:_SAMPLE])[0]
    if code != "en":
        name = _NAMES.get(code, f"another language ({code})")
        raise ReportError(f"{origin}: in {name}, and only English is read, so it was left out; give an English text")
