/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One HTML page that needs nothing beside it and no network. */
#ifndef MDRV_PAGE_H
#define MDRV_PAGE_H

#include <stdio.h>

/* The first three are files that embed() has put into the program. */
struct page {
	const char *html;	/* the template */
	const char *css;
	const char *js;
	const char *name;	/* of what it is about, in any encoding */
	const char *data;	/* JSON in UTF-8, which the script reads */
};

/* Print the template with all the rest in it, each in place of its @{word}. */
void page_print(const struct page *page, FILE *to);

#endif /* MDRV_PAGE_H */
