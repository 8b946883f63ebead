// SPDX-License-Identifier: GPL-2.0-only
#include <linux/fs.h>
#include <linux/mii.h>
#include <linux/module.h>

struct request {
	u32 command;
	union {
		u8 bytes[16];
		struct mii_ioctl_data data;
		void *pointer;
	} u;
	u8 buffer[4][16];
	u16 words[8];
	struct mii_ioctl_data several[3];
	struct mii_ioctl_data *stored;
	void *anything;
};

struct wide {
	u32 first[4], last;
};

struct halves {
	u16 low, high;
};

static struct request request;
static struct mii_if_info mii;

#define DATA_OF(request) ((struct mii_ioctl_data *)&(request)->u)

static inline struct mii_ioctl_data *data_of(struct request *r)
{
	return (struct mii_ioctl_data *)&r->u;
}

static int pass(struct mii_ioctl_data *data)
{
	return generic_mii_ioctl(&mii, data, SIOCGMIIPHY, NULL);
}

static long by_cast(struct file *file, unsigned int command, unsigned long argument)
{
	struct request *r = &request;

	return generic_mii_ioctl(&mii, (struct mii_ioctl_data *)&r->u, SIOCGMIIPHY, NULL);
}

static long by_macro(struct file *file, unsigned int command, unsigned long argument)
{
	struct mii_ioctl_data *data = DATA_OF(&request);

	return pass(data);
}

static long by_inline(struct file *file, unsigned int command, unsigned long argument)
{
	return pass(data_of(&request));
}

static long by_void(struct file *file, unsigned int command, unsigned long argument)
{
	struct request *r = &request;
	void *address = r->buffer[1];

	return pass(address);
}

static long of_numbers(struct file *file, unsigned int command, unsigned long argument)
{
	return pass((struct mii_ioctl_data *)&request.words[2]);
}

static long of_whole(struct file *file, unsigned int command, unsigned long argument)
{
	return pass((struct mii_ioctl_data *)&request);
}

static long stores(struct file *file, unsigned int command, unsigned long argument)
{
	request.stored = (struct mii_ioctl_data *)request.buffer[0];
	return 0;
}

/* Nothing of it crosses by a name. */
static long looks(struct file *file, unsigned int command, unsigned long argument)
{
	return ((struct halves *)&request.u)->high;
}

/* And what is next to them. */
static long looks_beyond(struct file *file, unsigned int command, unsigned long argument)
{
	return ((struct wide *)request.words)->last;
}

/* These are what they are handed on as. */
static long of_element(struct file *file, unsigned int command, unsigned long argument)
{
	return pass(&request.several[1]);
}

static long of_member(struct file *file, unsigned int command, unsigned long argument)
{
	return pass(&request.u.data);
}

/* Numbers seen as other numbers, here. */
static long views(struct file *file, unsigned int command, unsigned long argument)
{
	struct halves *halves = (struct halves *)&request.words[2];

	halves->low = 1;
	return ((struct halves *)request.buffer[0])->high;
}

#define OPERATIONS(name) \
	const struct file_operations name##_operations = { .unlocked_ioctl = name }
OPERATIONS(by_cast);
OPERATIONS(by_macro);
OPERATIONS(by_inline);
OPERATIONS(by_void);
OPERATIONS(of_numbers);
OPERATIONS(of_whole);
OPERATIONS(stores);
OPERATIONS(looks);
OPERATIONS(looks_beyond);
OPERATIONS(of_element);
OPERATIONS(of_member);
OPERATIONS(views);

MODULE_LICENSE("GPL");
/*
 * check-name: a part of a record that is taken for something else is nothing in the other half
 * domain: by_cast: kernel
 * reason: by_cast: takes struct request\.u for a struct mii_ioctl_data, which it is not
 * domain: by_macro: kernel
 * reason: by_macro: takes struct request\.u for a struct mii_ioctl_data
 * domain: data_of: kernel
 * reason: data_of: takes struct request\.u for a struct mii_ioctl_data
 * domain: by_inline: user
 * domain: by_void: kernel
 * reason: by_void: takes struct request\.buffer for a struct mii_ioctl_data
 * domain: of_numbers: kernel
 * reason: of_numbers: takes struct request\.words for a struct mii_ioctl_data
 * domain: of_whole: kernel
 * domain: stores: kernel
 * reason: stores: takes struct request\.buffer for a struct mii_ioctl_data
 * domain: looks: kernel
 * domain: looks_beyond: kernel
 * reason: looks_beyond: takes struct request\.words for a struct wide
 * domain: of_element: user
 * domain: of_member: user
 * domain: views: user
 */
