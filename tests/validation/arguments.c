// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/slab.h>

struct thing {
	int value;
	int table[4];
	struct thing *next;
};

static struct thing one;
static int numbers[4];
enum { CHOICE = 7 };
#define SIZE (sizeof(struct thing) * 2)

void take(const void *p, ...);
void *make(int size);
static void callback(void) {}

void kinds(struct thing *t, int n)
{
	struct thing local;
	int array[3];
	int i = 0;

	take(NULL, 1);
	take(0, 2);
	take(t, CHOICE);
	take("text", -3);
	take(callback, SIZE);
	take(&local, 5);
	take(array, 6);
	take(&array[1], 7);
	take(&one, 8);
	take(numbers, 9);
	take(&numbers[1], 10);
	take(&t->value, 11);
	take(t->table, 12);
	take((void *)(long)t->table[2], 13);
	take(t->next, 14);
	take((void *)t, n);
	take((char *)&t->value, 15);
	take((void *)(long)i, 16);
	take(&callback, 17);
	take(t, i + 1);
}

struct thing *results(struct thing *t)
{
	struct thing *fresh = kzalloc(sizeof(*fresh), GFP_KERNEL);
	void *raw;

	t->next = make(1);
	raw = make(2);
	make(3);
	if (make(4))
		return make(5);
	take(make(6));
	return fresh ? fresh : raw;
}

MODULE_LICENSE("GPL");
/*
 * check-name: what is passed, and where results go
 * expect: kinds: take .null .NULL. .*, int .1. int =1\)
 * expect: kinds: take .null .0. .*, int .2. int =2\)
 * expect: kinds: take .param .t. struct thing \* =0, int .CHOICE. .* =7\)
 * expect: kinds: take .string ."text". .*, int .-3. int =-3\)
 * expect: kinds: take .function .callback. .* fn=callback, int .SIZE. unsigned long =64\)
 * expect: kinds: take .&local .&local. struct thing \*, int .5.
 * expect: kinds: take .&local .array. int\[3\], int .6.
 * expect: kinds: take .&local .&array.1.. .*, int .7.
 * expect: kinds: take .&global .&one. .* global=one, int .8.
 * expect: kinds: take .&global .numbers. .* global=numbers, int .9.
 * expect: kinds: take .&global .&numbers.1.. .* global=numbers, int .10.
 * expect: kinds: take .&field .&t->value. .* field=struct thing.value, int .11.
 * expect: kinds: take .&field .t->table. .* field=struct thing.table, int .12.
 * expect: kinds: take .field .* field=struct thing.table, int .13.
 * expect: kinds: take .field .t->next. struct thing \* field=struct thing.next, int .14.
 * expect: kinds: take .param .\(void \*\)t. void \* =0, param .n. int =1\)
 * expect: kinds: take .&field .\(char \*\)&t->value. char \* field=struct thing.value, int .15.
 * expect: kinds: take .other .* int .16.
 * expect: kinds: take .function .&callback. .* fn=callback, int .17.
 * expect: kinds: take .param .t. .*, other .i . 1.
 * expect: results: kzalloc .* used ->struct thing
 * expect: results: make .*=1\) used ->struct thing
 * expect: results: make .*=2\) used$
 * reject: results: make .*=3\) used
 * expect: results: make .*=4\) used$
 * expect: results: make .*=5\) used ->struct thing
 * expect: results: make .*=6\) used$
 */
