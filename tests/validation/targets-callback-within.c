// SPDX-License-Identifier: GPL-2.0-only
#include <kernel.h>

struct kref {
	int count;
};
int kref_put(struct kref *kref, void (*release)(struct kref *kref));

struct object {
	struct kref kref;
	void (*release)(struct kref *kref);
};
static spinlock_t lock;

static void release_one(struct kref *kref) { }

static void put(struct object *object)
{
	spin_lock(&lock);
	kref_put(&object->kref, object->release);
	spin_unlock(&lock);
}

static int open(struct inode *inode, struct file *file)
{
	static struct object object;

	object.release = release_one;
	put(&object);
	return 0;
}

const struct file_operations fops = { .open = open };

MODULE_LICENSE("GPL");
/*
 * check-name: a callback that the kernel runs within the call, kept in a field
 * expect: put: call .*kref_put .*TARGETS callback:release_one$
 * context: release_one: atomic
 * reason: release_one: called from put.. by way of kref_put.. under spin_lock
 */
