-- title:  Account of a payer
-- rule:   The balance of the payer in the accounts of receivables and of advances received.
-- key:    id
-- id:     id
-- param:  party  ref:parties  filter=id  required
-- col:    number   text  20  "Payer"
-- col:    phone    phone 13  "Phone"
-- col:    owes     money 12  "Owes"  explain=open_bills.open
-- col:    advance  money 12  "Advance"  explain=advance_receipts
-- col:    bills    int    5  "Open bills"
-- col:    credit_limit  money 12  "Limit"
-- col:    left     money 12  "Still free"
-- col:    oldest   date  10  "Oldest due"
-- col:    overdue  int    6  "Days overdue"
-- hide:   id int
-- hide:   day int
-- hide:   day_to int
SELECT p.id, 0 AS day, 99999 AS day_to, p.name AS number, p.phone, ifnull((SELECT b.amount FROM party_balance b WHERE b.party_id = p.id AND b.account_id = 6), 0) AS owes,
	-ifnull((SELECT a.amount FROM party_balance a WHERE a.party_id = p.id AND a.account_id = 11), 0) AS advance,
	(SELECT count(*) FROM bill_open o WHERE o.party_id = p.id) AS bills, p.credit_limit,
	p.credit_limit - ifnull((SELECT b.amount FROM party_balance b WHERE b.party_id = p.id AND b.account_id = 6), 0) AS left,
	(SELECT min(o.due_on) FROM bill_open o WHERE o.party_id = p.id) AS oldest,
	max(:today - (SELECT min(o.due_on) FROM bill_open o WHERE o.party_id = p.id), 0) AS overdue
FROM party p
