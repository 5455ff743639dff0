-- What stood open of each bill at the end of a day is its amount less the allocations until then; a bill that is reversed
-- stands until the day it was.
CREATE VIEW bill_stood AS
SELECT b.id, b.party_id, b.due_on, b.amount, d.id AS document_id, d.number, d.day, r.day AS gone_on
FROM bill b
JOIN document d ON d.id = b.document_id
LEFT JOIN document r ON r.reverses_id = d.id;
