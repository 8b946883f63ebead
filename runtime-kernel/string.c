// SPDX-License-Identifier: GPL-2.0-only
/*
 * What user halves leave with a driver for good, within bounds: strings that the
 * kernel keeps a pointer to (names of interrupts, of regions), and the fact that
 * something was done once.
 */
#include <linux/slab.h>
#include <linux/string.h>
#include "internal.h"

#define ONCES_MAX		1024
#define TENURES	16	/* what sessions leave: so many times a session's */

struct string {
	struct list_head link;
	char text[];
};

struct once {
	struct list_head link;
	u64 key;
};

/* Return: kernel memory that lives as long as the driver, or NULL. May sleep. */
const char *mdrv_string_intern(struct mdrv_state *st, const char *text)
{
	size_t size = strlen(text) + 1;
	struct string *s;
	const char *found = NULL;

	mutex_lock(&st->strings_mutex);
	list_for_each_entry(s, &st->strings, link) {
		if (!strcmp(s->text, text)) {
			found = s->text;
			goto out;
		}
	}
	if (st->strings_tenure != READ_ONCE(st->tenure)) {	/* each session has its own room */
		st->strings_tenure = READ_ONCE(st->tenure);
		st->nstrings = 0;
		st->string_bytes = 0;
	}
	if (st->nstrings >= MDRV_STRINGS_MAX || st->string_bytes + size > MDRV_STRINGS_BYTES ||
	    st->all_strings >= TENURES * MDRV_STRINGS_MAX)
		goto out;
	s = kmalloc(sizeof(*s) + size, GFP_KERNEL);
	if (!s)
		goto out;
	memcpy(s->text, text, size);
	list_add(&s->link, &st->strings);
	st->nstrings++;
	st->all_strings++;
	st->string_bytes += size;
	found = s->text;
out:
	mutex_unlock(&st->strings_mutex);
	return found;
}

/*
 * Return: 1 for a key not seen before, else 0. When there is no room to remember it,
 * too: a user half that has filled the table must not end those that come after it.
 */
int mdrv_once_ever(struct mdrv_state *st, u64 key)
{
	struct once *o;
	int first = 0;

	mutex_lock(&st->strings_mutex);
	list_for_each_entry(o, &st->onces, link) {
		if (o->key == key)
			goto out;
	}
	o = st->nonces < ONCES_MAX ? kmalloc(sizeof(*o), GFP_KERNEL) : NULL;
	if (o) {
		o->key = key;
		list_add(&o->link, &st->onces);
		st->nonces++;
		first = 1;
	}
out:
	mutex_unlock(&st->strings_mutex);
	return first;
}

void mdrv_strings_free(struct mdrv_state *st)
{
	struct string *s, *next_string;
	struct once *o, *next_once;

	list_for_each_entry_safe(s, next_string, &st->strings, link)
		kfree(s);
	list_for_each_entry_safe(o, next_once, &st->onces, link)
		kfree(o);
}
