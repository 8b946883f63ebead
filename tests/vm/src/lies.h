/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a user half of samples/edu does that lies: tests/vm/lies.test puts this before
 * edu_ioctl() and a call of it at that function's start.  Each lie speaks the protocol
 * as it should be spoken; only what it says is not for it to say.
 */
#define LIE	0x1e00

static long lie_alloc(unsigned int record)
{
	struct mdrv_call call;

	mdrv_downcall_begin(&call, MDRV_DC_ALLOC);
	mdrv_put_int(&call, sizeof(struct edu));
	mdrv_put_int(&call, 0);
	mdrv_put_int(&call, record);
	mdrv_downcall_run(&call);
	return mdrv_downcall_end(&call, !mdrv_get_ptr(&call, record));
}

/* Honest: the address of the answer stands in what the caller points at. */
static long indirect(unsigned long arg)
{
	const u64 answer = 42;
	u64 __user *to;

	if (copy_from_user(&to, (void __user *)arg, sizeof(to)))
		return -EFAULT;
	return copy_to_user(to, &answer, sizeof(answer)) ? -EFAULT : 0;
}

static long lie(struct edu *edu, unsigned int what, unsigned long arg)
{
	const u64 mark = 0x6c69656c69656c69;
	u64 stolen;

	switch (what) {
	case LIE:		/* the truth */
		return indirect(arg);
	case LIE + 1:		/* memory of the caller that it did not name */
		return copy_to_user((void __user *)0x700000000000, &mark, sizeof(mark));
	case LIE + 2:
		return copy_from_user(&stolen, (void __user *)0x700000000000, sizeof(stolen));
	case LIE + 3:		/* records that this operation does not allocate, */
		return lie_alloc(MDRV_REC_edu);
	case LIE + 4:		/* or nobody but the kernel does */
		return lie_alloc(MDRV_REC_pci_dev);
	case LIE + 5:		/* the ground under an open file */
		mdrv_free(edu);
		return 0;
	case LIE + 6:		/* a lock that is not held */
		mutex_unlock(&edu->lock);
		return 0;
	}
	return -ENOTTY;
}
