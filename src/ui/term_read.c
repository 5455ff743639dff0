/* term_read.c - bytes of the terminal become keys, pastes and scans. */
#include "ui/term_priv.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "base/text.h"

#define PASTE_MOST 65536

static long long now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* Waits for input; false when the time is over. A closed line sets the flag. */
static bool wait_input(struct terminal *t, int ms)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	long long from = now_ms();
	int n = poll(&fd, 1, ms);

	t->waited += now_ms() - from;
	if (n < 0)
		return errno == EINTR;
	if (n > 0 && !(fd.revents & POLLIN) && (fd.revents & (POLLHUP | POLLERR | POLLNVAL)))
		t->errors = ERRORS_MOST + 1;
	return n > 0;
}

/* The next byte or curses code within `ms`; ERR when there is none. A terminal that is ready and yet gives
 * nothing, again and again, is gone: that loop once burnt whole processors. */
static int code_within(struct terminal *t, int ms)
{
	int code = t->back;

	t->back = ERR;
	if (code != ERR)
		return code;
	code = wgetch(t->input);
	if (code == ERR && ms != 0 && wait_input(t, ms)) {
		code = wgetch(t->input);
		t->errors = code == ERR ? t->errors + 1 : 0;
	}
	return code;
}

static void give_text(struct key_event *ev, uint32_t cp)
{
	char buf[5];
	int n = text_encode(cp, buf);

	ev->key = K_TEXT;
	memset(ev->ch, 0, sizeof ev->ch);
	memcpy(ev->ch, buf, (size_t)n);
}

static void read_utf8(struct terminal *t, int lead, struct key_event *ev)
{
	char bytes[4] = { (char)lead };
	int need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, n = 1, code = ERR;
	uint32_t cp;

	while (n < need && (code = code_within(t, 50)) >= 0x80 && code < 0xC0)
		bytes[n++] = (char)code;
	if (n == need && lead >= 0xC2 && text_decode(bytes, (size_t)n, &cp) == need) {
		give_text(ev, cp);
		return;
	}
	/* The second byte of GBK goes with the first; keys behind it are kept. */
	if (n < need && code != ERR && !(code > 0xBF && code < 0x100))
		t->back = code;
	ev->key = K_BAD;
}

static void read_paste(struct terminal *t, struct key_event *ev)
{
	int code;

	str_clear(&t->text);
	while ((code = code_within(t, 1000)) != ERR && code != CODE_PASTED)
		if (code < 0x100 && code != 0 && t->text.len < PASTE_MOST)
			str_addc(&t->text, (char)code);
	ev->key = K_PASTE;
	ev->text = str_get(&t->text);
}

/* What the scanner sends behind its prefix, up to Enter or Tab. */
static void read_scan(struct terminal *t, struct key_event *ev)
{
	int code;

	str_clear(&t->text);
	while ((code = code_within(t, 4 * BURST_GAP)) != ERR && code != '\r' && code != '\n' && code != '\t')
		if (code >= ' ' && code < 0x100 && t->text.len < 256)
			str_addc(&t->text, (char)code);
	ev->key = K_SCAN;
	ev->text = str_get(&t->text);
}

/* Swallows an unknown sequence up to its final byte. */
static void swallow(struct terminal *t)
{
	int code;

	while ((code = code_within(t, 50)) != ERR && code < 0x40)
		;
}

static void read_escape(struct terminal *t, struct key_event *ev)
{
	int code = code_within(t, 0), f;

	if (code == ERR && t->options.escape_digit)
		code = code_within(t, 400);
	f = code > 0 && code < 0x80 ? key_gold((char)code) : 0;
	if (f)
		ev->key = (enum key_code)t->keys.f[f];
	else if (code == '[' || code == 'O')
		swallow(t);
	else if (code == '\r' || code == '\n')
		ev->key = K_NEWLINE;
	else if (code == ERR || code < ' ' || code >= 0x100) {
		ev->key = K_BACK;
		t->back = code;
	} else if (code >= 0xC2) {
		read_utf8(t, code, ev);
		ev->key = K_NONE;
	}
}

static const struct {
	int code;
	enum key_code key;
} plain[] = {
	{ '\r', K_ENTER },        { '\n', K_ENTER },
	{ KEY_ENTER, K_ENTER },   { '\t', K_TAB },
	{ KEY_BTAB, K_BACKTAB },  { KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },     { KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },   { KEY_HOME, K_HOME },
	{ KEY_FIND, K_HOME },     { KEY_A1, K_HOME },
	{ KEY_END, K_END },       { KEY_SELECT, K_END },
	{ KEY_C1, K_END },        { KEY_PPAGE, K_PGUP },
	{ KEY_A3, K_PGUP },       { KEY_NPAGE, K_PGDN },
	{ KEY_C3, K_PGDN },       { 8, K_BACKSPACE },
	{ 127, K_BACKSPACE },     { KEY_BACKSPACE, K_BACKSPACE },
	{ KEY_DC, K_DEL },        { KEY_IC, K_MODE },
	{ KEY_RESIZE, K_RESIZE },
};

static enum key_code plain_key(const struct terminal *t, int code)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (plain[i].code == code)
			return plain[i].key;
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return (enum key_code)t->keys.f[code - KEY_F0];
	if (code >= 1 && code <= 26)
		return (enum key_code)t->keys.ctrl[code];
	return K_NONE;
}

static bool scan_begins(const struct terminal *t, int code)
{
	const char *prefix = t->options.scan_prefix;

	return prefix && *prefix && code == (unsigned char)*prefix && !prefix[1];
}

static void decode(struct terminal *t, int code, struct key_event *ev)
{
	if (scan_begins(t, code))
		read_scan(t, ev);
	else if (code == 27)
		read_escape(t, ev);
	else if (code == CODE_PASTE)
		read_paste(t, ev);
	else if (code > CODE_KEYPAD && code < CODE_KEYPAD + 0x80)
		give_text(ev, (uint32_t)(code - CODE_KEYPAD));
	else if (code >= ' ' && code < 127)
		give_text(ev, (uint32_t)code);
	else if (code >= 0x80 && code < 0x100)
		read_utf8(t, code, ev);
	else {
		ev->key = plain_key(t, code);
		ev->ctrl = code >= 1 && code <= 26;
	}
}

/* Counts the characters that came without a pause, and hands the whole burst to the Enter or Tab that ends
 * it. */
static void burst_note(struct terminal *t, struct key_event *ev)
{
	bool soon = t->waited < BURST_GAP; /* what the program itself took does not count */

	t->waited = 0;
	if (ev->key == K_TEXT && ev->ch[0] > ' ' && !ev->ch[1]) {
		if (!soon || t->burst_chars == 0 || t->burst.len > 256) {
			str_clear(&t->burst);
			t->burst_chars = 0;
		}
		str_add(&t->burst, ev->ch);
		ev->burst = ++t->burst_chars;
		return;
	}
	if ((ev->key == K_ENTER || ev->key == K_TAB) && soon && t->burst_chars >= BURST_LEAST) {
		ev->burst = t->burst_chars;
		ev->text = str_get(&t->burst);
	}
	t->burst_chars = 0;
}

bool term_key(void *arg, int ms, struct key_event *ret)
{
	struct terminal *t = arg;
	long long until = now_ms() + ms;
	int code;

	for (;;) {
		*ret = (struct key_event){ 0 };
		code = term_gone(t)
			   ? ERR
			   : code_within(t, ms < 0 ? -1 : (int)(until - now_ms() > 0 ? until - now_ms() : 0));
		if (term_gone(t)) {
			ret->key = K_GONE;
			return true;
		}
		if (code != ERR) {
			decode(t, code, ret);
			burst_note(t, ret);
			if (ret->key != K_NONE)
				return true;
		}
		if (ms >= 0 && now_ms() >= until)
			return false;
	}
}

bool term_quiet(void *arg, int ms)
{
	struct terminal *t = arg;
	int code = code_within(t, ms);

	t->back = code;
	return code == ERR;
}
