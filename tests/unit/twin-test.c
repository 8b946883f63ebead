// SPDX-License-Identifier: GPL-2.0-or-later
/* Objects, pointers and synchronisation of the user half, without any crossing. */
#include <check.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "loopback.h"

/* A plan with one record of every kind of field, and what they hold. */

struct inner {
	u32 a, b;
};

struct outer {
	u32 number;
	char name[16];
	const char *label;
	struct inner *friend;
	void *cookie;
	int (*fn)(void);
	u8 low : 3, high : 5;
	u16 series[3];
	u32 readonly;
	struct inner in[2];
};

enum { REC_VOID, REC_INNER, REC_OUTER, REC_OPAQUE, NRECORDS };
enum { F_NUMBER, F_NAME, F_LABEL, F_FRIEND, F_COOKIE, F_FN, F_LOW, F_HIGH, F_SERIES, F_READONLY,
       F_IN_A };
enum { PLACE_SELF, PLACE_NAME, PLACE_IN };

MDRV_BITS_OF(low_bits, ((struct outer *)rec)->low)
MDRV_BITS_OF(high_bits, ((struct outer *)rec)->high)

#define FIELD(member, kind_, access_, size_, count_, stride_)			\
	.name = "outer." #member, .kind = kind_, .access = access_,		\
	.offset = offsetof(struct outer, member), .size = size_, .count = count_, .stride = stride_

static const struct mdrv_field outer_fields[] = {
	[F_NUMBER] = { FIELD(number, MDRV_INT, MDRV_RW, 4, 1, 4) },
	[F_NAME] = { FIELD(name, MDRV_BYTES, MDRV_RW, 16, 1, 16) },
	[F_LABEL] = { FIELD(label, MDRV_STR, MDRV_RW, 8, 1, 8) },
	[F_FRIEND] = { FIELD(friend, MDRV_PTR, MDRV_RW, 8, 1, 8), .target = REC_INNER,
		       .follow = 1 },
	[F_COOKIE] = { FIELD(cookie, MDRV_PTR, MDRV_RW, 8, 1, 8) },
	[F_FN] = { FIELD(fn, MDRV_FN, MDRV_RW, 8, 1, 8) },
	[F_LOW] = MDRV_BITFIELD("outer.low", RW, low_bits),
	[F_HIGH] = MDRV_BITFIELD("outer.high", RW, high_bits),
	[F_SERIES] = { FIELD(series, MDRV_INT, MDRV_RW, 2, 3, 2) },
	[F_READONLY] = { FIELD(readonly, MDRV_INT, MDRV_R, 4, 1, 4) },
	[F_IN_A] = { FIELD(in[0].a, MDRV_INT, MDRV_RW, 4, 2, sizeof(struct inner)) },
};

static const struct mdrv_field inner_fields[] = {
	{ .name = "inner.a", .kind = MDRV_INT, .access = MDRV_RW, .size = 4, .count = 1,
	  .stride = 4 },
};

static const struct mdrv_record outer_record = {
	.name = "struct outer", .size = sizeof(struct outer),
	MDRV_HAS(outer_fields), .nplaces = PLACE_IN, .places = {
		[PLACE_NAME - 1] = { MDRV_REC_BYTES, 1, offsetof(struct outer, name), 16 },
		[PLACE_IN - 1] = { REC_INNER, 2, offsetof(struct outer, in), sizeof(struct inner) },
	},
};
static const struct mdrv_record inner_record = {
	.name = "struct inner", .size = sizeof(struct inner), .plain = 1,
	MDRV_HAS(inner_fields),
};
static const struct mdrv_record opaque_record = { .name = "struct device_thing" };

static const struct mdrv_record *const records[] = {
	NULL, &inner_record, &outer_record, &opaque_record,
};

static int first(void)
{
	return 1;
}

static int second(void)
{
	return 2;
}

static const struct mdrv_fn fns[] = { { "first", first }, { "second", second } };
static struct inner the_global = { 7, 8 };
static const struct mdrv_global globals[] = {
	{ "the_global", &the_global, REC_INNER, sizeof(the_global) },
};

static const struct mdrv_plan plan = {
	.name = "test", .abi = MDRV_ABI, .nrecords = NRECORDS, .nfns = 2, .nglobals = 1,
	.records = records, .fns = fns, .globals = globals,
};

/* Objects of the tests, as the kernel would announce them. */
enum { OUTER = 1, INNER, OPAQUE, GLOBAL, BUFFER, GEN = 3 };

static struct outer *outer;
static struct inner *inner;

static void setup(void)
{
	static const struct mdrv_new new[] = {
		[OUTER] = { .kind = MDRV_O_RECORD, .record = REC_OUTER },
		[INNER] = { .kind = MDRV_O_RECORD, .record = REC_INNER },
		[OPAQUE] = { .kind = MDRV_O_OPAQUE, .record = REC_OPAQUE },
		[GLOBAL] = { .kind = MDRV_O_RECORD, .record = MDRV_REC_GLOBAL, .global = 0 },
		[BUFFER] = { .kind = MDRV_O_BUFFER, .record = MDRV_REC_BYTES, .access = MDRV_RW,
			     .size = 200 },
	};
	static struct list list;

	loopback_start(&plan);
	list.len = 0;
	for (u16 i = OUTER; i <= BUFFER; i++)
		list_new(&list, i, GEN, &new[i]);
	ck_assert_int_eq(mdrv_sync_in(list.data, list.len), 0);
	outer = (struct outer *)mdrv_self.obj[OUTER].addr;
	inner = (struct inner *)mdrv_self.obj[INNER].addr;
}

static int apply(const struct list *list)
{
	return mdrv_sync_in(list->data, list->len);
}

/* What mdrv_sync_out() produced, item by item. */
static const struct mdrv_item *item_at(u32 n)
{
	u32 at = 0;

	mdrv_sync_out();
	while (at < mdrv_self.sync_len) {
		const struct mdrv_item *item = (const void *)(mdrv_self.sync + at);

		if (!n--)
			return item;
		at += sizeof(*item) + MDRV_PAD(item->len);
	}
	return NULL;
}

static void expect_item(const struct mdrv_item *item, u16 obj, u16 field, u32 elem, u32 len)
{
	ck_assert_ptr_nonnull(item);
	ck_assert_uint_eq(item->obj, obj);
	ck_assert_uint_eq(item->gen, GEN);
	ck_assert_uint_eq(item->field, field);
	ck_assert_uint_eq(item->elem, elem);
	ck_assert_uint_eq(item->len, len);
}

START_TEST(nothing_changed)
{
	ck_assert_ptr_null(item_at(0));
}
END_TEST

START_TEST(kernel_sets_every_kind)
{
	static struct list list, text, ptr;

	list.len = text.len = ptr.len = 0;
	list_set_int(&list, OUTER, GEN, F_NUMBER, 0, 42);
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_NAME, 0, "sixteen bytes ..", 16);
	list_string(&text, "a label");
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_LABEL, 0, text.data, text.len);
	list_ptr(&ptr, MDRV_T_OBJ, INNER, GEN, 0, 0);
	list_ptr(&ptr, MDRV_T_OBJ, OPAQUE, GEN, 0, 0);
	list_ptr(&ptr, MDRV_T_FN, 1, 0, 0, 0);
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_FRIEND, 0, ptr.data, 16);
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_COOKIE, 0, ptr.data + 16, 16);
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_FN, 0, ptr.data + 32, 16);
	list_set_int(&list, OUTER, GEN, F_LOW, 0, 5);
	list_set_int(&list, OUTER, GEN, F_HIGH, 0, 21);
	list_set_int(&list, OUTER, GEN, F_SERIES, 2, -1);
	list_set_int(&list, OUTER, GEN, F_IN_A, 1, 77);
	ck_assert_int_eq(apply(&list), 0);
	ck_assert_uint_eq(outer->number, 42);
	ck_assert(!memcmp(outer->name, "sixteen bytes ..", 16));
	ck_assert_str_eq(outer->label, "a label");
	ck_assert_ptr_eq(outer->friend, inner);
	ck_assert_ptr_eq(outer->cookie, mdrv_self.obj[OPAQUE].addr);
	ck_assert_ptr_eq(outer->fn, second);
	ck_assert_uint_eq(outer->low, 5);
	ck_assert_uint_eq(outer->high, 21);
	ck_assert_uint_eq(outer->series[2], 0xffff);
	ck_assert_uint_eq(outer->series[1], 0);
	ck_assert_uint_eq(outer->in[1].a, 77);
	ck_assert_uint_eq(outer->in[0].a, 0);
	ck_assert_ptr_null(item_at(0));
}
END_TEST

START_TEST(user_changes_travel_once)
{
	const struct mdrv_item *item;

	outer->number = 9;
	outer->readonly = 1;		/* not ours to write: stays here */
	outer->in[1].b = 1;		/* no field of the plan */
	item = item_at(0);
	expect_item(item, OUTER, F_NUMBER, 0, 8);
	ck_assert_uint_eq(*(const u64 *)(item + 1), 9);
	ck_assert_uint_eq(mdrv_self.sync_len, sizeof(*item) + 8);
	ck_assert_ptr_null(item_at(0));
}
END_TEST

START_TEST(user_changes_elements_and_bits)
{
	outer->series[1] = 3;
	outer->high = 4;
	outer->in[1].a = 5;
	mdrv_sync_out();
	ck_assert_uint_eq(mdrv_self.sync_len, 3 * (sizeof(struct mdrv_item) + 8));
	outer->series[1] = 0;
	outer->series[2] = 6;
	expect_item(item_at(0), OUTER, F_SERIES, 1, 8);
	outer->series[2] = 7;
	expect_item(item_at(0), OUTER, F_SERIES, 2, 8);
	outer->low = 1;
	expect_item(item_at(0), OUTER, F_LOW, 0, 8);
	outer->name[15] = 'x';
	expect_item(item_at(0), OUTER, F_NAME, 0, 16);
	the_global.a = 1000;
	expect_item(item_at(0), GLOBAL, 0, 0, 8);
}
END_TEST

START_TEST(user_changes_pointers)
{
	const struct mdrv_item *item;
	const struct mdrv_ptr *ptr;

	outer->friend = &outer->in[1];
	item = item_at(0);
	expect_item(item, OUTER, F_FRIEND, 0, 16);
	ptr = (const void *)(item + 1);
	ck_assert_uint_eq(ptr->tag, MDRV_T_OBJ);
	ck_assert_uint_eq(ptr->obj, OUTER);
	ck_assert_uint_eq(ptr->place, PLACE_IN);
	ck_assert_uint_eq(ptr->value, 1);
	outer->fn = first;
	ptr = (const void *)(item_at(0) + 1);
	ck_assert_uint_eq(ptr->tag, MDRV_T_FN);
	ck_assert_uint_eq(ptr->obj, 0);
	outer->label = "by value";
	item = item_at(0);
	expect_item(item, OUTER, F_LABEL, 0, 16 + 9);
	ck_assert_str_eq((const char *)(item + 1) + 16, "by value");
	outer->label = outer->name;
	ptr = (const void *)(item_at(0) + 1);
	ck_assert_uint_eq(ptr->tag, MDRV_T_OBJ);
	ck_assert_uint_eq(ptr->place, PLACE_NAME);
	outer->friend = (void *)-(long)ENOMEM;
	ptr = (const void *)(item_at(0) + 1);
	ck_assert_uint_eq(ptr->tag, MDRV_T_ERR);
	ck_assert_int_eq((int)ptr->value, -ENOMEM);
}
END_TEST

START_TEST(buffers_in_chunks)
{
	u8 *buffer = mdrv_self.obj[BUFFER].addr;
	static struct list list;

	buffer[70] = 1;
	buffer[199] = 2;
	expect_item(item_at(0), BUFFER, 0, 64, 64);
	ck_assert_uint_eq(mdrv_self.sync_len, 2 * sizeof(struct mdrv_item) + 64 + 8);
	list.len = 0;
	list_item(&list, MDRV_OP_DATA, BUFFER, GEN, 0, 190, "0123456789", 10);
	ck_assert_int_eq(apply(&list), 0);
	ck_assert(!memcmp(buffer + 190, "0123456789", 10));
	ck_assert_ptr_null(item_at(0));
}
END_TEST

START_TEST(pointers_out)
{
	static const struct {
		u32 offset, record;
		int place;	/* -1: refused */
		u64 value;
	} t[] = {
		{ 0, REC_OUTER, PLACE_SELF, 0 },
		{ 0, MDRV_REC_VOID, PLACE_SELF, 0 },
		{ offsetof(struct outer, in), REC_INNER, PLACE_IN, 0 },
		{ offsetof(struct outer, in[1]), REC_INNER, PLACE_IN, 1 },
		{ offsetof(struct outer, in[1]), MDRV_REC_VOID, PLACE_IN, 1 },
		{ offsetof(struct outer, in[1].b), REC_INNER, -1, 0 },
		{ offsetof(struct outer, in[1].b), MDRV_REC_VOID, -1, 0 },
		{ 0, REC_INNER, -1, 0 },
		{ 4, REC_OUTER, -1, 0 },
	};
	struct mdrv_ptr ptr;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		bool ok = mdrv_pointer_out((u8 *)outer + t[i].offset, t[i].record, &ptr);
		void *back;

		ck_assert_msg(ok == (t[i].place >= 0), "case %zu", i);
		if (!ok)
			continue;
		ck_assert_uint_eq(ptr.obj, OUTER);
		ck_assert_uint_eq(ptr.gen, GEN);
		ck_assert_uint_eq(ptr.place, t[i].place);
		ck_assert_uint_eq(ptr.value, t[i].value);
		ck_assert(mdrv_pointer_in(&ptr, t[i].record, &back));
		ck_assert_ptr_eq(back, (u8 *)outer + t[i].offset);
	}
	ck_assert(!mdrv_pointer_out(&ptr, MDRV_REC_VOID, &ptr));
	ck_assert(!mdrv_pointer_out((u8 *)(outer + 1) + 64, MDRV_REC_VOID, &ptr));
	ck_assert(mdrv_pointer_out((void *)17, MDRV_REC_VOID, &ptr) && ptr.tag == MDRV_T_RAW);
}
END_TEST

START_TEST(handles)
{
	struct mdrv_obj *o = &mdrv_self.obj[OPAQUE];
	u8 *old = o->addr;
	struct mdrv_new what = { .kind = MDRV_O_OPAQUE, .record = REC_OPAQUE };
	struct mdrv_ptr ptr;
	char text[100];

	ck_assert(mdrv_pointer_out(old, REC_OPAQUE, &ptr));
	ck_assert_uint_eq(ptr.obj, OPAQUE);
	ck_assert(!mdrv_pointer_out(old + 8, REC_OPAQUE, &ptr));
	mdrv_describe(old + 8, text, sizeof(text));
	ck_assert_str_eq(text, "byte 8 of a struct device_thing that stays in the kernel");
	ck_assert_int_eq(mdrv_twin_drop(OPAQUE, GEN), 0);
	ck_assert(!mdrv_pointer_out(old, REC_OPAQUE, &ptr));
	ck_assert_int_eq(mdrv_twin_new(OPAQUE, GEN + 1, &what), 0);
	ck_assert_ptr_ne(o->addr, old);
	ck_assert(!mdrv_pointer_out(old, REC_OPAQUE, &ptr));
	mdrv_describe(old, text, sizeof(text));
	ck_assert_str_eq(text, "a handle that is no longer valid");
}
END_TEST

START_TEST(touching_a_handle)
{
	mdrv_log_to("test", 0, 0);
	mdrv_fault_init();
	*(volatile u8 *)mdrv_self.obj[OPAQUE].addr = 1;
}
END_TEST

START_TEST(pointer_to_local_memory)
{
	outer->friend = calloc(1, sizeof(*inner));
	mdrv_sync_out();
}
END_TEST

/* Lists that a kernel never sends: each is refused as a whole. */
START_TEST(bad_lists)
{
	static const struct mdrv_new good = { .kind = MDRV_O_RECORD, .record = REC_INNER };
	static const struct mdrv_new bad[] = {
		{ .kind = 9 },
		{ .kind = MDRV_O_RECORD, .record = NRECORDS },
		{ .kind = MDRV_O_RECORD, .record = 0 },
		{ .kind = MDRV_O_RECORD, .record = MDRV_REC_GLOBAL, .global = 1 },
		{ .kind = MDRV_O_RECORD, .record = MDRV_REC_GLOBAL, .global = 0 },
		{ .kind = MDRV_O_BUFFER, .size = 1ull << 40 },
		{ .kind = MDRV_O_REGION, .size = 4096, .pgoff = 4096 },
		{ .kind = MDRV_O_REGION, .size = 0 },
	};
	static const struct mdrv_item items[] = {
		{ MDRV_OP_SET, 99, GEN, 0, 0, 8 },
		{ MDRV_OP_SET, OUTER, GEN + 1, 0, 0, 8 },
		{ MDRV_OP_SET, OUTER, GEN, F_IN_A + 1, 0, 8 },
		{ MDRV_OP_SET, OUTER, GEN, F_SERIES, 3, 8 },
		{ MDRV_OP_SET, OUTER, GEN, F_NAME, 0, 8 },
		{ MDRV_OP_SET, OUTER, GEN, F_LABEL, 0, 8 },
		{ MDRV_OP_SET, BUFFER, GEN, 0, 0, 8 },
		{ MDRV_OP_DATA, OUTER, GEN, 0, 0, 8 },
		{ MDRV_OP_DATA, BUFFER, GEN, 0, 193, 8 },
		{ MDRV_OP_DROP, 0, GEN, 0, 0, 8 },
		{ MDRV_OP_DROP, OUTER, GEN + 1, 0, 0, 8 },
		{ MDRV_OP_NEW, OUTER, GEN, 0, 0, 8 },
		{ __MDRV_OP_MAX, OUTER, GEN, 0, 0, 8 },
	};
	static struct list list;
	u64 zero = 0;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		list.len = 0;
		list_new(&list, 50 + i, 1, &bad[i]);
		ck_assert_msg(apply(&list), "object %zu", i);
	}
	list.len = 0;
	list_new(&list, OUTER, GEN + 1, &good);
	ck_assert(apply(&list));
	list.len = 0;
	list_new(&list, MDRV_OBJECTS_MAX + 1, 1, &good);
	ck_assert(apply(&list));
	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
		list.len = 0;
		list_item(&list, items[i].op, items[i].obj, items[i].gen, items[i].field,
			  items[i].elem, &zero, items[i].len);
		ck_assert_msg(apply(&list), "item %zu", i);
	}
	list.len = 0;
	list_set_int(&list, OUTER, GEN, F_NUMBER, 0, 1);
	for (u32 len = 1; len < list.len; len++)
		ck_assert_msg(mdrv_sync_in(list.data, len), "cut to %u", len);
}
END_TEST

/* Values may point at objects that appear later in the same list. */
START_TEST(existence_before_values)
{
	static const struct mdrv_new what = { .kind = MDRV_O_RECORD, .record = REC_INNER };
	static struct list list, ptr;

	list.len = ptr.len = 0;
	list_ptr(&ptr, MDRV_T_OBJ, 60, 1, 0, 0);
	list_item(&list, MDRV_OP_SET, OUTER, GEN, F_FRIEND, 0, ptr.data, ptr.len);
	list_item(&list, MDRV_OP_DROP, INNER, GEN, 0, 0, "", 0);
	list_new(&list, 60, 1, &what);
	ck_assert_int_eq(apply(&list), 0);
	ck_assert_ptr_eq(outer->friend, mdrv_self.obj[60].addr);
	ck_assert(!mdrv_self.obj[INNER].live);
}
END_TEST

/* Many objects, made and dropped in an order that is not theirs in memory. */
START_TEST(lookup_by_address)
{
	static const struct mdrv_new what = { .kind = MDRV_O_BUFFER, .size = 100 };
	struct mdrv_ptr ptr;

	for (u32 i = 100; i < 600; i++)
		ck_assert_int_eq(mdrv_twin_new(100 + (i * 7) % 500, 1, &what), 0);
	for (u32 i = 100; i < 600; i += 3)
		ck_assert_int_eq(mdrv_twin_drop(i, 1), 0);
	for (u32 i = 100; i < 600; i++) {
		const struct mdrv_obj *o = &mdrv_self.obj[i];

		if (!o->live)
			continue;
		ck_assert(mdrv_pointer_out(o->addr + 99, MDRV_REC_BYTES, &ptr));
		ck_assert_uint_eq(ptr.obj, i);
		ck_assert_uint_eq(ptr.value, 99);
	}
}
END_TEST

/* A record whose fields are rows and parts in turn; one of the parts has a part, too. */
struct middle {
	u32 before;
	struct inner inner;
	u32 after;
};

struct whole {
	struct middle middle;
	u32 own;
	struct inner last;
};

enum { P_VOID, P_INNER, P_MIDDLE, P_WHOLE };

static const struct mdrv_field p_inner_fields[] = {
	MDRV_FIELD(struct inner, a, INT, R, 4), MDRV_FIELD(struct inner, b, INT, W, 4),
};
static const struct mdrv_field p_middle_fields[] = {
	MDRV_FIELD(struct middle, before, INT, RW, 4), MDRV_FIELD(struct middle, after, INT, RW, 4),
};
static const struct mdrv_field p_whole_fields[] = { MDRV_FIELD(struct whole, own, INT, RW, 4) };
static const struct mdrv_part p_middle_parts[] = {
	{ 1, P_INNER, offsetof(struct middle, inner) },
};
static const struct mdrv_part p_whole_parts[] = {
	{ 0, P_MIDDLE, offsetof(struct whole, middle) },
	{ 5, P_INNER, offsetof(struct whole, last) },
};
static const struct mdrv_record p_inner = {
	.size = sizeof(struct inner), MDRV_HAS(p_inner_fields),
};
static const struct mdrv_record p_middle = {
	.size = sizeof(struct middle), .nfields = 4, MDRV_ROWS(p_middle_fields),
	MDRV_PARTS(p_middle_parts),
};
static const struct mdrv_record p_whole = {
	.size = sizeof(struct whole), .nfields = 7, MDRV_ROWS(p_whole_fields),
	MDRV_PARTS(p_whole_parts),
};

START_TEST(fields_of_parts)
{
	static const struct mdrv_record *const all[] = { NULL, &p_inner, &p_middle, &p_whole };
	static const struct { u32 offset, access; } want[] = {
		{ offsetof(struct whole, middle.before), MDRV_RW },
		{ offsetof(struct whole, middle.inner.a), MDRV_R },
		{ offsetof(struct whole, middle.inner.b), MDRV_W },
		{ offsetof(struct whole, middle.after), MDRV_RW },
		{ offsetof(struct whole, own), MDRV_RW },
		{ offsetof(struct whole, last.a), MDRV_R },
		{ offsetof(struct whole, last.b), MDRV_W },
	};
	struct mdrv_plan of_parts = { .nrecords = 4, .records = all };

	for (u32 i = 0; i < p_whole.nfields; i++) {
		struct mdrv_view v = mdrv_view(&of_parts, &p_whole, i);

		ck_assert_uint_eq(v.offset, want[i].offset);
		ck_assert_uint_eq(v.access, want[i].access);
		ck_assert_uint_eq(v.size, 4);
	}
}
END_TEST

/* MDRV_CHECK=1 */

static void setup_checked(void)
{
	setenv("MDRV_CHECK", "1", 1);
	setup();
}

START_TEST(what_goes_back_is_not_lost)
{
	outer->number = 1;
	outer->low = 2;
	outer->friend = inner;
	outer->in[0].b = 0;
	the_global.a = 5;
	mdrv_sync_out();
	mdrv_sync_out();
}
END_TEST

/* To a field that is read only, to a byte that the plan does not know. */
START_TEST(what_does_not_go_back)
{
	*(_i ? &outer->in[0].b : &outer->readonly) = 1;
	mdrv_sync_out();
}
END_TEST

START_TEST(what_lies_behind_an_unknown_byte)
{
	static const struct mdrv_new what = { .kind = MDRV_O_RECORD, .record = REC_OUTER };
	char text[128];
	u8 *follow;

	ck_assert_int_eq(mdrv_twin_drop(OUTER, GEN), 0);
	ck_assert_int_eq(mdrv_twin_new(OUTER, GEN, &what), 0);
	outer = (struct outer *)mdrv_self.obj[OUTER].addr;
	memcpy(&follow, (u8 *)outer + 72, sizeof(follow));
	mdrv_describe(follow + 16, text, sizeof(text));
	ck_assert_str_eq(text, "memory behind byte 72 of a struct outer: the plan does not know "
			 "that byte");
	mdrv_sync_out();
}
END_TEST

int main(void)
{
	Suite *s = suite_create("twin");
	TCase *tc = tcase_create("objects");
	TCase *checked = tcase_create("checked");
	SRunner *sr;
	int failed;

	tcase_add_checked_fixture(tc, setup, NULL);
	tcase_add_test(tc, nothing_changed);
	tcase_add_test(tc, kernel_sets_every_kind);
	tcase_add_test(tc, user_changes_travel_once);
	tcase_add_test(tc, user_changes_elements_and_bits);
	tcase_add_test(tc, user_changes_pointers);
	tcase_add_test(tc, buffers_in_chunks);
	tcase_add_test(tc, pointers_out);
	tcase_add_test(tc, handles);
	tcase_add_exit_test(tc, touching_a_handle, MDRV_EXIT_FAULT);
	tcase_add_exit_test(tc, pointer_to_local_memory, MDRV_EXIT_FAULT);
	tcase_add_test(tc, bad_lists);
	tcase_add_test(tc, existence_before_values);
	tcase_add_test(tc, lookup_by_address);
	tcase_add_test(tc, fields_of_parts);
	suite_add_tcase(s, tc);
	tcase_add_checked_fixture(checked, setup_checked, NULL);
	tcase_add_test(checked, what_goes_back_is_not_lost);
	tcase_add_loop_exit_test(checked, what_does_not_go_back, MDRV_EXIT_FAULT, 0, 2);
	tcase_add_test(checked, what_lies_behind_an_unknown_byte);
	suite_add_tcase(s, checked);
	sr = srunner_create(s);
	srunner_run_all(sr, CK_ENV);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
