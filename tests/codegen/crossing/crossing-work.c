// SPDX-License-Identifier: GPL-2.0-only
/* What stays in the kernel: everything here takes the spinlock or runs under it. */
#include <linux/module.h>
#include <linux/string.h>
#include "crossing.h"

const struct crossing_kind crossing_kinds[3] = {
	{ "plain", 1 }, { "heavy", 1000 }, { "light", -7 },
};

int crossing_double(struct crossing_item *item, int value)
{
	return value * 2 + item->byte;
}

int crossing_negate(struct crossing_item *item, int value)
{
	return -value - item->tiny;
}

static u64 crossing_value(const struct crossing_item *item)
{
	u64 value = item->byte;
	unsigned int i;

	value = value * 31 + item->tiny;
	value = value * 31 + item->half;
	value = value * 31 + item->word;
	value = value * 31 + item->quad;
	value = value * 31 + item->flag;
	value = value * 31 + item->low;
	value = value * 31 + item->high;
	value = value * 31 + item->color;
	for (i = 0; i < ARRAY_SIZE(item->name); i++)
		value = value * 31 + item->name[i];
	for (i = 0; i < ARRAY_SIZE(item->array); i++)
		value = value * 31 + item->array[i];
	for (i = 0; i < ARRAY_SIZE(item->points); i++)
		value = value * 31 + item->points[i].x * 7 + item->points[i].y;
	value = value * 31 + item->origin.x * 7 + item->origin.y;
	return value * 31 + (item->kind ? item->kind->weight : 0);
}

u64 crossing_sum(struct crossing *dev, int scale, u8 seed)
{
	struct crossing_item *item;
	unsigned long flags;
	u64 sum = seed;

	spin_lock_irqsave(&dev->lock, flags);
	for (item = dev->list; item; item = item->next)
		sum = sum * 33 + crossing_value(item) +
		      (item->hook ? item->hook(item, scale) : 0);
	spin_unlock_irqrestore(&dev->lock, flags);
	return sum;
}

int crossing_flip(struct crossing *dev)
{
	struct crossing_item *item;
	unsigned long flags;
	unsigned int i;
	int count = 0;

	spin_lock_irqsave(&dev->lock, flags);
	for (item = dev->list; item; item = item->next) {
		item->byte = ~item->byte;
		item->tiny = -item->tiny;
		item->half ^= 0xffff;
		item->word = -item->word;
		item->quad = ~item->quad;
		item->flag = !item->flag;
		item->low ^= 21;
		item->high = -item->high - 1;
		item->color = item->color == CROSSING_BLUE ? CROSSING_GREEN : CROSSING_BLUE;
		swap(item->name[0], item->name[1]);
		for (i = 0; i < ARRAY_SIZE(item->array); i += 2)
			item->array[i] += 0x80000001;
		item->points[1].x -= 3;
		item->origin.y = -item->origin.y;
		item->kind = &crossing_kinds[++count % 3];
	}
	spin_unlock_irqrestore(&dev->lock, flags);
	return count;
}

int crossing_count(struct crossing *dev, const char *name)
{
	struct crossing_item *item;
	unsigned long flags;
	int count = 0;

	spin_lock_irqsave(&dev->lock, flags);
	for (item = dev->list; item; item = item->next)
		count += !strncmp(item->name, name, sizeof(item->name));
	spin_unlock_irqrestore(&dev->lock, flags);
	return count ? count : -ENOENT;
}

struct crossing_item *crossing_find(struct crossing *dev, int word)
{
	struct crossing_item *item;
	unsigned long flags;

	spin_lock_irqsave(&dev->lock, flags);
	for (item = dev->list; item; item = item->next)
		if (item->word == word)
			break;
	spin_unlock_irqrestore(&dev->lock, flags);
	return item;
}
