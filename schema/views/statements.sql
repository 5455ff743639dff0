-- title:  Statements of account
-- group:  Money
-- key:    id
-- id:     id
-- names:  number
-- label:  party
-- order:  -id
-- param:  party  ref:parties  filter=party_id
-- col:    number    code   14  "Number"  find
-- col:    party     text   18  "Party"   find
-- col:    from_on   date   10  "First day"
-- col:    until_on  date   10  "Last day"
-- col:    opening   money  14  "Balance before"  drop=100
-- col:    charged   money  11  "Charged"  drop=100
-- col:    paid      money  11  "Paid"     drop=100
-- col:    closing   money  15  "Closing balance"  explain=statement_lines
-- col:    to_agree  int     8  "To agree"
-- hide:   id int
-- hide:   statement int
-- hide:   party_id int
-- watch:  statement reconciled
-- desk
SELECT s.id, s.id AS statement, s.party_id, d.number, p.name AS party, s.from_on, s.until_on, s.opening, s.charged, s.paid, s.closing,
	(SELECT count(DISTINCT e.id) FROM statement_of o JOIN entry_line l ON l.party_id = o.party_id JOIN entry e ON e.id = l.entry_id
		JOIN statement_account a ON a.account_id = l.account_id AND a.supplier = (p.kind = 'supplier')
		JOIN document m ON m.id = e.document_id
		WHERE o.statement_id = s.id AND e.day BETWEEN s.from_on AND s.until_on
			-- what was moved between parties that are one is no line
			AND (m.kind_id NOT IN (50, 51) OR (SELECT sum(x.amount) FROM entry_line x JOIN statement_of y ON y.party_id = x.party_id
				WHERE y.statement_id = s.id AND x.entry_id = e.id AND x.account_id = a.account_id) <> 0)
			AND NOT EXISTS (SELECT 1 FROM reconciled c WHERE c.party_id = l.party_id AND c.document_id = e.document_id)) AS to_agree
FROM statement s
LEFT JOIN document d ON d.id = s.id
LEFT JOIN party p ON p.id = s.party_id
