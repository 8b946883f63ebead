// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct client {
	void (*notify)(struct client *client);
	struct client *next;
};
static struct client *clients;
static spinlock_t lock;

static void notified(struct client *client) { }

static void add_client(struct client *client, void (*notify)(struct client *client))
{
	client->notify = notify;
	client->next = clients;
	clients = client;
}

static irqreturn_t interrupt(int irq, void *data)
{
	clients->notify(clients);
	return IRQ_HANDLED;
}

static struct client one;

static int open(struct inode *inode, struct file *file)
{
	add_client(&one, notified);
	return request_threaded_irq(1, interrupt, NULL, 0, "x", NULL);
}

const struct file_operations fops = { .open = open };

MODULE_LICENSE("GPL");
/*
 * check-name: a callback of the driver's own runs in the context that it is called in
 * expect: interrupt: call .*TARGETS slot:notified$
 * reject: notified: escape
 * context: notified: hardirq
 * reason: notified: called from interrupt.. through struct client.notify in hardirq context
 * no-ambiguity: notified
 */
