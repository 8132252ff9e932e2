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
, message VARCHAR(40), follows INTEGER);
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
CREATE TABLE persons (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address VARCHAR(100) NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	barred BOOLEAN NOT NULL, 
	first_seen DATETIME NOT NULL, 
	last_seen DATETIME NOT NULL, name VARCHAR(60) DEFAULT '' NOT NULL, given VARCHAR(10) DEFAULT 'nutzer' NOT NULL, wrote BOOLEAN DEFAULT 1 NOT NULL, 
	CONSTRAINT uq_persons_address UNIQUE (address)
);
CREATE TABLE ticket_messages (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ticket_id INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	author VARCHAR(100), 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, source VARCHAR(100), source_message VARCHAR(40), album VARCHAR(60), delivered_at DATETIME, trouble VARCHAR(120), pieces TEXT, 
	CONSTRAINT fk_ticket_messages_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id)
);
CREATE TABLE absences (
	address VARCHAR(100) NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_absences PRIMARY KEY (address)
);
CREATE TABLE moved_chats (
	old VARCHAR(100) NOT NULL, 
	new VARCHAR(100) NOT NULL, 
	CONSTRAINT pk_moved_chats PRIMARY KEY (old)
);
CREATE TABLE rounds (
	name VARCHAR(20) NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_rounds PRIMARY KEY (name)
);
CREATE TABLE templates (
	name VARCHAR(30) NOT NULL, 
	text TEXT NOT NULL, 
	author VARCHAR(100) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_templates PRIMARY KEY (name)
);
CREATE TABLE ticket_drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ticket_id INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_ticket_drafts_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id)
);
CREATE TABLE ticket_topics (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	ticket_id INTEGER NOT NULL, 
	address VARCHAR(100) NOT NULL, 
	topic VARCHAR(40) NOT NULL, 
	title VARCHAR(128) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	CONSTRAINT fk_ticket_topics_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id), 
	CONSTRAINT uq_ticket_topics_address UNIQUE (address, topic), 
	CONSTRAINT uq_ticket_topics_ticket UNIQUE (ticket_id, address)
);
CREATE TABLE ticket_files (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	message_id INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	size INTEGER NOT NULL, 
	channel VARCHAR(20) NOT NULL, 
	ref VARCHAR(300) NOT NULL, 
	wanted BOOLEAN NOT NULL, 
	content BLOB, 
	CONSTRAINT fk_ticket_files_message_id FOREIGN KEY(message_id) REFERENCES ticket_messages (id)
);
CREATE TABLE guide_counts (
	step VARCHAR(20) NOT NULL, 
	reached INTEGER NOT NULL, 
	stopped INTEGER NOT NULL, 
	CONSTRAINT pk_guide_counts PRIMARY KEY (step)
);
CREATE TABLE guide_plans (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(40) NOT NULL, 
	owner VARCHAR(100) NOT NULL, 
	answers JSON NOT NULL, 
	year INTEGER, 
	place VARCHAR(60) NOT NULL, 
	visited JSON NOT NULL, 
	code VARCHAR(8), 
	code_until DATETIME, 
	consented_at DATETIME, 
	begun_at DATETIME NOT NULL, 
	moved_at DATETIME NOT NULL, 
	CONSTRAINT uq_guide_plans_code UNIQUE (code)
);
CREATE TABLE guide_members (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	address VARCHAR(100) NOT NULL, 
	label VARCHAR(20) NOT NULL, 
	step VARCHAR(20), 
	inside_until DATETIME, 
	wants_reminders BOOLEAN NOT NULL, 
	joined_at DATETIME NOT NULL, 
	gone_at DATETIME, 
	CONSTRAINT fk_guide_members_plan_id FOREIGN KEY(plan_id) REFERENCES guide_plans (id), 
	CONSTRAINT uq_guide_members_plan_id UNIQUE (plan_id, address)
);
CREATE TABLE guide_notes (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	step VARCHAR(20) NOT NULL, 
	member_id INTEGER, 
	text TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_guide_notes_member_id FOREIGN KEY(member_id) REFERENCES guide_members (id), 
	CONSTRAINT fk_guide_notes_plan_id FOREIGN KEY(plan_id) REFERENCES guide_plans (id)
);
CREATE TABLE guide_reminders (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	member_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	due_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT fk_guide_reminders_member_id FOREIGN KEY(member_id) REFERENCES guide_members (id), 
	CONSTRAINT uq_guide_reminders_member_id UNIQUE (member_id, year, days)
);
CREATE TABLE guide_ticks (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	item VARCHAR(60) NOT NULL, 
	title VARCHAR(100) NOT NULL, 
	member_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT fk_guide_ticks_member_id FOREIGN KEY(member_id) REFERENCES guide_members (id), 
	CONSTRAINT fk_guide_ticks_plan_id FOREIGN KEY(plan_id) REFERENCES guide_plans (id), 
	CONSTRAINT uq_guide_ticks_plan_id UNIQUE (plan_id, item)
);
CREATE TABLE admin_codes (
	digest VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_admin_codes PRIMARY KEY (digest)
);
CREATE TABLE audit_log (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	actor VARCHAR(100) NOT NULL, 
	action VARCHAR(40) NOT NULL, 
	target VARCHAR(100) NOT NULL, 
	detail TEXT NOT NULL
);
CREATE TABLE faq_cards (
	week VARCHAR(8) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_faq_cards PRIMARY KEY (week)
);
CREATE TABLE faq_counter (
	id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_faq_counter PRIMARY KEY (id)
);
CREATE TABLE faq_drafts (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id VARCHAR(80) NOT NULL, 
	base INTEGER NOT NULL, 
	author VARCHAR(100) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	content JSON NOT NULL, 
	removes BOOLEAN NOT NULL, 
	revision INTEGER NOT NULL, 
	rehearsed INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	asked JSON NOT NULL, 
	changed_at DATETIME NOT NULL
);
CREATE TABLE faq_entries (
	id VARCHAR(80) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	version INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	base JSON, 
	CONSTRAINT pk_faq_entries PRIMARY KEY (id)
);
CREATE TABLE faq_exclusions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id VARCHAR(80) NOT NULL, 
	question TEXT NOT NULL, 
	author VARCHAR(100) NOT NULL, 
	at DATETIME NOT NULL
);
CREATE TABLE faq_imports (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	author VARCHAR(100) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	at DATETIME NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	rows JSON NOT NULL, 
	sources JSON NOT NULL, 
	done JSON NOT NULL
);
CREATE TABLE faq_links (
	url VARCHAR(1000) NOT NULL, 
	fault VARCHAR(60) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_faq_links PRIMARY KEY (url)
);
CREATE TABLE faq_no_notices (
	address VARCHAR(100) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_faq_no_notices PRIMARY KEY (address)
);
CREATE TABLE faq_notices (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id VARCHAR(80) NOT NULL, 
	version INTEGER NOT NULL, 
	author VARCHAR(100) NOT NULL, 
	reached INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT uq_faq_notices_entry_id UNIQUE (entry_id, version)
);
CREATE TABLE faq_settled (
	digest VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_faq_settled PRIMARY KEY (digest)
);
CREATE TABLE faq_shown (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	asker VARCHAR(100) NOT NULL, 
	entry_id VARCHAR(80) NOT NULL, 
	version INTEGER NOT NULL, 
	at DATETIME NOT NULL
);
CREATE TABLE faq_sources (
	"key" VARCHAR(40) NOT NULL, 
	content JSON NOT NULL, 
	base JSON, 
	CONSTRAINT pk_faq_sources PRIMARY KEY ("key")
);
CREATE TABLE faq_thanked (
	address VARCHAR(100) NOT NULL, 
	entry_id VARCHAR(80) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_faq_thanked PRIMARY KEY (address, entry_id)
);
CREATE TABLE faq_versions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	entry_id VARCHAR(80) NOT NULL, 
	number INTEGER NOT NULL, 
	author VARCHAR(100) NOT NULL, 
	at DATETIME NOT NULL, 
	note TEXT NOT NULL, 
	content JSON NOT NULL, 
	CONSTRAINT fk_faq_versions_entry_id FOREIGN KEY(entry_id) REFERENCES faq_entries (id), 
	CONSTRAINT uq_faq_versions_entry_id UNIQUE (entry_id, number)
);
CREATE TABLE "outbox" (
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
	changed_at DATETIME, 
	sent_at DATETIME, 
	message VARCHAR(40), 
	card BOOLEAN DEFAULT 0 NOT NULL, 
	notice BOOLEAN DEFAULT 0 NOT NULL
, owner BIGINT);
CREATE TABLE "ticket_posts" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address VARCHAR(100) NOT NULL, 
	message VARCHAR(40) NOT NULL, 
	ticket_id INTEGER NOT NULL, 
	part INTEGER, 
	card BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT fk_ticket_posts_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id), 
	CONSTRAINT fk_ticket_posts_part FOREIGN KEY(part) REFERENCES ticket_messages (id), 
	CONSTRAINT uq_ticket_posts_address UNIQUE (address, message)
);
CREATE TABLE "tickets" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	asker VARCHAR(100) NOT NULL, 
	question_id INTEGER NOT NULL, 
	reason VARCHAR(40) NOT NULL, 
	state VARCHAR(20) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	subject VARCHAR(80) DEFAULT ('') NOT NULL, 
	owner VARCHAR(100), 
	waiting_since DATETIME, 
	due_at DATETIME, 
	snoozed_until DATETIME, 
	answered_at DATETIME, 
	reminded_at DATETIME, 
	warned_at DATETIME, 
	helped BOOLEAN, alarming BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT uq_tickets_question_id UNIQUE (question_id), 
	CONSTRAINT fk_tickets_question_id FOREIGN KEY(question_id) REFERENCES asked_questions (id)
);
CREATE TABLE question_copies (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address VARCHAR(100) NOT NULL, 
	message VARCHAR(40) NOT NULL, 
	question_id INTEGER NOT NULL, 
	entry VARCHAR(80) NOT NULL, 
	CONSTRAINT fk_question_copies_question_id FOREIGN KEY(question_id) REFERENCES asked_questions (id)
);
CREATE TABLE leases (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	channel VARCHAR(20) NOT NULL, 
	place VARCHAR(160) NOT NULL, 
	beat INTEGER NOT NULL
);
CREATE TABLE held_pieces (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	asker VARCHAR(100) NOT NULL, 
	question_id INTEGER NOT NULL, 
	ticket_id INTEGER, 
	files JSON NOT NULL, 
	album VARCHAR(60), 
	held_at DATETIME NOT NULL, 
	CONSTRAINT fk_held_pieces_question_id FOREIGN KEY(question_id) REFERENCES asked_questions (id), 
	CONSTRAINT fk_held_pieces_ticket_id FOREIGN KEY(ticket_id) REFERENCES tickets (id), 
	CONSTRAINT uq_held_pieces_question_id UNIQUE (question_id)
);
CREATE INDEX ix_asked_questions_asker ON asked_questions (asker);
CREATE INDEX ix_faq_drafts_author ON faq_drafts (author);
CREATE INDEX ix_faq_drafts_entry_id ON faq_drafts (entry_id);
CREATE INDEX ix_faq_shown_asker ON faq_shown (asker);
CREATE INDEX ix_faq_shown_entry_id ON faq_shown (entry_id);
CREATE INDEX ix_guide_members_address ON guide_members (address);
CREATE INDEX ix_guide_members_plan_id ON guide_members (plan_id);
CREATE INDEX ix_guide_notes_member_id ON guide_notes (member_id);
CREATE INDEX ix_guide_notes_plan_id ON guide_notes (plan_id);
CREATE INDEX ix_guide_reminders_due_at ON guide_reminders (due_at);
CREATE INDEX ix_guide_reminders_member_id ON guide_reminders (member_id);
CREATE INDEX ix_guide_ticks_member_id ON guide_ticks (member_id);
CREATE INDEX ix_guide_ticks_plan_id ON guide_ticks (plan_id);
CREATE INDEX ix_held_pieces_asker ON held_pieces (asker);
CREATE INDEX ix_held_pieces_held_at ON held_pieces (held_at);
CREATE INDEX ix_held_pieces_ticket_id ON held_pieces (ticket_id);
CREATE INDEX ix_inbox_line ON inbox (channel, id) WHERE state = 'new';
CREATE INDEX ix_inbox_open ON inbox (channel, chat, id) WHERE state = 'new';
CREATE INDEX ix_outbox_due ON outbox (channel, not_before) WHERE state = 'new';
CREATE INDEX ix_outbox_line ON outbox (channel, notice, id) WHERE state = 'new';
CREATE INDEX ix_outbox_open ON outbox (channel, chat, notice, id) WHERE state = 'new';
CREATE INDEX ix_outbox_sending ON outbox (channel, chat, id) WHERE state = 'sending';
CREATE INDEX ix_question_copies_message ON question_copies (address, message);
CREATE INDEX ix_question_copies_question_id ON question_copies (question_id);
CREATE INDEX ix_ticket_drafts_ticket_id ON ticket_drafts (ticket_id);
CREATE INDEX ix_ticket_files_message_id ON ticket_files (message_id);
CREATE INDEX ix_ticket_messages_source ON ticket_messages (source);
CREATE INDEX ix_ticket_messages_ticket_id ON ticket_messages (ticket_id);
CREATE INDEX ix_ticket_posts_part ON ticket_posts (part);
CREATE INDEX ix_ticket_posts_ticket_id ON ticket_posts (ticket_id);
CREATE INDEX ix_tickets_asker ON tickets (asker);
CREATE INDEX ix_tickets_owner ON tickets (owner);
CREATE INDEX ix_tickets_state ON tickets (state);
INSERT INTO absences (address, until) VALUES ('stage:carla', '2026-11-27 23:00:00.000000');
INSERT INTO alembic_version (version_num) VALUES ('0012');
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (1, 'stage:anna', 'Wie viel?', 'answer', '["foerderung.hoehe"]', NULL, NULL, '2026-11-22 11:00:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (2, 'stage:anna', 'Dürfen wir im Hof Hühner halten?', 'none', '[]', NULL, NULL, '2026-11-22 11:00:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (3, 'stage:bert', 'Wer zahlt „unsere“ Miete? <100 %>', 'request', '[]', NULL, NULL, '2026-11-22 11:20:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (4, 'stage:bert', 'Gibt es Muster für den Antrag?', 'request', '[]', NULL, NULL, '2026-11-22 11:20:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (5, 'stage:anna', 'Wer mäht den Rasen?', 'request', '[]', NULL, NULL, '2026-11-22 11:40:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (6, 'stage:anna', 'Dürfen Esel mit?', 'request', '[]', NULL, NULL, '2026-11-22 11:40:00.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (7, 'stage:bert', 'Brauchen wir Geld?', 'request', '[]', NULL, NULL, '2026-11-22 11:40:03.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (8, 'stage:anna', 'Ich brauche Geld', 'request', '[]', NULL, NULL, '2026-11-22 11:40:03.000000', NULL, NULL);
INSERT INTO asked_questions (id, asker, text, decision, entries, chosen, helped, asked_at, message, follows) VALUES (9, 'stage:zoe', 'Hallo?', 'none', '[]', NULL, NULL, '2026-11-24 09:40:03.000000', NULL, NULL);
INSERT INTO audit_log (id, at, actor, action, target, detail) VALUES (1, '2026-11-22 11:00:00.000000', 'ADMINS', 'Rolle', 'stage:root', 'nutzer → admin');
INSERT INTO audit_log (id, at, actor, action, target, detail) VALUES (2, '2026-11-22 11:00:00.000000', 'stage:root', 'Rolle', 'stage:carla', 'nutzer → beratung, zugelassen');
INSERT INTO audit_log (id, at, actor, action, target, detail) VALUES (3, '2026-11-22 11:40:03.000000', 'stage:carla', 'Vorlage geschrieben', 'Frist', '');
INSERT INTO audit_log (id, at, actor, action, target, detail) VALUES (4, '2026-11-24 09:40:03.000000', 'stage:root', 'veröffentlicht', 'foerderung.hoehe', 'Antwort, Geprüft am');
INSERT INTO audit_log (id, at, actor, action, target, detail) VALUES (5, '2026-11-24 09:40:03.000000', 'stage:root', 'Rolle', 'stage:dora', 'nutzer → redaktion');
INSERT INTO conversations (address, awaits, details, until) VALUES ('stage:anna', 'adding', '{"ticket": 5, "asked_back": true, "other": 0, "out": "19.19"}', '2026-11-24 10:10:03.000000');
INSERT INTO conversations (address, awaits, details, until) VALUES ('stage:bert', 'request', '{}', '2026-11-24 10:10:03.000000');
INSERT INTO faq_cards (week, at) VALUES ('2026-W48', '2026-11-24 09:40:03.000000');
INSERT INTO faq_counter (id, number) VALUES (1, 2);
INSERT INTO faq_drafts (id, entry_id, base, author, state, content, removes, revision, rehearsed, note, asked, changed_at) VALUES (2, 'foerderung.hoehe', 2, 'stage:root', 'entwurf', '{"id": "foerderung.hoehe", "titel": "H\u00f6he der F\u00f6rderung", "antwort": "Bis zu 18.000 Euro im Jahr, je Haus.", "fragen": ["H\u00f6he der F\u00f6rderung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis zu 18.000 Euro im Jahr."], "geprueft_am": "2026-11-24", "wiedervorlage_am": "2027-11-30"}', FALSE, 2, 0, '', '[]', '2026-11-24 09:40:03.000000');
INSERT INTO faq_entries (id, state, version, position, base) VALUES ('foerderung.hoehe', 'veroeffentlicht', 2, 0, '{"id": "foerderung.hoehe", "titel": "H\u00f6he der F\u00f6rderung", "antwort": "Bis zu 18.000 Euro im Jahr.", "fragen": ["H\u00f6he der F\u00f6rderung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis zu 18.000 Euro im Jahr."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_entries (id, state, version, position, base) VALUES ('foerderung.frist', 'veroeffentlicht', 1, 1, '{"id": "foerderung.frist", "titel": "Antragsfrist", "antwort": "Bis {frist} f\u00fcr {foerderjahr}.", "fragen": ["Antragsfrist"], "zielgruppe": "alle", "mehr": "Jedes Jahr neu.", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis {frist} f\u00fcr {foerderjahr}."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_entries (id, state, version, position, base) VALUES ('foerderung.auszahlung', 'veroeffentlicht', 1, 2, '{"id": "foerderung.auszahlung", "titel": "Auszahlung", "antwort": "In zwei Raten.", "fragen": ["Auszahlung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["In zwei Raten."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_entries (id, state, version, position, base) VALUES ('abgrenzung.elterngeld', 'veroeffentlicht', 1, 3, '{"id": "abgrenzung.elterngeld", "titel": "Elterngeld", "antwort": "Daf\u00fcr ist die Elterngeldstelle da.", "fragen": ["Elterngeld"]}');
INSERT INTO faq_shown (id, asker, entry_id, version, at) VALUES (1, 'stage:anna', 'foerderung.hoehe', 1, '2026-11-22 11:00:00.000000');
INSERT INTO faq_sources (key, content, base) VALUES ('rp', '{"titel": "Familienzentren, Regierungspr\u00e4sidium Kassel", "stand": "2024-10", "url": "https://rp-kassel.hessen.de/soziales/familienzentren"}', '{"titel": "Familienzentren, Regierungspr\u00e4sidium Kassel", "stand": "2024-10", "url": "https://rp-kassel.hessen.de/soziales/familienzentren"}');
INSERT INTO faq_versions (id, entry_id, number, author, at, note, content) VALUES (1, 'foerderung.hoehe', 1, 'katalog', '2026-11-24 09:40:03.000000', 'aus dem Katalog', '{"id": "foerderung.hoehe", "titel": "H\u00f6he der F\u00f6rderung", "antwort": "Bis zu 18.000 Euro im Jahr.", "fragen": ["H\u00f6he der F\u00f6rderung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis zu 18.000 Euro im Jahr."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_versions (id, entry_id, number, author, at, note, content) VALUES (2, 'foerderung.frist', 1, 'katalog', '2026-11-24 09:40:03.000000', 'aus dem Katalog', '{"id": "foerderung.frist", "titel": "Antragsfrist", "antwort": "Bis {frist} f\u00fcr {foerderjahr}.", "fragen": ["Antragsfrist"], "zielgruppe": "alle", "mehr": "Jedes Jahr neu.", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis {frist} f\u00fcr {foerderjahr}."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_versions (id, entry_id, number, author, at, note, content) VALUES (3, 'foerderung.auszahlung', 1, 'katalog', '2026-11-24 09:40:03.000000', 'aus dem Katalog', '{"id": "foerderung.auszahlung", "titel": "Auszahlung", "antwort": "In zwei Raten.", "fragen": ["Auszahlung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["In zwei Raten."], "geprueft_am": "2026-11-20", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO faq_versions (id, entry_id, number, author, at, note, content) VALUES (4, 'abgrenzung.elterngeld', 1, 'katalog', '2026-11-24 09:40:03.000000', 'aus dem Katalog', '{"id": "abgrenzung.elterngeld", "titel": "Elterngeld", "antwort": "Daf\u00fcr ist die Elterngeldstelle da.", "fragen": ["Elterngeld"]}');
INSERT INTO faq_versions (id, entry_id, number, author, at, note, content) VALUES (5, 'foerderung.hoehe', 2, 'stage:root', '2026-11-24 09:40:03.000000', 'Antwort, Geprüft am', '{"id": "foerderung.hoehe", "titel": "H\u00f6he der F\u00f6rderung", "antwort": "Bis zu 18.000 Euro im Jahr, je Einrichtung.", "fragen": ["H\u00f6he der F\u00f6rderung"], "zielgruppe": "alle", "stelle": "rp", "quellen": ["rp"], "sicherheit": "belegt", "fakten": ["Bis zu 18.000 Euro im Jahr."], "geprueft_am": "2026-11-24", "wiedervorlage_am": "2027-11-30"}');
INSERT INTO guide_counts (step, reached, stopped) VALUES ('raeume', 1, 0);
INSERT INTO guide_members (id, plan_id, address, label, step, inside_until, wants_reminders, joined_at, gone_at) VALUES (1, 1, 'stage:anna', 'Person 1', NULL, '2026-11-24 10:40:03.000000', TRUE, '2026-11-24 09:40:03.000000', NULL);
INSERT INTO guide_members (id, plan_id, address, label, step, inside_until, wants_reminders, joined_at, gone_at) VALUES (2, 1, 'stage:bert', 'Bert', 'raeume', '2026-11-24 10:40:03.000000', FALSE, '2026-11-24 09:40:03.000000', NULL);
INSERT INTO guide_notes (id, plan_id, step, member_id, text, at) VALUES (1, 1, 'raeume', 2, 'Der Keller ist trocken.', '2026-11-24 09:40:03.000000');
INSERT INTO guide_plans (id, name, owner, answers, year, place, visited, code, code_until, consented_at, begun_at, moved_at) VALUES (1, 'Kita', 'stage:anna', '{"haus": "kita", "traeger": "gemeinnuetzig", "stand": "idee", "start": "bald"}', 2028, '', '["raeume"]', 'GVBPDFZP', '2026-12-08 09:40:03.000000', NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO guide_reminders (id, member_id, year, days, due_at, sent_at) VALUES (1, 1, 2028, 60, '2027-09-01 07:00:00.000000', NULL);
INSERT INTO guide_reminders (id, member_id, year, days, due_at, sent_at) VALUES (2, 1, 2028, 14, '2027-10-17 07:00:00.000000', NULL);
INSERT INTO guide_reminders (id, member_id, year, days, due_at, sent_at) VALUES (3, 1, 2028, 3, '2027-10-28 07:00:00.000000', NULL);
INSERT INTO guide_ticks (id, plan_id, item, title, member_id, at) VALUES (1, 1, 'raeume.raeume', 'Räume klären: Räume für die Angebote gefunden', 2, '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (3, 'stage', 'u3', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (6, 'stage', 'u6', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (9, 'stage', 'u9', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (12, 'stage', 'u12', 'bert', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (15, 'stage', 'u15', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (18, 'stage', 'u18', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:00.000000', '2026-11-22 11:40:01.500000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (21, 'stage', 'u21', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (24, 'stage', 'u24', 'bert', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (27, 'stage', 'u27', 'anna', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (30, 'stage', 'u30', '-100', '', 'done', 0, NULL, NULL, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (33, 'stage', 'u33', 'anna', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (36, 'stage', 'u36', 'anna', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (39, 'stage', 'u39', 'bert', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (42, 'stage', 'u42', 'bert', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (45, 'stage', 'u45', 'bert', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (48, 'stage', 'u48', 'anna', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (51, 'stage', 'u51', 'root', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (54, 'stage', 'u54', 'root', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (57, 'stage', 'u57', 'root', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (60, 'stage', 'u60', 'anna', '', 'done', 0, NULL, NULL, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (63, 'stage', 'u63', 'zoe', '{"poison": true, "chat": "zoe"}', 'dead', 0, 'Unparsable at tests/parse:82', 'ba589958', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000');
INSERT INTO inbox (id, channel, update_key, chat, raw, state, attempts, error, reference, received_at, done_at) VALUES (65, 'stage', 'unread', 'zoe', '{"chat": "zoe", "sender": "zoe", "text": "Wie viel?"}', 'new', 0, NULL, NULL, '2026-11-24 09:40:03.000000', NULL);
INSERT INTO moved_chats (old, new) VALUES ('stage:-200', 'stage:-100200');
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (5, 'stage', 'anna', '{"text": "Ihre Anfrage <b>FZ-2026-0001</b> liegt jetzt bei der Beratung:\n\u201eD\u00fcrfen wir im Hof H\u00fchner halten?\u201c\n\nDie Antwort kommt hier in diesen Chat. Wie lange die Antwort dauert, kann ich nicht zusagen.\nM\u00f6chten Sie noch etwas dazu sagen? Schreiben Sie es einfach jetzt, sonst dr\u00fccken Sie \u201eFertig\u201c.", "buttons": [[["Fertig", "done", "1"]]], "spends": "4", "chosen": "An die Beratung senden"}', 'at_least_once', 1, 'sent', 1, FALSE, FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '5', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (10, 'stage', 'anna', '{"text": "Gut. Die Antwort auf <b>FZ-2026-0001</b> kommt hier in diesen Chat.", "spends": "7", "chosen": "Fertig"}', 'at_most_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '9', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (15, 'stage', '-100', '{"text": "<b>FZ-2026-0002</b> \u00b7 beantwortet\nbei Carla, seit So 22.11., 12:20\n<i>Warum hier: Wunsch nach Beratung</i>\n\nWer zahlt \u201eunsere\u201c Miete? &lt;100 %&gt;\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 2 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["Antworten", "reply", "2"], ["Notiz", "note", "2"]], [["Als FAQ vorschlagen", "to_faq", "2"], ["Weitergeben", "pass", "2"]], [["Zur\u00fcckziehen", "withdraw", "2"]], [["Verlauf", "thread", "2"], ["Schlie\u00dfen", "close", "2"]]], "silent": true}', 'at_least_once', 2, 'sent', 1, FALSE, FALSE, '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', NULL, TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (20, 'stage', '-100', '{"text": "<b>FZ-2026-0003</b> \u00b7 beantwortet\nbei Carla, seit So 22.11., 12:20\n<i>Warum hier: Wunsch nach Beratung</i>\n\nGibt es Muster f\u00fcr den Antrag?\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 3 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["Antworten", "reply", "3"], ["Notiz", "note", "3"]], [["Als FAQ vorschlagen", "to_faq", "3"], ["Weitergeben", "pass", "3"]], [["Zur\u00fcckziehen", "withdraw", "3"]], [["Verlauf", "thread", "3"], ["Schlie\u00dfen", "close", "3"]]], "silent": true}', 'at_least_once', 3, 'sent', 1, FALSE, FALSE, '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', NULL, TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (25, 'stage', '-100', '{"text": "<b>FZ-2026-0004</b> \u00b7 offen\nnoch bei niemandem, wartet seit So 22.11., 12:40, f\u00e4llig Mi 25.11., 09:00\n<i>Warum hier: Wunsch nach Beratung</i>\n\nWer m\u00e4ht den Rasen?\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 4 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["\u00dcbernehmen", "take", "4"], ["Antworten", "reply", "4"]], [["Vorschl\u00e4ge", "ideas", "4"], ["Vorlage", "template", "4"], ["Notiz", "note", "4"]], [["Weitergeben", "pass", "4"], ["Zur\u00fcckstellen", "snooze", "4"]], [["Verlauf", "thread", "4"], ["Schlie\u00dfen", "close", "4"]]], "silent": true}', 'at_least_once', 4, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000', '21', TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (30, 'stage', '-100', '{"text": "Sie sind abwesend bis 27.11.2026. 1 Anfrage wieder frei.\nFZ-2026-0003 (offen)"}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000', '25', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (35, 'stage', '-100', '{"text": "<b>FZ-2026-0005</b> \u00b7 offen\nnoch bei niemandem, wartet seit So 22.11., 12:40, f\u00e4llig Mi 25.11., 09:00\n<i>Warum hier: Wunsch nach Beratung</i>\n\nD\u00fcrfen Esel mit?\nSo sieht er aus.\n[mit Anhang: 1]\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 5 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["\u00dcbernehmen", "take", "5"], ["Antworten", "reply", "5"]], [["Vorschl\u00e4ge", "ideas", "5"], ["Vorlage", "template", "5"], ["Notiz", "note", "5"]], [["Weitergeben", "pass", "5"], ["Zur\u00fcckstellen", "snooze", "5"]], [["Verlauf", "thread", "5"], ["Schlie\u00dfen", "close", "5"]]], "silent": true}', 'at_least_once', 5, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:01.500000', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', NULL, TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (40, 'stage', '-100', '{"text": "Notiz zu <b>FZ-2026-0005</b> aufgehoben; die Person sieht sie nicht.", "topic": "t2"}', 'at_most_once', 5, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '32', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (45, 'stage', '-100', '{"text": "<b>FZ-2026-0006</b> \u00b7 offen\nnoch bei niemandem, wartet seit So 22.11., 12:40, f\u00e4llig Mi 25.11., 09:00\n<i>Warum hier: Wunsch nach Beratung</i>\n\nBrauchen wir Geld?\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 6 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["\u00dcbernehmen", "take", "6"], ["Antworten", "reply", "6"]], [["Vorschl\u00e4ge", "ideas", "6"], ["Vorlage", "template", "6"], ["Notiz", "note", "6"]], [["Weitergeben", "pass", "6"], ["Zur\u00fcckstellen", "snooze", "6"]], [["Verlauf", "thread", "6"], ["Schlie\u00dfen", "close", "6"]]], "silent": true}', 'at_least_once', 6, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '36', TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (50, 'stage', '-100', '{"text": "<b>FZ-2026-0007</b> \u00b7 offen\nnoch bei niemandem, wartet seit So 22.11., 12:40, f\u00e4llig Mi 25.11., 09:00\n<i>Warum hier: Wunsch nach Beratung</i>\n\nIch brauche Geld\n\n<i>Antworten: auf diese Karte antworten, oder /antwort 7 und Ihr Text. Mit // davor bleibt es intern.</i>", "buttons": [[["\u00dcbernehmen", "take", "7"], ["Antworten", "reply", "7"]], [["Vorschl\u00e4ge", "ideas", "7"], ["Vorlage", "template", "7"], ["Notiz", "note", "7"]], [["Weitergeben", "pass", "7"], ["Zur\u00fcckstellen", "snooze", "7"]], [["Verlauf", "thread", "7"], ["Schlie\u00dfen", "close", "7"]]], "silent": true}', 'at_least_once', 7, 'sent', 1, FALSE, FALSE, '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '40', TRUE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (55, 'stage', '-100', '{"text": "<b>Guten Morgen.</b> Offen: 3, davon \u00fcberf\u00e4llig: 0\n<b>FZ-2026-0001</b> (frei, f\u00e4llig Mi 25.11., 09:00): D\u00fcrfen wir im Hof H\u00fchner halten?\n<b>FZ-2026-0003</b> (frei, f\u00e4llig Mi 25.11., 09:00): Gibt es Muster f\u00fcr den Antrag?\n<b>FZ-2026-0007</b> (frei, f\u00e4llig Mi 25.11., 09:00): Ich brauche Geld", "buttons": [[["N\u00e4chste Anfrage", "next", ""]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '45', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (60, 'stage', 'anna', '{"text": "Frage 4 von 4\n<i>Bisher: Kita, Gemeinn\u00fctziger Tr\u00e4ger, Wir haben eine Idee</i>\n\n<b>Ab wann m\u00f6chten Sie gef\u00f6rdert werden?</b>\n\nDr\u00fccken Sie einen Knopf, oder schreiben Sie es mit Ihren Worten.", "buttons": [[["Ab 2028, so fr\u00fch wie m\u00f6glich", "plan_say", "1.start.bald"]], [["Ein Jahr sp\u00e4ter, ab 2029", "plan_say", "1.start.danach"]], [["Das ist noch offen", "plan_say", "1.start.offen"]], [["Zur\u00fcck", "plan_ask", "1.stand"], ["Abbrechen", "plan_pause", "1"]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '50', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (65, 'stage', 'anna', '{"text": "<b>Person 2</b> arbeitet jetzt an \u201eKita\u201c mit."}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '55', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (70, 'stage', 'bert', '{"text": "Abgehakt: R\u00e4ume f\u00fcr die Angebote gefunden.\nDamit ist der Schritt <b>R\u00e4ume kl\u00e4ren</b> erledigt.\n\n<b>Unterlagen:</b> 1 von 1 abgehakt\n\u2611 R\u00e4ume f\u00fcr die Angebote gefunden: Bert, 24. Nov. 2026", "buttons": [[["\u2611 R\u00e4ume f\u00fcr die Angebote gefunden", "plan_tick", "1.raeume.raeume.0"]], [["Zur\u00fcck", "plan_step", "1.leitung"], ["Weiter", "plan_step", "1.vertraege"]], [["Mein Weg", "plan", "1"], ["Abbrechen", "plan_pause", "1"]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '60', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (75, 'stage', 'anna', '{"text": "<b>Termine: Kita</b>\nR\u00fcckw\u00e4rts gerechnet vom Antragsschluss. Die Tage davor sind Vorschl\u00e4ge.\n\n29. Nov. 2026: Im eigenen Haus kl\u00e4ren\n24. Jan. 2027: Den Tr\u00e4ger entscheiden lassen\n7. Feb. 2027: Sich beraten lassen\n21. M\u00e4rz 2027: Bestand und Bedarf erheben\n4. April 2027: Die Kita f\u00fcr alle Familien \u00f6ffnen\n18. April 2027: Kommune und Jugendamt einbinden\n16. Mai 2027: Partner gewinnen\n8. Aug. 2027: Das Konzept schreiben\n8. Aug. 2027: Leitung und Fortbildung kl\u00e4ren\n5. Sept. 2027: Kooperation schriftlich vereinbaren\n3. Okt. 2027: Stellungnahme besorgen\n24. Okt. 2027: Den Antrag online stellen\n31. Okt. 2027: Antragsschluss 2028\n\nAuf Wunsch erinnere ich Sie 60, 14 und 3 Tage vor dem Antragsschluss.", "buttons": [[["In meinen Kalender", "plan_ics", "1"], ["Mich erinnern", "plan_remind", "1.1"]], [["Als PDF", "plan_paper", "1"]], [["Zur\u00fcck", "plan", "1"], ["Abbrechen", "plan_pause", "1"]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '65', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (80, 'stage', 'root', '{"text": "<b>Entwurf: H\u00f6he der F\u00f6rderung</b>\nfoerderung.hoehe, auf Grundlage von Version 1 \u00b7 ein Entwurf\n\n<b>Antwort</b>\nbisher: Bis zu 18.000 Euro im <b>Jahr.</b>\nneu: Bis zu 18.000 Euro im <b>Jahr, je Einrichtung.</b>\n\n<b>Gepr\u00fcft am</b>\nbisher: <b>20.11.2026</b>\nneu: <b>24.11.2026</b>", "buttons": [[["Gegenprobe und ver\u00f6ffentlichen", "faq_rehearse", "1"]], [["Antwort", "faq_field", "1.antwort"], ["Titel", "faq_field", "1.titel"]], [["Formulierungen", "faq_field", "1.fragen"], ["Stichworte", "faq_field", "1.stichworte"]], [["Mehr dazu", "faq_field", "1.mehr"], ["Einfache Sprache", "faq_field", "1.einfach"]], [["G\u00fcltigkeit", "faq_field", "1.gueltig"], ["Quelle und Stand", "faq_field", "1.quellen"]], [["Fakten", "faq_field", "1.fakten"]], [["Zur Pr\u00fcfung geben", "faq_submit", "1"]], [["Entwurf verwerfen", "faq_discard", "1"]], [["Zur\u00fcck", "faq_show", "foerderung.hoehe"], ["Abbrechen", "faq_stop", ""]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '70', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (85, 'stage', 'root', '{"text": "<b>Entwurf: H\u00f6he der F\u00f6rderung</b>\nfoerderung.hoehe, auf Grundlage von Version 2 \u00b7 ein Entwurf\n\n<b>Antwort</b>\nbisher: Bis zu 18.000 Euro im Jahr, je <b>Einrichtung.</b>\nneu: Bis zu 18.000 Euro im Jahr, je <b>Haus.</b>", "buttons": [[["Gegenprobe und ver\u00f6ffentlichen", "faq_rehearse", "2"]], [["Antwort", "faq_field", "2.antwort"], ["Titel", "faq_field", "2.titel"]], [["Formulierungen", "faq_field", "2.fragen"], ["Stichworte", "faq_field", "2.stichworte"]], [["Mehr dazu", "faq_field", "2.mehr"], ["Einfache Sprache", "faq_field", "2.einfach"]], [["G\u00fcltigkeit", "faq_field", "2.gueltig"], ["Quelle und Stand", "faq_field", "2.quellen"]], [["Fakten", "faq_field", "2.fakten"]], [["Zur Pr\u00fcfung geben", "faq_submit", "2"]], [["Entwurf verwerfen", "faq_discard", "2"]], [["Zur\u00fcck", "faq_show", "foerderung.hoehe"], ["Abbrechen", "faq_stop", ""]]]}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '75', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (90, 'stage', 'bert', '{"text": "Was m\u00f6chten Sie die Beratung fragen? Schreiben Sie es in einer Nachricht. Mit /abbrechen lassen Sie es bleiben."}', 'at_least_once', NULL, 'sent', 1, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '79', FALSE, FALSE, 0);
INSERT INTO outbox (id, channel, chat, body, delivery, ticket_id, state, attempts, repeated, plain, not_before, changed_at, sent_at, message, card, notice, owner) VALUES (91, 'stage', 'zoe', '{"text": "Dazu habe ich keine gepr\u00fcfte Antwort. Ein Mensch aus der Beratung kann sich darum k\u00fcmmern.", "buttons": [[["An die Beratung senden", "escalate", "9"]]], "question": 9}', 'at_least_once', NULL, 'new', 0, FALSE, FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', NULL, NULL, FALSE, FALSE, NULL);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (1, 'stage:carla', 'beratung', FALSE, '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', 'Carla', 'beratung', TRUE);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (2, 'stage:root', 'admin', FALSE, '2026-11-22 11:00:00.000000', '2026-11-24 09:40:03.000000', 'Root', 'nutzer', TRUE);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (3, 'stage:anna', 'nutzer', FALSE, '2026-11-22 11:00:00.000000', '2026-11-24 09:40:03.000000', '', 'nutzer', TRUE);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (4, 'stage:bert', 'nutzer', FALSE, '2026-11-22 11:20:00.000000', '2026-11-24 09:40:03.000000', '', 'nutzer', TRUE);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (5, 'stage:dora', 'redaktion', FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '', 'redaktion', FALSE);
INSERT INTO persons (id, address, role, barred, first_seen, last_seen, name, given, wrote) VALUES (6, 'stage:zoe', 'nutzer', FALSE, '2026-11-24 09:40:03.000000', '2026-11-24 09:40:03.000000', '', 'nutzer', TRUE);
INSERT INTO question_copies (id, address, message, question_id, entry) VALUES (1, 'stage:anna', '3', 1, 'foerderung.hoehe');
INSERT INTO question_copies (id, address, message, question_id, entry) VALUES (2, 'stage:anna', '4', 2, '');
INSERT INTO rounds (name, made_at) VALUES ('tickets', '2026-11-24 09:40:03.000000');
INSERT INTO rounds (name, made_at) VALUES ('morning', '2026-11-24 09:40:03.000000');
INSERT INTO templates (name, text, author, changed_at) VALUES ('Frist', 'Guten Tag, zu {nummer}: bis {frist}.', 'stage:carla', '2026-11-22 11:40:03.000000');
INSERT INTO ticket_drafts (id, ticket_id, text, at) VALUES (1, 7, 'In zwei Raten.

Quelle: Familienzentren, Regierungspräsidium Kassel https://rp-kassel.hessen.de/soziales/familienzentren', '2026-11-22 11:40:03.000000');
INSERT INTO ticket_files (id, message_id, kind, name, size, channel, ref, wanted, content) VALUES (1, 12, 'Bild', 'esel.jpg', 1000, 'stage', 'ref-esel.jpg', FALSE, X'ffd8ff00e0');
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (1, 1, 'question', 'stage:anna', 'Dürfen wir im Hof Hühner halten?', '2026-11-22 11:00:00.000000', 'stage:anna', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (2, 1, 'question', 'stage:anna', 'Es sind drei;
und ''ne Ente.', '2026-11-22 11:00:00.000000', 'stage:anna', NULL, NULL, '2026-11-22 11:00:00.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (3, 2, 'question', 'stage:bert', 'Wer zahlt „unsere“ Miete? <100 %>', '2026-11-22 11:20:00.000000', 'stage:bert', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (4, 2, 'answer', 'stage:carla', 'Fragen Sie Ihre Kommune.', '2026-11-22 11:20:00.000000', 'stage:-100', NULL, NULL, '2026-11-22 11:20:00.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (5, 3, 'question', 'stage:bert', 'Gibt es Muster für den Antrag?', '2026-11-22 11:20:00.000000', 'stage:bert', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (6, 3, 'answer', 'stage:carla', 'Ja, auf der Website.', '2026-11-22 11:20:00.000000', 'stage:-100', NULL, NULL, '2026-11-22 11:20:00.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (7, 3, 'question', 'stage:bert', 'Und wo genau dort?', '2026-11-22 11:40:00.000000', 'stage:bert', NULL, NULL, '2026-11-22 11:40:00.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (8, 4, 'question', 'stage:anna', 'Wer mäht den Rasen?', '2026-11-22 11:40:00.000000', 'stage:anna', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (9, 4, 'event', 'stage:carla', 'geschlossen: geklärt', '2026-11-22 11:40:00.000000', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (10, 3, 'event', 'stage:carla', 'freigegeben', '2026-11-22 11:40:00.000000', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (11, 5, 'question', 'stage:anna', 'Dürfen Esel mit?', '2026-11-22 11:40:00.000000', 'stage:anna', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (12, 5, 'question', 'stage:anna', 'So sieht er aus.', '2026-11-22 11:40:01.500000', 'stage:anna', NULL, NULL, '2026-11-22 11:40:03.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (13, 5, 'event', 'stage:carla', 'übernommen', '2026-11-22 11:40:03.000000', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (14, 5, 'note', 'stage:carla', 'Das Veterinäramt fragen.', '2026-11-22 11:40:03.000000', 'stage:-100', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (15, 5, 'answer', 'stage:carla', 'Wie alt ist er?', '2026-11-22 11:40:03.000000', 'stage:-100', NULL, NULL, '2026-11-22 11:40:03.000000', NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (16, 6, 'question', 'stage:bert', 'Brauchen wir Geld?', '2026-11-22 11:40:03.000000', 'stage:bert', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (17, 6, 'event', 'stage:carla', 'zurückgestellt bis Mo 30.11., 09:00', '2026-11-22 11:40:03.000000', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (18, 7, 'question', 'stage:anna', 'Ich brauche Geld', '2026-11-22 11:40:03.000000', 'stage:anna', NULL, NULL, NULL, NULL, NULL);
INSERT INTO ticket_messages (id, ticket_id, kind, author, text, at, source, source_message, album, delivered_at, trouble, pieces) VALUES (19, 5, 'question', 'stage:anna', 'Wie viel?', '2026-11-24 09:40:03.000000', 'stage:anna', NULL, NULL, '2026-11-24 09:40:03.000000', NULL, NULL);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (1, 'stage:anna', '5', 1, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (2, 'stage:-100', '6', 1, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (3, 'stage:anna', '7', 1, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (4, 'stage:-100', '8', 1, 2, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (5, 'stage:bert', '10', 2, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (6, 'stage:-100', '11', 2, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (7, 'stage:bert', '12', 2, 4, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (8, 'stage:-100', '13', 2, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (9, 'stage:bert', '14', 3, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (10, 'stage:-100', '15', 3, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (11, 'stage:bert', '16', 3, 6, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (12, 'stage:-100', '17', 3, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (13, 'stage:bert', '18', 3, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (14, 'stage:-100', '19', 3, 7, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (15, 'stage:anna', '20', 4, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (16, 'stage:-100', '21', 4, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (17, 'stage:anna', '23', 4, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (18, 'stage:-100', '24', 4, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (19, 'stage:anna', '26', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (20, 'stage:-100', '27', 5, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (21, 'stage:anna', '28', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (22, 'stage:-100', '29', 5, 12, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (23, 'stage:-100', '31', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (24, 'stage:-100', '32', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (25, 'stage:anna', '33', 5, 15, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (26, 'stage:-100', '34', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (27, 'stage:bert', '35', 6, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (28, 'stage:-100', '36', 6, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (29, 'stage:-100', '38', 6, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (30, 'stage:anna', '39', 7, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (31, 'stage:-100', '40', 7, NULL, TRUE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (32, 'stage:-100', '42', 7, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (33, 'stage:-100', '43', 7, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (34, 'stage:anna', '76', 5, NULL, FALSE);
INSERT INTO ticket_posts (id, address, message, ticket_id, part, card) VALUES (35, 'stage:-100', '77', 5, 19, FALSE);
INSERT INTO ticket_topics (id, ticket_id, address, topic, title, state) VALUES (1, 3, 'stage:-100', 't1', 'FZ-2026-0003', 'offen');
INSERT INTO ticket_topics (id, ticket_id, address, topic, title, state) VALUES (2, 5, 'stage:-100', 't2', 'FZ-2026-0005', 'offen');
INSERT INTO ticket_topics (id, ticket_id, address, topic, title, state) VALUES (3, 6, 'stage:-100', 't3', 'FZ-2026-0006', 'zurückgestellt');
INSERT INTO ticket_topics (id, ticket_id, address, topic, title, state) VALUES (4, 7, 'stage:-100', 't4', 'FZ-2026-0007', 'offen');
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (1, 'stage:anna', 2, 'keine Antwort', 'offen', '2026-11-22 11:00:00.000000', '2026-11-22 11:00:00.000000', '', NULL, '2026-11-22 11:00:00.000000', '2026-11-25 08:00:00.000000', NULL, NULL, NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (2, 'stage:bert', 3, 'Wunsch nach Beratung', 'beantwortet', '2026-11-22 11:20:00.000000', '2026-11-22 11:20:00.000000', '', 'stage:carla', NULL, NULL, NULL, '2026-11-22 11:20:00.000000', NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (3, 'stage:bert', 4, 'Wunsch nach Beratung', 'offen', '2026-11-22 11:20:00.000000', '2026-11-22 11:40:00.000000', '', NULL, '2026-11-22 11:40:00.000000', '2026-11-25 08:00:00.000000', NULL, '2026-11-22 11:20:00.000000', NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (4, 'stage:anna', 5, 'Wunsch nach Beratung', 'geschlossen', '2026-11-22 11:40:00.000000', '2026-11-22 11:40:00.000000', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (5, 'stage:anna', 6, 'Wunsch nach Beratung', 'offen', '2026-11-22 11:40:00.000000', '2026-11-24 09:40:03.000000', '', NULL, '2026-11-24 09:40:03.000000', '2026-11-26 09:40:03.000000', NULL, '2026-11-22 11:40:03.000000', NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (6, 'stage:bert', 7, 'Wunsch nach Beratung', 'zurückgestellt', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '', 'stage:carla', '2026-11-22 11:40:03.000000', '2026-11-25 08:00:00.000000', '2026-11-30 08:00:00.000000', NULL, NULL, NULL, NULL, FALSE);
INSERT INTO tickets (id, asker, question_id, reason, state, opened_at, changed_at, subject, owner, waiting_since, due_at, snoozed_until, answered_at, reminded_at, warned_at, helped, alarming) VALUES (7, 'stage:anna', 8, 'Wunsch nach Beratung', 'offen', '2026-11-22 11:40:03.000000', '2026-11-22 11:40:03.000000', '', NULL, '2026-11-22 11:40:03.000000', '2026-11-25 08:00:00.000000', NULL, NULL, NULL, NULL, NULL, FALSE);
