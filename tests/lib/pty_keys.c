/* pty_keys.c - keys by name: terminfo's sequence where there is one, xterm's where there is none. */
#include "tests/lib/pty_keys.h"

#include <curses.h>
#include <string.h>
#include <term.h>

struct key_name {
	const char *name, *cap,
	    *xterm; /* cap: terminfo's name, NULL for keys that send the same everywhere */
};

static const struct key_name key_names[] = {
	{ "Enter", NULL, "\r" },       { "Esc", NULL, "\033" },         { "Tab", NULL, "\t" },
	{ "Space", NULL, " " },        { "BackTab", "kcbt", "\033[Z" }, { "Backspace", "kbs", "\177" },
	{ "Del", "kdch1", "\033[3~" }, { "Ins", "kich1", "\033[2~" },   { "Up", "kcuu1", "\033OA" },
	{ "Down", "kcud1", "\033OB" }, { "Right", "kcuf1", "\033OC" },  { "Left", "kcub1", "\033OD" },
	{ "Home", "khome", "\033OH" }, { "End", "kend", "\033OF" },     { "PgUp", "kpp", "\033[5~" },
	{ "PgDn", "knp", "\033[6~" },  { "F1", "kf1", "\033OP" },       { "F2", "kf2", "\033OQ" },
	{ "F3", "kf3", "\033OR" },     { "F4", "kf4", "\033OS" },       { "F5", "kf5", "\033[15~" },
	{ "F6", "kf6", "\033[17~" },   { "F7", "kf7", "\033[18~" },     { "F8", "kf8", "\033[19~" },
	{ "F9", "kf9", "\033[20~" },   { "F10", "kf10", "\033[21~" },   { "F11", "kf11", "\033[23~" },
	{ "F12", "kf12", "\033[24~" },
};

static size_t copy(const char *s, char ret[32])
{
	size_t n = strlen(s);

	if (n >= 32)
		return 0;
	memcpy(ret, s, n + 1);
	return n;
}

static size_t from_terminfo(const char *term, const char *cap, char ret[32])
{
	int why;
	size_t n = 0;
	char *seq;

	if (setupterm(term, 1, &why) != OK)
		return 0;
	seq = tigetstr(cap);
	if (seq && seq != (char *)-1)
		n = copy(seq, ret);
	del_curterm(cur_term);
	return n;
}

size_t pty_key_bytes(const char *term, const char *name, char ret[32])
{
	if (name[0] == '^' && name[1] && !name[2]) {
		ret[0] = (char)(name[1] & 0x1f);
		return 1;
	}
	if (strncmp(name, "M-", 2) == 0 && name[2] && !name[3]) {
		ret[0] = '\033';
		ret[1] = name[2];
		return 2;
	}
	for (size_t i = 0; i < sizeof(key_names) / sizeof(*key_names); i++) {
		const struct key_name *k = &key_names[i];
		size_t n = 0;

		if (strcmp(k->name, name) != 0)
			continue;
		if (k->cap)
			n = from_terminfo(term, k->cap, ret);
		return n ? n : copy(k->xterm, ret);
	}
	return name[0] && !name[1] ? copy(name, ret) : 0;
}

void pty_put_utf8(struct str *s, uint32_t cp)
{
	if (cp < 0x80) {
		str_addc(s, (char)cp);
		return;
	}
	if (cp < 0x800) {
		str_addc(s, (char)(0xc0 | cp >> 6));
	} else {
		if (cp < 0x10000) {
			str_addc(s, (char)(0xe0 | cp >> 12));
		} else {
			str_addc(s, (char)(0xf0 | cp >> 18));
			str_addc(s, (char)(0x80 | (cp >> 12 & 0x3f)));
		}
		str_addc(s, (char)(0x80 | (cp >> 6 & 0x3f)));
	}
	str_addc(s, (char)(0x80 | (cp & 0x3f)));
}
