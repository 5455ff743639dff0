-- title:  Payables
-- rule:   The balance of the party in the account of payables: what is open of its deliveries, invoices and freight.
-- group:  Money
-- key:    party id
-- id:     id
-- names:  party phone
-- label:  party
-- order:  party | -owed
-- col:    party      text   20  "Party"  find
-- col:    phone      phone  13  "Phone"  find drop=80
-- col:    owed       money  12  "We owe"    sum explain=open_payables.open
-- col:    due        money  12  "Due"       sum explain=open_payables
-- col:    oldest_due_on  date  10  "Oldest due"
-- col:    ahead      money  12  "Paid in advance"  sum explain=supplier_statement drop=80
-- col:    estimated  money  12  "Not invoiced"     sum explain=supplier_statement drop=90
-- hide:   id int
-- hide:   supplier_id int
-- right:  cost.see
-- watch:  party_balance payable_open
SELECT p.id, p.id AS supplier_id, p.name AS party, p.phone,
	-ifnull((SELECT a.amount FROM party_balance a WHERE a.party_id = p.id AND a.account_id = 9), 0) AS owed,
	ifnull((SELECT sum(o.amount) FROM payable_open o WHERE o.party_id = p.id AND o.due_on <= :today), 0) AS due,
	(SELECT min(o.due_on) FROM payable_open o WHERE o.party_id = p.id AND o.amount > 0) AS oldest_due_on,
	ifnull((SELECT a.amount FROM party_balance a WHERE a.party_id = p.id AND a.account_id = 45), 0) AS ahead,
	-ifnull((SELECT a.amount FROM party_balance a WHERE a.party_id = p.id AND a.account_id = 10), 0) AS estimated
FROM party p
WHERE EXISTS (SELECT 1 FROM party_balance b WHERE b.party_id = p.id AND b.account_id IN (9, 10, 45) AND b.amount <> 0)
