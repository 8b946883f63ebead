// SPDX-License-Identifier: GPL-2.0-or-later
#include <check.h>
#include <stdlib.h>
#include <string.h>
#include "loopback.h"

#define QUEUE	8

struct packet {
	struct mdrv_message msg;
	struct list args, sync;
};

struct queue {
	pthread_mutex_t lock;
	pthread_cond_t more;
	struct packet *packet[QUEUE];
	int n;
};

static struct queue to_user = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, { 0 }, 0 };
static struct queue to_kernel = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, { 0 }, 0 };

static void push(struct queue *q, const struct mdrv_message *msg)
{
	struct packet *p = calloc(1, sizeof(*p));

	p->msg = *msg;
	p->args.len = msg->args_len;
	p->sync.len = msg->sync_len;
	if (msg->args_len)
		memcpy(p->args.data, msg->args, msg->args_len);
	if (msg->sync_len)
		memcpy(p->sync.data, msg->sync, msg->sync_len);
	pthread_mutex_lock(&q->lock);
	ck_assert_int_lt(q->n, QUEUE);
	q->packet[q->n++] = p;
	pthread_cond_signal(&q->more);
	pthread_mutex_unlock(&q->lock);
}

static struct packet *pop(struct queue *q)
{
	struct packet *p;

	pthread_mutex_lock(&q->lock);
	while (!q->n)
		pthread_cond_wait(&q->more, &q->lock);
	p = q->packet[0];
	memmove(q->packet, q->packet + 1, --q->n * sizeof(p));
	pthread_mutex_unlock(&q->lock);
	return p;
}

static int loop_send(struct mdrv_transport *t, const struct mdrv_message *msg)
{
	push(&to_kernel, msg);
	return 0;
}

static int loop_recv(struct mdrv_transport *t, struct mdrv_message *msg)
{
	struct packet *p = pop(&to_user);

	*msg = p->msg;
	msg->buf = mdrv_buf_get();
	msg->args = msg->buf->data;
	/* Aligned no better than netlink does it. */
	msg->sync = msg->buf->data + p->args.len + 4;
	memcpy(msg->buf->data, p->args.data, p->args.len);
	memcpy((u8 *)msg->sync, p->sync.data, p->sync.len);
	free(p);
	return 0;
}

static struct mdrv_transport transport = { loop_send, loop_recv };

void loopback_start(const struct mdrv_plan *plan)
{
	mdrv_log_to("test", 0, 0);
	mdrv_self.plan = plan;
	mdrv_self.transport = &transport;
	if (!mdrv_self.handles)
		mdrv_twins_init();
	mdrv_twins_reset();
	mdrv_clock_set(250, 1000, mdrv_ktime_ns());
}

static void *worker(void *arg)
{
	mdrv_loop();
	return NULL;
}

void loopback_serve(void)
{
	pthread_t thread;

	ck_assert_int_eq(pthread_create(&thread, NULL, worker, NULL), 0);
	pthread_detach(thread);
}

static void kernel_send(struct mdrv_message *msg, const struct list *args, const struct list *sync)
{
	if (args) {
		msg->args = args->data;
		msg->args_len = args->len;
	}
	if (sync) {
		msg->sync = sync->data;
		msg->sync_len = sync->len;
	}
	push(&to_user, msg);
}

void kernel_upcall(u32 chain, u32 parent, u32 func, const struct list *args,
		   const struct list *sync)
{
	struct mdrv_message msg = {
		.cmd = MDRV_CMD_UPCALL, .chain = chain, .parent = parent, .func = func,
	};

	kernel_send(&msg, args, sync);
}

void kernel_answer(u32 chain, int error, const struct list *args, const struct list *sync)
{
	struct mdrv_message msg = { .cmd = MDRV_CMD_DOWNCALL, .chain = chain, .error = error };

	kernel_send(&msg, args, sync);
}

void kernel_detach(int error)
{
	struct mdrv_message msg = { .cmd = MDRV_CMD_DETACH, .error = error };

	kernel_send(&msg, NULL, NULL);
}

struct mdrv_message kernel_next(struct list *args, struct list *sync)
{
	struct packet *p = pop(&to_kernel);
	struct mdrv_message msg = p->msg;

	if (args)
		*args = p->args;
	if (sync)
		*sync = p->sync;
	free(p);
	return msg;
}

void list_bytes(struct list *list, const void *data, u32 len)
{
	memcpy(list->data + list->len, data, len);
	memset(list->data + list->len + len, 0, MDRV_PAD(len) - len);
	list->len += MDRV_PAD(len);
}

void list_int(struct list *list, u64 value)
{
	list_bytes(list, &value, sizeof(value));
}

void list_ptr(struct list *list, u16 tag, u16 obj, u16 gen, u16 place, u64 value)
{
	struct mdrv_ptr ptr = {
		.tag = tag, .obj = obj, .gen = gen, .place = place, .value = value,
	};

	list_bytes(list, &ptr, sizeof(ptr));
}

void list_string(struct list *list, const char *text)
{
	list_ptr(list, MDRV_T_STR, 0, 0, 0, strlen(text) + 1);
	list_bytes(list, text, strlen(text) + 1);
}

void list_item(struct list *list, u16 op, u16 obj, u16 gen, u16 field, u32 elem,
	       const void *data, u32 len)
{
	struct mdrv_item item = {
		.op = op, .obj = obj, .gen = gen, .field = field, .elem = elem, .len = len,
	};

	list_bytes(list, &item, sizeof(item));
	list_bytes(list, data, len);
}

void list_new(struct list *list, u16 obj, u16 gen, const struct mdrv_new *what)
{
	list_item(list, MDRV_OP_NEW, obj, gen, 0, 0, what, sizeof(*what));
}

void list_set_int(struct list *list, u16 obj, u16 gen, u16 field, u32 elem, u64 value)
{
	list_item(list, MDRV_OP_SET, obj, gen, field, elem, &value, sizeof(value));
}
