-- title:  Payers of a work order
-- key:    party
-- order:  party
-- param:  job  ref:jobs  required
-- col:    party     text  20  "Payer"
-- col:    amount    money 11  "His lines"  sum
-- col:    share     rate   8  "Share"
-- col:    excess    money 10  "Excess"
-- col:    claim_no  text  14  "Claim number"
-- col:    po_no     text  14  "Order number"  drop=90
-- watch:  job_line payer_share
SELECT y.name AS party, sum(l.amount) AS amount, p.share, p.excess, p.claim_no, p.po_no
FROM job j
JOIN job_line l ON l.job_id = j.id AND l.state = 'on'
JOIN party y ON y.id = ifnull(l.payer_id, j.payer_id)
LEFT JOIN payer_share p ON p.job_id = j.id AND p.party_id = y.id
WHERE j.id = :job
GROUP BY y.id
