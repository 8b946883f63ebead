/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a shelf holds.  All shelves are alike but the last, which is a pipe.
 */
#ifndef SHELF_H
#define SHELF_H

#include <linux/cdev.h>
#include <linux/mutex.h>
#include <linux/types.h>
#include <linux/wait.h>

#define SHELF_LIMIT	65536

/**
 * struct shelf - one device
 * @cdev: how an open file finds it
 * @lock: for all that follows
 * @data: allocated with the first write, @capacity bytes
 * @used: bytes that were written
 * @openers: open files
 * @reads: read calls that gave something
 * @writes: write calls that took something
 * @last_error: of a call that failed, positive
 * @tag: what SHELF_EXCHANGE left here
 * @wait: of a pipe: something to read, or room
 */
struct shelf {
	struct cdev cdev;
	struct mutex lock;
	char *data;
	size_t capacity;
	size_t used;
	int openers;
	u64 reads;
	u64 writes;
	int last_error;
	unsigned int tag;
	wait_queue_head_t wait;
};

extern struct shelf *shelves;
extern int count;
extern const struct file_operations shelf_fops;
extern const struct file_operations shelf_pipe_fops;

void shelf_trim(struct shelf *shelf);
int shelf_prepare(struct shelf *shelf);
long shelf_ioctl(struct file *file, unsigned int cmd, unsigned long arg);
int shelf_open(struct inode *inode, struct file *file);
int shelf_release(struct inode *inode, struct file *file);

#endif
