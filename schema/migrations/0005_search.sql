-- Finding by the middle of a word. A Chinese word has its remainders from each later character on in search_word, with
-- '>' in front, so that a middle is a prefix; for the middles of codes, plates and numbers, which would have too many,
-- there is an index of trigrams. Kept by the commands with search_word, proved by the same checks.

CREATE VIRTUAL TABLE search_infix USING fts5(text, kind UNINDEXED, tokenize = 'trigram case_sensitive 1', columnsize = 0);
-- rowid is the row's id times 4, and 0 for party, 1 for vehicle, 2 for part, 3 for labour

INSERT INTO schema_mark (tbl, mark) VALUES
	('search_infix', 'derived'), ('search_infix_data', 'derived'), ('search_infix_idx', 'derived'),
	('search_infix_content', 'derived'), ('search_infix_config', 'derived');

INSERT INTO search_word (word, kind, ref_id)
WITH RECURSIVE tail (word, kind, ref_id) AS (
	SELECT substr(word, 2), kind, ref_id FROM search_word WHERE word NOT LIKE '<%' AND length(word) > 1
	UNION ALL
	SELECT substr(word, 2), kind, ref_id FROM tail WHERE length(word) > 1
)
SELECT '>' || word, kind, ref_id FROM tail WHERE unicode(word) BETWEEN 0x3400 AND 0x9FFF ON CONFLICT DO NOTHING;

INSERT INTO search_infix (rowid, text, kind)
SELECT id * 4, concat, kind FROM (
	SELECT id, kind, trim(fold(name) || ' ' || ifnull(fold(phone), '') || ' ' || ifnull(fold(contact), '') || ' ' ||
		ifnull(fold(tax_no), '')) AS concat FROM party)
WHERE concat <> '';
INSERT INTO search_infix (rowid, text, kind)
SELECT id * 4 + 1, fold(plate) || ' ' || ifnull(fold(vin), '') || ' ' || ifnull(fold(engine_no), ''), 'vehicle' FROM vehicle;
INSERT INTO search_infix (rowid, text, kind)
SELECT id * 4 + 2, fold(code) || ' ' || fold(name) || ' ' || ifnull(fold(barcode), '') || ' ' || ifnull(fold(maker_no), ''),
	'part' FROM part;
INSERT INTO search_infix (rowid, text, kind) SELECT id * 4 + 3, fold(code) || ' ' || fold(name), 'labour' FROM labour;
