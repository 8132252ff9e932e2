CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE asked_questions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	asker VARCHAR(100) NOT NULL, 
	text TEXT NOT NULL, 
	decision VARCHAR(12) NOT NULL, 
	entries JSON NOT NULL, 
	chosen VARCHAR(80), 
	helped BOOLEAN, 
	asked_at DATETIME NOT NULL
);
CREATE TABLE conversations (
	address VARCHAR(100) NOT NULL, 
	awaits VARCHAR(20) NOT NULL, 
	details JSON NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_conversations PRIMARY KEY (address)
);
CREATE TABLE inbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	update_key VARCHAR(80) NOT NULL, 
	chat VARCHAR(60) NOT NULL, 
	raw TEXT NOT NULL, 
	state VARCHAR(4) NOT NULL, 
	attempts INTEGER NOT NULL, 
	error VARCHAR(200), 
	reference VARCHAR(12), 
	received_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT uq_inbox_channel UNIQUE (channel, update_key)
);
CREATE TABLE outbox (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	chat VARCHAR(60) NOT NULL, 
	body JSON NOT NULL, 
	delivery VARCHAR(14) NOT NULL, 
	ticket_id INTEGER, 
	state VARCHAR(8) NOT NULL, 
	attempts INTEGER NOT NULL, 
	repeated BOOLEAN NOT NULL, 
	plain BOOLEAN NOT NULL, 
	not_before DATETIME NOT NULL, 
	claimed_at DATETIME, 
	sent_at DATETIME, 
	message VARCHAR(40)
);
CREATE TABLE persons (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address VARCHAR(100) NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	barred BOOLEAN NOT NULL, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, 
	CONSTRAINT uq_persons_address UNIQUE (address)
);
CREATE TABLE tickets (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	asker VARCHAR(100) NOT NULL, 
	question_id INTEGER NOT NULL, 
	reason VARCHAR(20) NOT NULL, 
	state VARCHAR(12) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT fk_tickets_question_id FOREIGN KEY(question_id) REFERENCES asked_questions (id), 
	CONSTRAINT uq_tickets_question_id UNIQUE (question_id)
);
CREATE TABLE ticket_messages (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ticket_id INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	author VARCHAR(100), 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_ticket_messages_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id)
);
CREATE TABLE ticket_posts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address VARCHAR(100) NOT NULL, 
	message VARCHAR(40) NOT NULL, 
	ticket_id INTEGER NOT NULL, 
	CONSTRAINT fk_ticket_posts_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id), 
	CONSTRAINT uq_ticket_posts_address UNIQUE (address, message)
);
CREATE INDEX ix_asked_questions_asker ON asked_questions (asker);
CREATE INDEX ix_inbox_open ON inbox (channel, chat, id) WHERE state = 'new';
CREATE INDEX ix_outbox_open ON outbox (channel, chat, id) WHERE state IN ('new', 'sending');
CREATE INDEX ix_ticket_messages_ticket_id ON ticket_messages (ticket_id);
CREATE INDEX ix_ticket_posts_ticket_id ON ticket_posts (ticket_id);
CREATE INDEX ix_tickets_asker ON tickets (asker);
CREATE INDEX ix_tickets_state ON tickets (state);
INSERT INTO alembic_version (version_num) VALUES ('0001');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (1, 'stage:root', 'Guten Morgen!', 'none', '[]', NULL, NULL, '2026-11-22 11:00:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (2, 'stage:anna', 'Wie viel?', 'answer', '["foerderung.hoehe"]', NULL, NULL, '2026-11-22 11:00:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (3, 'stage:anna', 'Dürfen wir im Hof Hühner halten?', 'none', '[]', NULL, NULL, '2026-11-22 11:00:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (4, 'stage:bert', 'Wer zahlt „unsere“ Miete? <100 %>', 'request', '[]', NULL, NULL, '2026-11-22 11:20:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (5, 'stage:bert', 'Gibt es Muster für den Antrag?', 'request', '[]', NULL, NULL, '2026-11-22 11:35:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (6, 'stage:anna', 'Wer mäht den Rasen?', 'request', '[]', NULL, NULL, '2026-11-22 13:55:00.000000');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at) VALUES (7, 'stage:zoe', 'Hallo?', 'none', '[]', NULL, NULL, '2026-11-22 13:55:00.000000');
INSERT INTO conversations (address, awaits, details, until) VALUES ('stage:bert', 'request', '{}', '2026-11-22 14:25:00.000000');
INSERT INTO conversations (address, awaits, details, until) VALUES ('stage:anna', 'answered', '{"ticket": 4}', '2026-11-25 13:55:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (3, 'stage', 'u3', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (6, 'stage', 'u6', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:05:00.000000', '2026-11-22 11:05:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (9, 'stage', 'u9', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (12, 'stage', 'u12', 'bert', '', 'done', 0, NULL, NULL, '2026-11-22 11:55:00.000000', '2026-11-22 11:55:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (15, 'stage', 'u15', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (17, 'stage', 'u17', 'zoe', '{"poison": true, "chat": "zoe"}', 'dead', 0, 'Unparsable at tests/parse:51', '81988040', '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (18, 'stage', 'u99', 'zoe', '', 'done', 0, NULL, NULL, '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (19, 'stage', 'u100', 'zoe', '{"chat": "zoe", "sender": "zoe", "text": "Wie viel?"}', 'new', 0, NULL, NULL, '2026-11-22 13:55:00.000000', NULL);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (5, 'stage', 'anna', '{"text": "Ihre Anfrage <b>FZ-2026-0001</b> liegt jetzt bei der Beratung:\n\u201eD\u00fcrfen wir im Hof H\u00fchner halten?\u201c\n\nDie Antwort kommt hier in diesen Chat. Wie lange die Antwort dauert, kann ich nicht zusagen.\nM\u00f6chten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt, sonst dr\u00fccken Sie \u201eFertig\u201c.", "buttons": [[["Fertig", "done", "1"]]]}', 'at_least_once', 1, 'sent', 1, FALSE, FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '5');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (10, 'stage', 'bert', '{"text": "Ihre Anfrage <b>FZ-2026-0002</b> liegt jetzt bei der Beratung:\n\u201eWer zahlt \u201eunsere\u201c Miete? &lt;100 %&gt;\u201c\n\nDie Antwort kommt hier in diesen Chat. Wie lange die Antwort dauert, kann ich nicht zusagen.\nM\u00f6chten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt, sonst dr\u00fccken Sie \u201eFertig\u201c.", "buttons": [[["Fertig", "done", "2"]]]}', 'at_least_once', 2, 'sent', 1, FALSE, FALSE, '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', '10');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (15, 'stage', '-100', '{"text": "<b>FZ-2026-0003</b> \u00b7 offen \u00b7 Wunsch nach Beratung\n\nGibt es Muster f\u00fcr den Antrag?\n\n<i>Zum Antworten auf diese Nachricht antworten, oder /antwort 3 und Ihr Text.</i>", "buttons": [[["Verlauf", "thread", "3"], ["Schlie\u00dfen", "close", "3"]]]}', 'at_least_once', 3, 'sent', 1, FALSE, FALSE, '2026-11-22 11:35:00.000000', '2026-11-22 11:35:00.000000', '2026-11-22 11:35:00.000000', '15');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (20, 'stage', 'anna', '{"text": "Ihre Anfrage <b>FZ-2026-0004</b> liegt jetzt bei der Beratung:\n\u201eWer m\u00e4ht den Rasen?\u201c\n\nDie Antwort kommt hier in diesen Chat. Wie lange die Antwort dauert, kann ich nicht zusagen.\nM\u00f6chten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt, sonst dr\u00fccken Sie \u201eFertig\u201c.", "buttons": [[["Fertig", "done", "4"]]]}', 'at_least_once', 4, 'sent', 1, FALSE, FALSE, '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000', '20');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (25, 'stage', 'bert', '{"text": "Was m\u00f6chten Sie die Beratung fragen? Schreiben Sie es in einer Nachricht. Mit /abbrechen lassen Sie es bleiben.", "buttons": []}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000', '25');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, claimed_at, sent_at, message) VALUES (26, 'stage', 'zoe', '{"text": "Dazu habe ich keine gepr\u00fcfte Antwort. Ein Mensch aus der Beratung kann sich darum k\u00fcmmern.", "buttons": [[["An die Beratung senden", "escalate", "7"]]]}', 'at_least_once', NULL, 'new', 0, FALSE, FALSE, '2026-11-22 13:55:00.000000', NULL, NULL, NULL);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen) VALUES (1, 'stage:root', 'admin', FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000');
INSERT INTO persons (id, address, role, barred, first_seen, last_seen) VALUES (2, 'stage:carla', 'beratung', FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO persons (id, address, role, barred, first_seen, last_seen) VALUES (3, 'stage:anna', 'nutzer', FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO persons (id, address, role, barred, first_seen, last_seen) VALUES (4, 'stage:bert', 'nutzer', FALSE, '2026-11-22 11:20:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO persons (id, address, role, barred, first_seen, last_seen) VALUES (5, 'stage:zoe', 'nutzer', FALSE, '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (1, 1, 'question', 'stage:anna', 'Dürfen wir im Hof Hühner halten?', '2026-11-22 11:00:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (2, 1, 'question', 'stage:anna', 'Es sind drei;
und ''ne Ente.', '2026-11-22 11:05:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (3, 2, 'question', 'stage:bert', 'Wer zahlt „unsere“ Miete? <100 %>', '2026-11-22 11:20:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (4, 2, 'answer', 'stage:carla', 'Fragen Sie Ihre Kommune.', '2026-11-22 11:20:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (5, 3, 'question', 'stage:bert', 'Gibt es Muster für den Antrag?', '2026-11-22 11:35:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (6, 3, 'answer', 'stage:carla', 'Ja, auf der Website.', '2026-11-22 11:35:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (7, 3, 'question', 'stage:bert', 'Und wo genau dort?', '2026-11-22 11:55:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (8, 4, 'question', 'stage:anna', 'Wer mäht den Rasen?', '2026-11-22 13:55:00.000000');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at) VALUES (9, 4, 'event', 'stage:carla', 'geklärt', '2026-11-22 13:55:00.000000');
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (1, 'stage:anna', '5', 1);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (2, 'stage:-100', '6', 1);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (3, 'stage:-100', '7', 1);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (4, 'stage:anna', '8', 1);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (5, 'stage:bert', '10', 2);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (6, 'stage:-100', '11', 2);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (7, 'stage:bert', '12', 2);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (8, 'stage:-100', '13', 2);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (9, 'stage:bert', '14', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (10, 'stage:-100', '15', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (11, 'stage:bert', '16', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (12, 'stage:-100', '17', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (13, 'stage:-100', '18', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (14, 'stage:bert', '19', 3);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (15, 'stage:anna', '20', 4);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (16, 'stage:-100', '21', 4);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (17, 'stage:anna', '23', 4);
INSERT INTO ticket_posts (id, address, message, ticket_id) VALUES (18, 'stage:-100', '24', 4);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at) VALUES (1, 'stage:anna', 3, 'keine Antwort', 'offen', '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000');
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at) VALUES (2, 'stage:bert', 4, 'Wunsch nach Beratung', 'beantwortet', '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000');
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at) VALUES (3, 'stage:bert', 5, 'Wunsch nach Beratung', 'offen', '2026-11-22 11:35:00.000000', '2026-11-22 11:55:00.000000');
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at) VALUES (4, 'stage:anna', 6, 'Wunsch nach Beratung', 'geschlossen', '2026-11-22 13:55:00.000000', '2026-11-22 13:55:00.000000');
