/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The little that small inputs need of a kernel: names and shapes that the knowledge
 * base knows, without bodies. An input that starts with
 *	#include <kernel.h>
 * is compiled over this file alone: it takes a fifth of the time, and means the same
 * for every kernel release.
 */
#ifndef KERNEL_H
#define KERNEL_H

#define NULL ((void *)0)
#define __init __attribute__((__section__(".init.text")))
#define __exit __attribute__((__section__(".exit.text")))
#define __user
#define GFP_KERNEL 0xcc0u
#define GFP_ATOMIC 0xa20u
#define EIO 5
#define ENOMEM 12
#define container_of(pointer, type, member) \
	((type *)((char *)(pointer) - __builtin_offsetof(type, member)))

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef unsigned long size_t;
typedef long ssize_t;
typedef long long loff_t;
typedef unsigned int gfp_t;
typedef _Bool bool;

struct module;
struct file;
struct inode;
extern struct module __this_module;
#define THIS_MODULE (&__this_module)

/* Memory and printing. */
void *kmalloc(size_t size, gfp_t flags);
void *kzalloc(size_t size, gfp_t flags);
void kfree(const void *object);
int _printk(const char *format, ...);
void *memcpy(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);
size_t strlen(const char *text);

/* Locks. */
typedef struct spinlock {
	u32 slock;
} spinlock_t;
struct mutex {
	u32 owner;
};

void spin_lock(spinlock_t *lock);
void spin_unlock(spinlock_t *lock);
void spin_lock_bh(spinlock_t *lock);
void spin_unlock_bh(spinlock_t *lock);
void spin_lock_irq(spinlock_t *lock);
void spin_unlock_irq(spinlock_t *lock);
int spin_trylock(spinlock_t *lock);
unsigned long _raw_spin_lock_irqsave(spinlock_t *lock);
void _raw_spin_unlock_irqrestore(spinlock_t *lock, unsigned long flags);
#define spin_lock_irqsave(lock, flags) ((flags) = _raw_spin_lock_irqsave(lock))
#define spin_unlock_irqrestore(lock, flags) _raw_spin_unlock_irqrestore(lock, flags)
void mutex_lock(struct mutex *lock);
void mutex_unlock(struct mutex *lock);
void rcu_read_lock(void);
void rcu_read_unlock(void);
void local_bh_disable(void);
void local_bh_enable(void);
void preempt_disable(void);
void preempt_enable(void);
void msleep(unsigned int milliseconds);

/* Interrupts, timers, work. */
typedef enum { IRQ_NONE, IRQ_HANDLED, IRQ_WAKE_THREAD } irqreturn_t;
typedef irqreturn_t (*irq_handler_t)(int irq, void *data);
int request_threaded_irq(unsigned int irq, irq_handler_t handler, irq_handler_t thread,
			 unsigned long flags, const char *name, void *data);
const void *free_irq(unsigned int irq, void *data);

struct timer_list {
	unsigned long expires;
	void (*function)(struct timer_list *timer);
};
struct work_struct {
	unsigned long data;
	void (*func)(struct work_struct *work);
};

/* Devices and files. */
struct device {
	void *driver_data;
};
struct device_driver {
	const char *name;
	int (*probe)(struct device *dev);
	int (*remove)(struct device *dev);
};
struct file_operations {
	struct module *owner;
	loff_t (*llseek)(struct file *file, loff_t offset, int whence);
	ssize_t (*read)(struct file *file, char __user *to, size_t count, loff_t *position);
	ssize_t (*write)(struct file *file, const char __user *from, size_t count,
			 loff_t *position);
	long (*unlocked_ioctl)(struct file *file, unsigned int command, unsigned long argument);
	int (*open)(struct inode *inode, struct file *file);
	int (*release)(struct inode *inode, struct file *file);
};

#define MODULE_LICENSE(text) \
	static const char module_license[] __attribute__((used, section(".modinfo"))) = text
#define module_init(function) int init_module(void) __attribute__((alias(#function)))
#define module_exit(function) void cleanup_module(void) __attribute__((alias(#function)))

#endif /* KERNEL_H */
