/* SPDX-License-Identifier: GPL-2.0-only */
/* One of each kind of thing that can cross between the halves of a driver. */
#ifndef CROSSING_H
#define CROSSING_H

#include <linux/miscdevice.h>
#include <linux/mutex.h>
#include <linux/spinlock.h>
#include <linux/types.h>

enum crossing_color { CROSSING_RED, CROSSING_GREEN = 7, CROSSING_BLUE = -3 };

struct crossing_kind {
	const char *name;
	int weight;
};

struct crossing_point {
	s16 x;
	s16 y;
};

struct crossing_item {
	u8 byte;
	s8 tiny;
	u16 half;
	s32 word;
	u64 quad;
	bool flag;
	unsigned int low : 5;
	int high : 3;
	enum crossing_color color;
	char name[12];
	u32 array[4];
	struct crossing_point points[3];
	struct crossing_point origin;
	struct crossing_item *next;
	const struct crossing_kind *kind;
	int (*hook)(struct crossing_item *item, int value);
};

struct crossing {
	struct miscdevice misc;
	spinlock_t lock;	/* protects the items in functions that stay */
	struct mutex mutex;	/* one command at a time */
	unsigned int commands;
	struct crossing_item first;
	struct crossing_item *list;
	size_t length;
	char text[1024];
};

extern struct crossing crossing;
extern const struct crossing_kind crossing_kinds[3];

/* crossing-work.c: under the spinlock, so they stay in the kernel */
u64 crossing_sum(struct crossing *dev, int scale, u8 seed);
int crossing_flip(struct crossing *dev);
int crossing_count(struct crossing *dev, const char *name);
struct crossing_item *crossing_find(struct crossing *dev, int word);
int crossing_double(struct crossing_item *item, int value);
int crossing_negate(struct crossing_item *item, int value);

#endif
