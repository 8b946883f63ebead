// SPDX-License-Identifier: GPL-2.0-or-later
/* Kernel versions: the one that is analysed for, and the ranges that facts hold for. */
#include <string.h>

#include <glib.h>

#include "knowledge_kernel.h"

/* A number of at most four digits at *@text, which is moved behind it. */
static bool take_number(const char **text, unsigned int *number)
{
	unsigned int digits;

	*number = 0;
	for (digits = 0; g_ascii_isdigit(**text) && digits < 4; digits++)
		*number = *number * 10 + (unsigned int)(*(*text)++ - '0');
	return digits && !g_ascii_isdigit(**text);
}

/* "6.1" at *@text, which is moved behind it. */
static bool take_version(const char **text, unsigned int *version)
{
	unsigned int major, minor;

	if (!take_number(text, &major) || !major || **text != '.')
		return false;
	++*text;
	if (!take_number(text, &minor))
		return false;
	*version = KERNEL_VERSION_CODE(major, minor);
	return true;
}

unsigned int kernel_version(const char *release)
{
	unsigned int version;

	if (!take_version(&release, &version) || g_ascii_isalpha(*release))
		return 0;
	return version;
}

bool kernel_range_parse(const char *text, struct kernel_range *range)
{
	bool has_from = g_str_has_prefix(text, ">=");

	*range = KERNEL_ALWAYS;
	if (has_from) {
		text += 2;
		if (!take_version(&text, &range->from))
			return false;
		if (!*text)
			return true;
		if (*text++ != ' ')
			return false;
	}
	return *text++ == '<' && take_version(&text, &range->below) && !*text &&
	       range->from < range->below;
}

bool kernel_range_has(const struct kernel_range *range, unsigned int version)
{
	return version >= range->from && version < range->below;
}

bool kernel_range_overlaps(const struct kernel_range *a, const struct kernel_range *b)
{
	return a->from < b->below && b->from < a->below;
}

char *kernel_range_words(const struct kernel_range *range)
{
	const unsigned int minor = 0xffff;
	g_autofree char *from = g_strdup_printf("%u.%u", range->from >> 16, range->from & minor);

	if (range->below == KERNEL_ALWAYS.below)
		return g_strdup_printf("from %s", from);
	if (!range->from)
		return g_strdup_printf("before %u.%u", range->below >> 16, range->below & minor);
	return g_strdup_printf("from %s to before %u.%u", from, range->below >> 16,
			       range->below & minor);
}
