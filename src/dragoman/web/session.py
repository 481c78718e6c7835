"""Who may write: those who have shown the token that `dragoman serve` prints.

A session is a cookie with a random word and its signature under the token; the forms of a session carry a second
signature of that word, which another site cannot know. Nothing is kept on the server, and a new token ends all sessions.
"""

import hmac
import secrets
from hashlib import sha256

from fastapi import Request, Response

COOKIE, NAME_COOKIE = "dragoman_session", "dragoman_who"
SIGN = "dragoman_here"  # tells the page's script that somebody is signed in; it opens nothing


def _sign(token: str, purpose: str, word: str) -> str:
    return hmac.new(token.encode(), f"{purpose}:{word}".encode(), sha256).hexdigest()


def is_token(request: Request, given: str) -> bool:
    """Whether this is the token, compared in a time that tells nothing."""
    return hmac.compare_digest(given.strip().encode(), request.app.state.token.encode())


def begin(request: Request, response: Response, who: str) -> None:
    """Sign somebody in: sets the cookies."""
    word = secrets.token_hex(16)
    value = f"{word}.{_sign(request.app.state.token, 'session', word)}"
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, value, httponly=True, samesite="strict", secure=secure)
    response.set_cookie(NAME_COOKIE, who.encode().hex(), httponly=True, samesite="strict", secure=secure)
    response.set_cookie(SIGN, "1", samesite="strict", secure=secure)


def end(response: Response) -> None:
    """Sign out."""
    response.delete_cookie(COOKIE)
    response.delete_cookie(NAME_COOKIE)
    response.delete_cookie(SIGN)


def signed_in(request: Request) -> str | None:
    """The session's word, None for a reader."""
    word, _, signature = request.cookies.get(COOKIE, "").partition(".")
    expected = _sign(request.app.state.token, "session", word)
    return word if word and hmac.compare_digest(signature.encode(), expected.encode()) else None


def form_word(request: Request) -> str:
    """What a form of this session must bring along; "" for a reader."""
    word = signed_in(request)
    return _sign(request.app.state.token, "form", word) if word else ""


def may_write(request: Request, brought: str) -> bool:
    """Whether a form comes from a signed-in session's own page."""
    expected = form_word(request)
    return bool(expected) and hmac.compare_digest(brought.encode(), expected.encode())


def name_of(request: Request) -> str:
    """The name given at sign-in, "" where there is none or it is no text."""
    try:
        return bytes.fromhex(request.cookies.get(NAME_COOKIE, "")).decode()[:120]
    except ValueError:
        return ""


def local(back: str) -> str:
    """The address to lead back to, held within this site."""
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"
