/* demo_consign.c - what lies on the shelves of the demo shop besides its own goods: a supplier's, and a batch that was
 * called back. */
#include "batch/demo_private.h"
#include "db/db.h"

#define CONSIGNER 3 /* of the suppliers */

static bool sell(struct demo *d, const char *part, const char *qty, const char *amount)
{
	struct args *args = demo_args(d, NULL), *line = args_add_line(args, "lines"), *pay;

	args_set(line, "part", part);
	args_set(line, "qty", qty);
	pay = args_add_line(args, "pay");
	args_set(pay, "method", "cash");
	args_set(pay, "amount", amount);
	return demo_do(d, "li", "sale.post", args);
}

/* Goods that belong to their supplier until they are sold: some were. */
static bool consigned(struct demo *d)
{
	struct args *args, *line;

	if (!demo_do(d, "zhao", "part.add",
		     demo_args(d, "code", "JHQ-01", "name", "车载空气净化器", "price", "268", "unit", "台",
			       "category", "用品", "bin", "展示柜", NULL)) ||
	    !demo_do(d, "zhao", "part.add",
		     demo_args(d, "code", "JLY-01", "name", "行车记录仪", "price", "399", "unit", "台",
			       "category", "用品", "bin", "展示柜", NULL)))
		return false;
	args = demo_args(d, "supplier", demo_id(d, d->supplier[CONSIGNER]), "original_no", "DX-0071", NULL);
	line = args_add_line(args, "lines");
	args_set(line, "part", "JHQ-01");
	args_set(line, "qty", "12");
	args_set(line, "cost", "150");
	line = args_add_line(args, "lines");
	args_set(line, "part", "JLY-01");
	args_set(line, "qty", "6");
	args_set(line, "cost", "230");
	return demo_do(d, "zhao", "consign.receive", args) && sell(d, "JHQ-01", "2", "536") &&
	       sell(d, "JLY-01", "1", "399");
}

/* The maker calls back what of a batch is still there. */
static bool called_back(struct demo *d)
{
	int64_t batch =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT s.batch_id FROM batch_stock s JOIN batch b ON b.id = s.batch_id "
		       "WHERE s.qty > 0 AND b.number <> '' AND EXISTS (SELECT 1 FROM batch_move m "
		       "WHERE m.batch_id = b.id AND m.qty < 0) ORDER BY b.id LIMIT 1"),
		   NULL, 0);

	return !batch ||
	       demo_do(d, "zhao", "stock.batch",
		       demo_args(d, "batch", demo_id(d, batch), "stop", "厂家召回：灌装污染", NULL));
}

bool demo_consign(struct demo *d)
{
	return consigned(d) && called_back(d);
}
