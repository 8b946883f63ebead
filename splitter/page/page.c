// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A template with its style, its script and its data put in. The data are in an element
 * that no browser runs, and the page's own policy lets no other script run and nothing
 * be fetched.
 */
#include <glib.h>
#include <string.h>

#include "page.h"

/* JSON within an element of the page: nothing in it may look like markup. */
static void print_data(const struct page *page, FILE *to)
{
	for (const char *p = page->data; *p; p++) {
		if (*p == '<' || *p == '>' || *p == '&')
			fprintf(to, "\\u%04x", *p);
		else
			fputc(*p, to);
	}
}

static void print_name(const struct page *page, FILE *to)
{
	g_autofree char *valid = g_utf8_make_valid(page->name, -1);
	g_autofree char *escaped = g_markup_escape_text(valid, -1);

	fputs(escaped, to);
}

/* What a content security policy calls an inline script or style. */
static void print_digest(const char *text, FILE *to)
{
	g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autofree char *base64 = NULL;
	guint8 digest[32];
	gsize size = sizeof(digest);

	g_checksum_update(checksum, (const guchar *)text, -1);
	g_checksum_get_digest(checksum, digest, &size);
	base64 = g_base64_encode(digest, size);
	fprintf(to, "'sha256-%s'", base64);
}

static void print_style(const struct page *page, FILE *to)
{
	fputs(page->css, to);
}

static void print_script(const struct page *page, FILE *to)
{
	fputs(page->js, to);
}

static void print_policy(const struct page *page, FILE *to)
{
	fputs("default-src 'none'; style-src ", to);
	print_digest(page->css, to);
	fputs("; script-src ", to);
	print_digest(page->js, to);
}

/* What stands for @{word} in the template. */
static const struct {
	const char *word;
	void (*print)(const struct page *page, FILE *to);
} parts[] = {
	{ "@{name}", print_name },
	{ "@{policy}", print_policy },
	{ "@{style}", print_style },
	{ "@{script}", print_script },
	{ "@{data}", print_data },
};

void page_print(const struct page *page, FILE *to)
{
	const char *text = page->html, *next;
	size_t i;

	for (; (next = strstr(text, "@{")); text = next) {
		fwrite(text, 1, next - text, to);
		for (i = 0; i < G_N_ELEMENTS(parts) && !g_str_has_prefix(next, parts[i].word); i++)
			;
		g_assert(i < G_N_ELEMENTS(parts));
		parts[i].print(page, to);
		next += strlen(parts[i].word);
	}
	fputs(text, to);
}
