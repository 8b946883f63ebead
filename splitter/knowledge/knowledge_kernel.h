/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kernel versions: the one that is analysed for, and the ranges that facts hold for. */
#ifndef MDRV_KNOWLEDGE_KERNEL_H
#define MDRV_KNOWLEDGE_KERNEL_H

#include <stdbool.h>

#define KERNEL_VERSION_PATTERN "[0-9]{1,4}\\.[0-9]{1,4}"
/* Of ranges in annotations, as a regular expression: ">=5.15", "<6.3" or both. */
#define KERNEL_RANGE_PATTERN \
	"^(>=" KERNEL_VERSION_PATTERN "( <" KERNEL_VERSION_PATTERN ")?|" \
	"<" KERNEL_VERSION_PATTERN ")$"

/* Versions count in steps of the minor number: stable updates keep interfaces. */
struct kernel_range {
	unsigned int from;	/* first version */
	unsigned int below;	/* first version that is beyond it */
};
#define KERNEL_ALWAYS ((struct kernel_range){ 0, -1U })

#define KERNEL_VERSION_CODE(major, minor) ((major) << 16 | (minor))

/* Version of a release such as "6.1.0-56-amd64" or "6.1"; 0: it begins with none. */
unsigned int kernel_version(const char *release);

/* False if @text is no range, or one that is empty. */
bool kernel_range_parse(const char *text, struct kernel_range *range);
bool kernel_range_has(const struct kernel_range *range, unsigned int version);
bool kernel_range_overlaps(const struct kernel_range *a, const struct kernel_range *b);

/* "from 5.15 to before 6.3", in words; to be freed. */
char *kernel_range_words(const struct kernel_range *range);

#endif /* MDRV_KNOWLEDGE_KERNEL_H */
