-- title:  Receivables
-- rule:   The balance of the party in the account of receivables: its open bills.
-- group:  Money
-- key:    party id
-- id:     id
-- names:  party phone
-- label:  party
-- order:  party | -owes
-- col:    party    text   20  "Party"  find
-- col:    phone    phone  13  "Phone"  find drop=60
-- col:    owes     money  12  "Owes"      sum explain=open_bills.open
-- col:    advance  money  12  "Advance"   sum explain=advance_receipts
-- col:    oldest_due_on  date  10  "Oldest due"
-- col:    credit_limit   money 12  "Limit"  drop=80
-- hide:   id int
-- hide:   day int
-- hide:   day_to int
-- watch:  party_balance bill_open
SELECT p.id, 0 AS day, 99999 AS day_to, p.name AS party, p.phone, b.amount AS owes,
	-ifnull((SELECT a.amount FROM party_balance a WHERE a.party_id = p.id AND a.account_id = 11), 0) AS advance,
	(SELECT min(o.due_on) FROM bill_open o WHERE o.party_id = p.id) AS oldest_due_on, p.credit_limit
FROM party_balance b JOIN party p ON p.id = b.party_id
WHERE b.account_id = 6 AND b.amount <> 0
