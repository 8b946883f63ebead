// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct thing {
	int value;
	int table[4];
	struct thing *next;
};

void take(const void *p);

void fields(struct thing *t)
{
	take(&t->value);
	take(t->table);
	take((char *)&t->value);
	take((void *)(long)t->table[2]);
	take(t->next);
}

MODULE_LICENSE("GPL");
/*
 * check-name: the address of a field, and its value
 * expect: fields: take .&field .&t->value. .* field=struct thing.value
 * expect: fields: take .&field .t->table. .* field=struct thing.table
 * expect: fields: take .&field .\(char \*\)&t->value. char \* field=struct thing.value
 * expect: fields: take .field .\(void \*\)\(long\)t->table\[2\]. .* field=struct thing.table
 * expect: fields: take .field .t->next. struct thing \* field=struct thing.next
 */
