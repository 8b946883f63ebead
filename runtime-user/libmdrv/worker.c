// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Threads. Whoever has sent a message receives the next one: no switch as long as
 * chains nest. A message for another chain is handed over with the monitor in it,
 * to the thread that waits for it or to an idle one, and the receiver becomes a
 * bystander. So at any time one thread at most receives or runs user code.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>
#include "internal.h"

#define WORKERS_MAX	(MDRV_DEPTH_MAX + 2)

static void *worker_main(void *arg);

static void lost(int rc) __attribute__((noreturn));
static void lost(int rc)
{
	/* Another thread has faulted and let go of the session: the end is that one's. */
	while (mdrv_self.dying)
		poll(NULL, 0, -1);
	if (rc == -ENODEV || rc == -ENOTCONN || rc == -ESRCH)
		mdrv_log(LOG_NOTICE, "the kernel half is gone");
	else
		mdrv_log(LOG_ERR, "session lost: %s", strerror(-rc));
	mdrv_leave(MDRV_EXIT_LOST);
}

/* The next message that concerns a chain; the session's end does not return. */
static void receive(struct mdrv_message *msg)
{
	int rc;

	do {
		rc = mdrv_self.transport->recv(mdrv_self.transport, msg);
		if (rc)
			lost(rc);
		if (msg->cmd == MDRV_CMD_ATTACH)
			mdrv_promoted(msg);
	} while (msg->cmd == MDRV_CMD_ATTACH);
	if (msg->cmd == MDRV_CMD_UPCALL || msg->cmd == MDRV_CMD_DOWNCALL)
		return;
	if (msg->cmd != MDRV_CMD_DETACH)
		lost(-EPROTO);
	if (msg->error) {
		mdrv_log(LOG_ERR, "the kernel ended the session: %s", strerror(-msg->error));
		mdrv_leave(MDRV_EXIT_LOST);
	}
	mdrv_log(LOG_NOTICE, "the kernel half is being unloaded");
	mdrv_leave(MDRV_EXIT_OK);
}

/* An answer goes to the thread that waits for it. */
static void deliver(struct mdrv_message *msg)
{
	struct mdrv_frame *frame;

	pthread_mutex_lock(&mdrv_self.lock);
	for (frame = mdrv_self.frames; frame; frame = frame->next) {
		if (frame->chain == msg->chain && !frame->got)
			break;
	}
	if (frame) {
		frame->msg = *msg;
		frame->got = true;
		pthread_cond_signal(&frame->cond);
	}
	pthread_mutex_unlock(&mdrv_self.lock);
	if (!frame)
		mdrv_fatal("an answer from the kernel for chain %u, which waits for none",
			   msg->chain);
}

/* An upcall goes to an idle thread, or a new one. */
static void delegate(struct mdrv_message *msg)
{
	struct mdrv_worker *worker;
	struct mdrv_message *copy;
	pthread_t thread;

	pthread_mutex_lock(&mdrv_self.lock);
	worker = mdrv_self.idle;
	if (worker) {
		mdrv_self.idle = worker->next;
		worker->msg = *msg;
		worker->got = true;
		pthread_cond_signal(&worker->cond);
	} else {
		mdrv_self.nworkers++;
	}
	pthread_mutex_unlock(&mdrv_self.lock);
	if (worker)
		return;
	copy = malloc(sizeof(*copy));
	if (!copy || mdrv_self.nworkers > WORKERS_MAX)
		mdrv_fatal("too many chains at once");
	*copy = *msg;
	if (pthread_create(&thread, NULL, worker_main, copy))
		mdrv_fatal("no thread for a nested upcall");
	pthread_detach(thread);
}

/* Until another thread hands over an answer. */
static void frame_wait(struct mdrv_frame *frame)
{
	pthread_mutex_lock(&mdrv_self.lock);
	while (!frame->got)
		pthread_cond_wait(&frame->cond, &mdrv_self.lock);
	pthread_mutex_unlock(&mdrv_self.lock);
}

static void frame_receive(struct mdrv_frame *frame)
{
	struct mdrv_message msg;

	for (;;) {
		receive(&msg);
		if (msg.cmd == MDRV_CMD_DOWNCALL && msg.chain == frame->chain) {
			frame->msg = msg;
			return;
		}
		if (msg.cmd == MDRV_CMD_UPCALL && msg.parent == frame->chain) {
			mdrv_serve(&msg);
			continue;
		}
		if (msg.cmd == MDRV_CMD_UPCALL)
			delegate(&msg);
		else
			deliver(&msg);
		frame_wait(frame);
		return;
	}
}

/* Sends a downcall and waits for its answer, serving upcalls that come between. */
void mdrv_crossing(struct mdrv_message *msg, struct mdrv_message *reply)
{
	struct mdrv_frame frame = { .chain = msg->chain, .cond = PTHREAD_COND_INITIALIZER };
	struct mdrv_frame **at;
	int rc;

	/* The list is touched with the monitor only. */
	frame.next = mdrv_self.frames;
	mdrv_self.frames = &frame;
	rc = mdrv_self.transport->send(mdrv_self.transport, msg);
	if (rc)
		lost(rc);
	frame_receive(&frame);
	for (at = &mdrv_self.frames; *at != &frame; at = &(*at)->next)
		;
	*at = frame.next;
	*reply = frame.msg;
}

/* Who runs has the monitor: plain stores, in an order that another process sees. */
static void note_begin(u32 func)
{
	struct mdrv_last *last = mdrv_self.last;

	if (!last)
		return;
	atomic_store_explicit(&last->upcall, func + 1, memory_order_relaxed);
	atomic_store_explicit(&last->last, func + 1, memory_order_relaxed);
	atomic_store_explicit(&last->count,
			      atomic_load_explicit(&last->count, memory_order_relaxed) + 1,
			      memory_order_relaxed);
}

static void note_end(const struct mdrv_chain *outer)
{
	if (mdrv_self.last)
		atomic_store_explicit(&mdrv_self.last->upcall, outer ? outer->func + 1 : 0,
				      memory_order_relaxed);
}

/* Serves one upcall on this thread's stack, and answers it. */
void mdrv_serve(struct mdrv_message *msg)
{
	struct mdrv_chain chain = {
		.outer = mdrv_current, .chain = msg->chain, .func = msg->func, .upcall = "?",
	};
	int rc;

	mdrv_self.busy++;
	mdrv_current = &chain;
	if (msg->func >= mdrv_self.plan->nupcalls)
		mdrv_fatal("the kernel asks for upcall %u of %u", msg->func,
			   mdrv_self.plan->nupcalls);
	chain.upcall = mdrv_self.plan->upcalls[msg->func].name;
	note_begin(msg->func);
	if (mdrv_verbose)
		mdrv_log(LOG_DEBUG, "upcall %s", chain.upcall);
	if (mdrv_sync_in(msg->sync, msg->sync_len))
		mdrv_fatal("cannot follow the kernel");
	mdrv_clock_mirror();
	mdrv_fault_upcall(chain.upcall, chain.chain);
	rc = mdrv_answer_upcall(msg);
	if (rc)
		lost(rc);
	mdrv_current = chain.outer;
	note_end(chain.outer);
	mdrv_buf_put(msg->buf);
	if (!--mdrv_self.busy && mdrv_self.stopping)
		mdrv_detach();
}

/* Waits, as one of the idle, until an upcall is handed over. */
static void idle_wait(struct mdrv_message *msg)
{
	struct mdrv_worker self = { .cond = PTHREAD_COND_INITIALIZER };

	pthread_mutex_lock(&mdrv_self.lock);
	self.next = mdrv_self.idle;
	mdrv_self.idle = &self;
	while (!self.got)
		pthread_cond_wait(&self.cond, &mdrv_self.lock);
	pthread_mutex_unlock(&mdrv_self.lock);
	*msg = self.msg;
}

/* What a thread does at the bottom of its stack. */
void mdrv_loop(void)
{
	struct mdrv_message msg;

	for (;;) {
		receive(&msg);
		while (msg.cmd == MDRV_CMD_DOWNCALL) {
			deliver(&msg);
			idle_wait(&msg);
		}
		mdrv_serve(&msg);
	}
}

static void *worker_main(void *arg)
{
	struct mdrv_message msg = *(struct mdrv_message *)arg;

	free(arg);
	mdrv_serve(&msg);
	mdrv_loop();
	return NULL;
}
