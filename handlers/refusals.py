"""Refusing: the sentence that says why nothing was done, raised where it is found out."""

from handlers.messages import Reply


class Refused(Exception):  # noqa: N818 - reads as what happened
    """Raised where something is not done; the dialogue answers with what it carries."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.reply = reply
