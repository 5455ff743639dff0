-- What we owe by document, as bill_stood has what we are owed.
CREATE VIEW payable_stood AS
SELECT b.id, b.party_id, b.due_on, b.amount, d.id AS document_id, d.number, d.day, r.day AS gone_on
FROM payable b
JOIN document d ON d.id = b.document_id
LEFT JOIN document r ON r.reverses_id = d.id;
