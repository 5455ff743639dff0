-- Expenses and other income by category, without the tax in them.
CREATE VIEW expense_move AS
SELECT d.id AS document_id, d.day, e.category_id, e.amount - e.tax AS amount, 1 AS papers
FROM document d JOIN expense e ON e.id = d.id WHERE d.kind_id IN (107, 108)
UNION ALL
SELECT d.id, d.day, e.category_id, e.tax - e.amount, -1 FROM document d JOIN expense e ON e.id = d.reverses_id WHERE d.kind_id = 12;
