"""Bank details in what a person writes: nobody here needs them, so they get no further."""

from dataclasses import replace

from faq.recognising.personal import mask_bank_details
from handlers import texts
from handlers.desk import Desk
from handlers.messages import Command, Delivery, Incoming, Media, Reply, Text
from handlers.texts import say
from people.person import Role


def hide(incoming: Incoming, desk: Desk) -> Incoming:
    """Leave the end of an account number; who works here may write one whole."""
    if incoming.group or (desk.person and desk.person.role != Role.PERSON):
        return incoming
    match incoming.body:
        case (Text(text) | Media(text=text)) as body if (
            hidden := mask_bank_details(text)
        ) != text:
            return replace(incoming, body=replace(body, text=hidden))
        case Command(rest=text) as body if (hidden := mask_bank_details(text)) != text:
            return replace(incoming, body=replace(body, rest=hidden))
    return incoming


def told(desk: Desk) -> Reply:
    """Say what became of them, under whatever else is said."""
    return Reply(desk.here, say(texts.BANK_DETAILS_HIDDEN), delivery=Delivery.AT_MOST_ONCE)
