"""Sentences around questions, answers and suggestions."""

ANSWER = "<b>{title}</b>\n\n{answer}"
MORE = "\n\n<details>{more}</details>"
SOURCES = "\n\n<i>{sources}\nGeprüft am {checked}</i>"
MORE_CHECKED = "{checked}, das Weitere am {more}"
SOURCE = "Quelle: {title}, Stand {as_of}"
SOURCE_LINK = 'Quelle: <a href="{url}">{title}</a>, Stand {as_of}'
REDIRECT = (
    "<b>{title}</b>: Das ist nicht unser Gebiet.\n\n{answer}\n\n"
    "Meinten Sie etwas anderes, das mit Familienzentren zu tun hat? "
    "Dann fragen Sie bitte noch einmal mit anderen Worten."
)
REFERRING = "<i>Zu Ihrer Frage „{question}“:</i>\n\n"
ABOUT = "<i>Zu „{question}“:</i>\n"
FOREIGN = "{word}\n\n"
SUGGEST = "Meinen Sie eines davon?"
WHICH = "Welches davon? Bitte drücken Sie es an, oder fragen Sie mit anderen Worten."
NOTHING_FOUND = (
    "Dazu habe ich keine geprüfte Antwort. Ein Mensch aus der Beratung kann sich darum kümmern."
)
TERM = "<b>{term}</b>\n\n{meaning}"
TOPICS = "<b>Themen</b>\n\nWorum geht es? Sie können auch einfach Ihre Frage schreiben."
TOPIC_PAGE = "<b>{title}</b> (Seite {page} von {pages})"
HELPED = "Das freut mich. Wenn noch etwas ist, schreiben Sie einfach."
NOT_HELPED = (
    "Danke für die Rückmeldung. Wenn Sie möchten, geht Ihre Frage jetzt an einen Menschen."
)
EXPIRED = "Diese Antwort wird gerade überprüft. Die Beratung hilft Ihnen gern."
NOT_TEXT = (
    "Das kann ich leider nicht lesen. Bitte beschreiben Sie es in Worten, "
    "dann suche ich eine Antwort oder gebe es an die Beratung weiter."
)
EMERGENCY = "<b>Das klingt nach einem Notfall. Bitte holen Sie sofort Hilfe:</b>\n\n"
PERHAPS_EMERGENCY = "<b>Ist das ein Notfall? Dann holen Sie bitte sofort Hilfe:</b>\n\n"
WHO_HELPS = (
    "<b>110</b> Polizei, bei Gewalt und Gefahr\n"
    "<b>112</b> Rettungsdienst und Feuerwehr, bei Verletzung und Lebensgefahr\n"
    "Das <b>Jugendamt</b> Ihrer Stadt oder Ihres Landkreises, wenn ein Kind in Gefahr ist\n\n"
    "Zum Reden, kostenlos und ohne Ihren Namen:\n"
    "<b>0800 111 0 111</b>, <b>0800 111 0 222</b> oder <b>116 123</b> TelefonSeelsorge\n"
    "<b>116 016</b> Hilfetelefon Gewalt gegen Frauen\n"
    "<b>116 111</b> Nummer gegen Kummer, für Kinder und Jugendliche\n\n"
    "Hier liest niemand sofort mit."
)
NOT_PASSED_ON = " Ihre Nachricht wurde nicht weitergegeben."
