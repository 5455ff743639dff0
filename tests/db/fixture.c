/* fixture.c - a question to the view of goods. */
#include "tests/db/fixture.h"

struct fixture *fixture_begin(int n)
{
	static struct fixture f;

	f = (struct fixture){
		.db = goods_open(), .a = arena_new(), .who = goods_who(), .goods = view_find("goods")
	};
	f.q.view = f.goods;
	goods_fill(f.db, n);
	return &f;
}

void fixture_end(struct fixture *f)
{
	arena_free(f->a);
	goods_close(f->db);
}

const char *code_of(const struct view_row *row)
{
	return row->val[0].s;
}

size_t fixture_page(struct fixture *f, const struct view_row *from, bool back, size_t limit,
		    struct view_row **ret)
{
	size_t n = 0;

	if (!view_page(f->db, &f->q, &f->who, from, back, limit, f->a, ret, &n, &f->e))
		fail_msg("%s", f->e.text);
	return n;
}

int64_t fixture_count(struct fixture *f)
{
	int64_t rows = -1, sums[64];

	if (!view_totals(f->db, &f->q, &f->who, &rows, sums, &f->e))
		fail_msg("%s", f->e.text);
	return rows;
}
