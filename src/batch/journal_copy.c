/* journal_copy.c - appending the journal to a file that lies elsewhere. */
#include "batch/journal_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "batch/export.h"
#include "batch/outfile.h"
#include "db/view.h"

#define NAME      "journal.jsonl"
#define TAIL_MOST (4 * 1024 * 1024) /* bytes of the longest line that is looked for at the end */

struct copying {
	const struct view *view;
	FILE *out;
	struct str line;
	int64_t rows;
	const char *hash; /* of the last row in the file, "" for none: the first row read must have it */
	int64_t last;
	bool follows;
};

/* The end of the file behind its last whole line; what follows was cut off and goes. */
static bool tail_cut(int fd, struct str *ret_last, struct err *e)
{
	off_t size = lseek(fd, 0, SEEK_END), from = size > TAIL_MOST ? size - TAIL_MOST : 0;
	size_t room = (size_t)(size - from), n = 0, end, begin;
	char *buf = xmalloc(room + 1);
	ssize_t got = 1;

	while (n < room && (got = pread(fd, buf + n, room - n, from + (off_t)n)) > 0)
		n += (size_t)got;
	for (end = n; end > 0 && buf[end - 1] != '\n'; end--)
		;
	for (begin = end ? end - 1 : 0; begin > 0 && buf[begin - 1] != '\n'; begin--)
		;
	if (end > begin)
		str_addn(ret_last, buf + begin, end - 1 - begin);
	free(buf);
	if (got >= 0 && (from == 0 || end > 0) && ftruncate(fd, from + (off_t)end) == 0 &&
	    lseek(fd, 0, SEEK_END) >= 0)
		return true;
	return err_set(e, ERR_IO, N_("The file %s cannot be gone on with: %s"), NAME,
		       err_reason(e->lang, errno));
}

/* "seq":17 and "hash":"ab..." of our own line; false for a line that is not one. */
static bool line_parts(const char *line, int64_t *ret_seq, struct arena *a, const char **ret_hash)
{
	static const char head[] = "{\"seq\":", mark[] = "\"hash\":\"";
	const char *hash = strstr(line, mark);

	if (strncmp(line, head, sizeof head - 1) != 0 || !hash)
		return false;
	hash += sizeof mark - 1;
	*ret_seq = strtoll(line + sizeof head - 1, NULL, 10);
	*ret_hash = arena_strndup(a, hash, strcspn(hash, "\""));
	return *ret_seq > 0;
}

static void member(struct copying *c, const struct view_row *row, const char *name)
{
	int at = view_col_index(c->view, name);
	const struct view_val *v = &row->val[at];

	if (v->text)
		json_add_text(&c->line, name, v->null ? NULL : v->s);
	else if (v->null)
		json_add_text(&c->line, name, NULL);
	else
		json_add_int(&c->line, name, v->i);
}

static void raw_member(struct copying *c, const struct view_row *row, const char *name)
{
	json_key(&c->line, name);
	str_add(&c->line, row->val[view_col_index(c->view, name)].s);
}

static bool row_copy(void *arg, const struct view_row *row)
{
	static const char *const plain[] = { "seq",     "hash",    "at",       "mono",  "day",  "request",
					     "command", "user_id", "terminal", "store", "epoch" };
	struct copying *c = arg;
	int64_t seq = row->val[view_col_index(c->view, "seq")].i;

	if (seq == c->last) { /* the row that the file ends with */
		c->follows = !strcmp(row->val[view_col_index(c->view, "hash")].s, c->hash);
		return c->follows;
	}
	if (!c->follows)
		return false;
	str_clear(&c->line);
	str_addc(&c->line, '{');
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		member(c, row, plain[i]);
	raw_member(c, row, "answer");
	raw_member(c, row, "changes");
	fprintf(c->out, "%s}\n", str_get(&c->line));
	c->rows++;
	return !ferror(c->out);
}

static bool rows_copy(struct copying *c, struct ctx *ctx, struct err *e)
{
	struct view_arg after = { .name = "after", .i = c->last ? c->last - 1 : 0 };
	struct view_query q = { .view = c->view, .args = &after, .n_args = 1 };
	struct view_who who;

	session_who(ctx, &who);
	if (!export_may(ctx, c->view, e) || !view_each(ctx->db, &q, &who, row_copy, c, e))
		return false;
	if (!c->follows)
		return err_set(
		    e, ERR_NO,
		    N_("The journal does not go on from row %lld of %s: the shop file is another one, was "
		       "restored, or was changed by hand. Keep the file and begin a new one"),
		    (long long)c->last, NAME);
	if (fflush(c->out) != 0 || fsync(fileno(c->out)) != 0)
		return err_set(e, ERR_IO, N_("Writing failed. Is the disk full?"));
	return true;
}

static bool copy_into(struct copying *c, int fd, struct ctx *ctx, struct err *e)
{
	struct str last = { 0 };
	bool ok = tail_cut(fd, &last, e);

	c->hash = "";
	c->follows = last.len == 0;
	if (ok && last.len && !line_parts(str_get(&last), &c->last, ctx->arena, &c->hash))
		ok = err_set(e, ERR_NO, N_("%s is no copy of a journal. Name another folder"), NAME);
	str_free(&last);
	c->out = ok ? fdopen(fd, "a") : NULL;
	if (!c->out) {
		close(fd);
		return ok && err_set(e, ERR_IO, N_("Writing failed. Is the disk full?"));
	}
	ok = rows_copy(c, ctx, e);
	fclose(c->out);
	return ok;
}

bool journal_copy(struct session *s, const char *dir, int64_t *ret_rows, struct err *e)
{
	struct copying c = { .view = view_find("journal_export") };
	struct arena *a = arena_new();
	int at = outfile_dir(dir, e), fd = -1;
	struct ctx ctx;
	bool ok = false;

	session_ctx(s, a, NULL, &ctx);
	if (at >= 0)
		fd = openat(at, NAME, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (at >= 0 && fd < 0)
		err_set(e, ERR_CREATE, N_("“%s” cannot be made. Check the folder and your rights in it"),
			NAME);
	if (fd >= 0)
		ok = copy_into(&c, fd, &ctx, e) && fsync(at) == 0;
	if (at >= 0)
		close(at);
	str_free(&c.line);
	arena_free(a);
	*ret_rows = c.rows;
	return ok;
}
