// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct queue {
	int length;
	spinlock_t lock;
};

struct device_data {
	int value;
	struct queue queues[4];
};

void add(struct device_data *data, int i)
{
	spin_lock(&data->queues[i].lock);
	data->queues[i].length++;
	spin_unlock(&data->queues[i].lock);
}

MODULE_LICENSE("GPL");
/*
 * check-name: a lock of a record in an array in a record
 * plan: locks.0.name: ^struct queue.lock$
 */
