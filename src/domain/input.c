/* input.c - understanding raw input by a command's table of fields. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "base/plate.h"
#include "base/text.h"
#include "domain/command.h"
#include "domain/search.h"

struct reading {
	struct ctx *ctx;
	struct view_who who;
	bool partial;
	const struct field *table; /* what is being read, and what was read so far */
	const void *in;
	struct reading *outer; /* of a row: the input around it */
	const char *group;     /* the group's name inside a row, "" outside */
	int line;
	struct err *e;
};

bool input_given(const struct input *in, size_t offset)
{
	return in->given[offset / 512] >> (offset / 8 % 64) & 1;
}

static void input_mark(struct input *in, size_t offset)
{
	in->given[offset / 512] |= UINT64_C(1) << (offset / 8 % 64);
}

/* The input's name as errors give it: "qty", or "lines.qty" inside a group. */
static const char *field_path(struct reading *r, const struct field *f)
{
	return *r->group ? arena_printf(r->ctx->arena, "%s.%s", r->group, f->name) : f->name;
}

static bool field_fault(struct reading *r)
{
	r->e->line = r->line;
	return false;
}

/* ---- texts ---- */

const struct choice *field_choices(const struct field *f, struct db *db, struct arena *a, bool offered)
{
	return f->listed && db ? f->listed(db, a, offered) : f->choices;
}

static const struct choice *choice_named(const struct reading *r, const struct field *f, const char *value)
{
	const struct choice *c = field_choices(f, r->ctx->db, r->ctx->arena, false);

	for (int i = 1; c->code; c++, i++) {
		char digit[12];

		snprintf(digit, sizeof digit, "%d", i);
		if (!strcmp(value, c->code) || (f->listed && !strcasecmp(value, c->code)) ||
		    !strcmp(value, tr(r->ctx->lang, c->title)) || !strcmp(value, digit))
			return c;
	}
	return NULL;
}

static const char *choices_list(struct reading *r, const struct field *f)
{
	struct str s = { 0 };
	const char *all;

	for (const struct choice *c = field_choices(f, r->ctx->db, r->ctx->arena, true); c->code; c++)
		str_addf(&s, "%s%s", s.len ? ", " : "", c->code);
	all = arena_strdup(r->ctx->arena, str_get(&s));
	str_free(&s);
	return all;
}

static bool vin_check(struct reading *r, const struct field *f, const char *vin)
{
	size_t n = strlen(vin);

	if (n != 17)
		return err_field(r->e, field_path(r, f), N_("A VIN has 17 characters, “%s” has %zu"), vin, n);
	if (strpbrk(vin, "IOQ"))
		return err_field(r->e, field_path(r, f),
				 N_("A VIN has no letter I, O or Q: write 1 or 0 in “%s”"), vin);
	for (const char *p = vin; *p; p++)
		if (!(*p >= '0' && *p <= '9') && !(*p >= 'A' && *p <= 'Z'))
			return err_field(r->e, field_path(r, f),
					 N_("A VIN has only letters and digits; look at “%s” again"), vin);
	return true;
}

static bool phone_check(struct reading *r, const struct field *f, const char *phone)
{
	size_t digits = 0;

	for (const char *p = phone; *p; p++) {
		digits += *p >= '0' && *p <= '9';
		if (!(*p >= '0' && *p <= '9') && *p != '+')
			return err_field(r->e, field_path(r, f),
					 N_("“%s” is not a phone number; write its digits only"), phone);
	}
	if (digits < 5 || digits > 20)
		return err_field(r->e, field_path(r, f),
				 N_("“%s” is not a phone number; it needs 5 to 20 digits"), phone);
	return true;
}

/* Blanks, dots and dashes that people put into phone numbers and plates. */
static char *squeeze(struct arena *a, const char *s)
{
	char *p = arena_strdup(a, s), *to = p;

	for (const char *from = p; *from; from++)
		if (*from != ' ' && *from != '-' && *from != '.' && *from != '(' && *from != ')' &&
		    *from != '/')
			*to++ = *from;
	*to = '\0';
	return p;
}

static bool plate_check(struct reading *r, const struct field *f, const char *plate)
{
	int n = 0;

	for (const char *p = plate; *p; p++)
		n += ((unsigned char)*p & 0xc0) != 0x80;
	if (n < 4 || n > 10)
		return err_field(r->e, field_path(r, f),
				 N_("“%s” is not a number plate; write it like 鄂A12345"), plate);
	return true;
}

static bool text_limits(struct reading *r, const struct field *f, const char *value)
{
	size_t most = f->max ? (size_t)f->max : f->type == VT_AREA ? 2000 : 200;

	return text_check(value, strlen(value), most, f->type == VT_AREA, field_path(r, f), r->e);
}

static bool read_text(struct reading *r, const struct field *f, const char *value, const char **ret)
{
	struct arena *a = r->ctx->arena;
	const struct choice *c;

	if (f->type == VT_SECRET) {
		*ret = value;
		return text_limits(r, f, value);
	}
	if (!text_limits(r, f, value))
		return false;
	switch ((int)f->type) {
	case VT_CHOICE:
		c = choice_named(r, f, value);
		if (!c)
			return err_field(r->e, field_path(r, f), N_("“%s” is not one of: %s"), value,
					 choices_list(r, f));
		*ret = c->code;
		return true;
	case VT_CODE:
		*ret = text_fold_code(a, value);
		break;
	case VT_PLATE:
		*ret = plate_fold(a, squeeze(a, text_fold_code(a, value)));
		return plate_check(r, f, *ret);
	case VT_VIN:
		*ret = squeeze(a, text_fold_code(a, value));
		return vin_check(r, f, *ret);
	case VT_PHONE:
		*ret = squeeze(a, text_fold_code(a, value));
		return phone_check(r, f, *ret);
	default:
		*ret = text_fold_free(a, value);
	}
	return true;
}

/* ---- numbers ---- */

static const struct field *table_field(const struct field *table, const char *name);

/* The row that a view's required parameter names, where the same input has it: the work order of a line. */
static bool ref_owner(struct reading *r, const struct view *v, struct view_arg *ret)
{
	for (size_t i = 0; i < v->n_params; i++) {
		const struct field *f = table_field(r->table, v->params[i].name);

		if (!v->params[i].required || !f || f->type != VT_REF || !input_given(r->in, f->offset))
			continue;
		*ret = (struct view_arg){ .name = f->name };
		memcpy(&ret->i, (const char *)r->in + f->offset, sizeof ret->i);
		return true;
	}
	return r->outer && ref_owner(r->outer, v, ret); /* of a row: the input around it */
}

/* A reference among the rows of one owner, by number or id: line 2 of the work order. */
static bool ref_within(struct reading *r, const struct view *v, const struct view_arg *owner,
		       const char *value, int64_t *ret)
{
	struct arena *a = r->ctx->arena;
	struct view_query q = { .view = v, .args = owner, .n_args = 1, .n_conds = 1 };
	struct view_cond cond = { .col = *value == '#' ? v->id : v->names[0], .op = OP_EQ };
	struct view_row *row;
	size_t n;

	if (!int_parse(value + (*value == '#'), "", 1, INT64_MAX, &cond.from, r->e))
		return false;
	q.conds = &cond;
	if (!view_page(r->ctx->db, &q, &r->who, NULL, false, 1, a, &row, &n, r->e))
		return false;
	if (n == 0)
		return err_set(r->e, ERR_NO, N_("%s: there is no number %s"), tr(r->ctx->lang, v->title),
			       value);
	*ret = row[0].val[view_col_index(v, v->id)].i;
	return true;
}

/* A row that has the text as one of its words, such as the initials of its name, where no other of the view has it. */
static bool ref_by_word(struct reading *r, const struct view *v, const char *value, int64_t *ret)
{
	static const char *const kinds[][2] = { { "customers", "customer" }, { "insurers", "insurer" },
						{ "labour", "labour" },      { "parts", "part" },
						{ "suppliers", "supplier" }, { "vehicles", "vehicle" } };
	int64_t id[8];
	size_t found = 0, there = 0;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds && !found; k++)
		if (!strcmp(v->name, kinds[k][0]))
			found = search_exact(r->ctx->db, r->ctx->arena, value, kinds[k][1], 8, id);
	for (size_t i = 0; i < found && found < 8; i++) {
		if (view_ref_label(r->ctx->db, v, id[i], &r->who, r->ctx->arena)) {
			*ret = id[i];
			there++;
		}
	}
	return there == 1;
}

static bool read_ref(struct reading *r, const struct field *f, const char *value, int64_t *ret)
{
	const struct view *v = view_find(f->view);
	struct err e = { .lang = r->e->lang };
	struct view_arg owner;
	char digits[24];

	if (!v)
		return err_set(r->e, ERR_FAULT, N_("Field %s names a view that does not exist: %s"), f->name,
			       f->view);
	if (ref_owner(r, v, &owner)) {
		if (ref_within(r, v, &owner, value, ret))
			return true;
		snprintf(r->e->field, sizeof r->e->field, "%s", field_path(r, f));
		return false;
	}
	if (value[0] == '#' && value[1]) {
		if (!int_parse(value + 1, field_path(r, f), 1, INT64_MAX, ret, r->e))
			return false;
		snprintf(digits, sizeof digits, "%" PRId64, *ret);
		if (view_ref_label(r->ctx->db, v, *ret, &r->who, r->ctx->arena))
			return true;
		return err_field(r->e, field_path(r, f), N_("%s: there is no number %s"),
				 tr(r->ctx->lang, v->title), digits);
	}
	if (view_ref(r->ctx->db, v, value, &r->who, ret, &e) || ref_by_word(r, v, value, ret))
		return true;
	*r->e = e;
	snprintf(r->e->field, sizeof r->e->field, "%s", field_path(r, f));
	return false;
}

static bool read_number(struct reading *r, const struct field *f, const char *value, int64_t *ret)
{
	const char *path = field_path(r, f);
	enum date_lean lean = (enum date_lean)f->lean;

	switch ((int)f->type) {
	case VT_MONEY:
		return calc_wanted(value) ? calc_eval(value, 2, ret, r->e)
					  : money_parse(value, path, ret, r->e);
	case VT_QTY:
		return calc_wanted(value) ? calc_eval(value, 3, ret, r->e)
					  : qty_parse(value, path, ret, r->e);
	case VT_RATE:
		return rate_parse(value, path, ret, r->e);
	case VT_DATE:
		return date_parse(value, r->ctx->today, lean, path, ret, r->e);
	case VT_TIME:
		return time_parse(value, r->ctx->now, r->ctx->offset_minutes, lean, path, ret, r->e);
	case VT_BOOL:
		return bool_parse(value, path, ret, r->e);
	case VT_REF:
		return read_ref(r, f, value, ret);
	default:
		return int_parse(value, path, f->min || f->max ? f->min : INT64_MIN,
				 f->min || f->max ? f->max : INT64_MAX, ret, r->e);
	}
}

static const char *number_text(struct reading *r, const struct field *f, int64_t v)
{
	if (f->type == VT_MONEY)
		return money_plain(r->ctx->arena, v);
	if (f->type == VT_QTY)
		return qty_text(r->ctx->arena, v);
	return arena_printf(r->ctx->arena, "%" PRId64, v);
}

static bool number_limits(struct reading *r, const struct field *f, int64_t v)
{
	const char *path = field_path(r, f), *label = tr(r->ctx->lang, f->label);

	if ((!f->min && !f->max) || f->type == VT_REF || f->type == VT_DATE || f->type == VT_TIME)
		return true;
	if (v < f->min)
		return err_field(r->e, path, N_("%s must be at least %s"), label, number_text(r, f, f->min));
	if (f->max && v > f->max)
		return err_field(r->e, path, N_("%s must be at most %s"), label, number_text(r, f, f->max));
	return true;
}

/* ---- fields and groups ---- */

static bool read_all(struct reading *r, const struct field *table, const struct args *args, void *in);

static bool read_lines(struct reading *r, const struct field *f, const struct args *args, void *member)
{
	struct lines *lines = member;
	size_t n = args_lines(args, f->name);
	struct reading row = *r;

	if (n > f->max_lines)
		return err_field(r->e, f->name, N_("%s: at most %d rows"), tr(r->ctx->lang, f->label),
				 (int)f->max_lines);
	lines->n = n;
	lines->row = arena_alloc(r->ctx->arena, n * f->line_size);
	row.group = f->name;
	row.outer = r;
	for (size_t i = 0; i < n; i++) {
		row.line = (int)i + 1;
		if (!read_all(&row, f->line, args_line(args, f->name, i),
			      (char *)lines->row + i * f->line_size))
			return field_fault(&row);
	}
	return true;
}

static bool read_value(struct reading *r, const struct field *f, const char *value, void *member)
{
	int64_t number;

	if (f->type <= VT_SECRET)
		return read_text(r, f, value, member);
	if (!read_number(r, f, value, &number)) {
		if (!*r->e->field)
			snprintf(r->e->field, sizeof r->e->field, "%s", field_path(r, f));
		return false;
	}
	memcpy(member, &number, sizeof number);
	return number_limits(r, f, number);
}

static bool read_field(struct reading *r, const struct field *f, const struct args *args, void *in)
{
	void *member = (char *)in + f->offset;
	const char *value = args_get(args, f->name);

	if (f->type == VT_LINES) {
		if (!args_lines(args, f->name))
			return value ? err_field(r->e, f->name, N_("%s is a list of rows"), f->name) : true;
		input_mark(in, f->offset);
		return read_lines(r, f, args, member);
	}
	if (!value)
		return true;
	if (f->right && !may_right(r->ctx, f->right))
		return err_set(r->e, ERR_DENIED, N_("You may not give “%s”: ask for the right %s"),
			       tr(r->ctx->lang, f->label), f->right);
	input_mark(in, f->offset);
	return read_value(r, f, value, member);
}

static const struct field *table_field(const struct field *table, const char *name)
{
	for (const struct field *f = table; f && f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}

static bool names_known(struct reading *r, const struct field *table, const struct args *args)
{
	const char *name;

	for (size_t i = 0; (name = args_name(args, i)); i++)
		if (!table_field(table, name) && strcmp(name, command_remark.name) != 0)
			return err_set(r->e, ERR_USAGE,
				       N_("There is no input “%s” here. “workbay commands NAME” lists them"),
				       name);
	return true;
}

static bool required_given(struct reading *r, const struct field *table, const void *in)
{
	for (const struct field *f = table; f->name; f++)
		if (f->flags & REQUIRED_ && !input_given(in, f->offset))
			return err_field(r->e, field_path(r, f), N_("%s is needed"),
					 tr(r->ctx->lang, f->label));
	return true;
}

static bool read_all(struct reading *r, const struct field *table, const struct args *args, void *in)
{
	r->table = table;
	r->in = in;
	if (!names_known(r, table, args))
		return false;
	for (const struct field *f = table; f->name; f++)
		if (!read_field(r, f, args, in))
			return false;
	return r->partial || required_given(r, table, in);
}

bool input_read(struct ctx *ctx, const struct command *c, const struct args *args, bool partial,
		void **ret_in, struct err *e)
{
	struct reading r = { .ctx = ctx, .partial = partial, .group = "", .e = e };

	session_who(ctx, &r.who);
	*ret_in = arena_alloc(ctx->arena, c->size);
	return read_all(&r, c->input, args, *ret_in);
}

bool input_takes(struct ctx *ctx, const struct field *f, const char *value, struct err *e)
{
	struct reading r = { .ctx = ctx, .partial = true, .group = "", .e = e };
	int64_t member[1];

	_Static_assert(sizeof member >= sizeof(const char *), "a member is a number or a text");
	session_who(ctx, &r.who);
	return read_value(&r, f, value, member);
}

const struct field command_remark = { .name = "remark", .label = N_("Remark"), .type = VT_TEXT, .max = 200 };

const struct field *command_field(const struct command *c, const char *name)
{
	return table_field(c->input, name);
}
