"""What people are told about answers they were shown, and which those were."""

CORRECTION = (
    "<b>Berichtigung.</b> Sie haben hier eine Antwort zu „{title}“ bekommen. Sie hat sich "
    "geändert. Jetzt gilt:\n\n{answer}\n\n<i>Stand {checked}</i>"
)
THANKS = (
    "Sie hatten etwas gefragt, worauf es noch keine Antwort gab. Jetzt gibt es eine: „{title}“. "
    "Danke für die Frage!"
)
NO_MORE_NOTICES = (
    "Gut, Sie bekommen keine Hinweise mehr. Mit /hinweise schalten Sie sie wieder ein."
)
NOTICES_AGAIN = (
    "Gut, ich sage Ihnen wieder Bescheid, wenn sich eine Antwort geändert hat, die Sie bekommen "
    "haben. Mit /hinweise schalten Sie das aus."
)

RECEIPTS = "<b>Was Ihnen gezeigt wurde</b>, das Neueste zuerst\n{lines}"
RECEIPT_LINE = "{number}. {when}: {title} (Fassung {version}){newer}"
RECEIPT_NEWER = ", seither geändert"
NO_RECEIPTS = "Ihnen wurde hier noch keine Antwort gezeigt."
RECEIPT = (
    "<b>{title}</b>, Fassung {version}, Ihnen gezeigt am {when}\n\n{answer}\n\n"
    "<i>So stand es an diesem Tag. Ob es noch gilt, sagt eine neue Frage.</i>"
)
