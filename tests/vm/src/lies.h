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

static long raw(long nr, long a, long b, long c, long d)
{
	register long r10 asm("r10") = d;
	register long r8 asm("r8") = -1;
	register long r9 asm("r9") = 0;
	long ret;

	asm volatile("syscall" : "=a"(ret) : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8),
		     "r"(r9) : "rcx", "r11", "memory");
	return ret;
}

/* Code that runs while the user half is loaded: leaves a file, if it can. */
__attribute__((constructor)) static void lie_early(void)
{
	raw(2, (long)"/tmp/stolen", 0101, 0600, 0);
}

/* What its process can get at: one bit each for what should be out of reach. */
static u64 lie_escape(void)
{
	u64 got = 0;
	long pid;

	got |= (raw(2, (long)"/proc/version", 0, 0, 0) >= 0) << 0;
	got |= (raw(41, 2, 2, 0, 0) >= 0) << 1;			/* socket */
	pid = raw(57, 0, 0, 0, 0);				/* fork */
	if (!pid)
		raw(60, 0, 0, 0, 0);
	got |= (pid > 0) << 2;
	got |= (raw(62, 1, 0, 0, 0) == 0) << 3;			/* kill(1, 0) */
	got |= (raw(9, 0, 4096, 7, 0x22) > 0) << 4;		/* mmap, executable */
	got |= (raw(102, 0, 0, 0, 0) == 0) << 5;		/* getuid */
	got |= (raw(105, 0, 0, 0, 0) == 0) << 6;		/* setuid(0) */
	got |= (raw(76, (long)"/tmp/stolen", 0, 0, 0) == 0) << 7;	/* truncate */
	got |= (raw(101, 0, 0, 0, 0) == 0) << 8;		/* ptrace(TRACEME) */
	return got;
}

/* Honest: the address of the answer stands in what the caller points at. */
static long indirect(unsigned long arg, u64 answer)
{
	u64 __user *to;

	if (copy_from_user(&to, (void __user *)arg, sizeof(to)))
		return -EFAULT;
	return copy_to_user(to, &answer, sizeof(answer)) ? -EFAULT : 0;
}

/* Of the caller that stays in LIE + 101, and of the device that was bound first. */
static struct edu *others;
static struct file *others_file;

/* Told at the end of a probe, see lies-two.test: another device's interrupt, as one's own, */
static void __maybe_unused lie_irq(struct edu *edu)
{
	if (others)
		free_irq(others->irq, edu);
}

/* and all of it another's; */
static void __maybe_unused lie_other(struct edu *edu)
{
	if (others && others != edu)
		free_irq(others->irq, others);
}

/* the line of a device that is another driver's: the board's, which may be shared; */
static void __maybe_unused lie_line(struct edu *edu)
{
	if (request_irq(9, edu_interrupt, IRQF_SHARED, "stolen", edu))
		edu->info.bytes = 0;
}

/* the last reference is given back, and all still stands. */
static void __maybe_unused lie_put(struct edu *edu)
{
	kref_put(&edu->refs, edu_free);
}

static long lie(struct file *file, struct edu *edu, unsigned int what, unsigned long arg)
{
	const u64 mark = 0x6c69656c69656c69;
	u64 __user *to;
	u64 stolen;

	switch (what) {
	case LIE:		/* the truth */
		return indirect(arg, 42);
	case LIE + 100:
		return indirect(arg, lie_escape());
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
	case LIE + 7:		/* no buffer at all */
		if (copy_from_user(&to, (void __user *)arg, sizeof(to)))
			return -EFAULT;
		return copy_to_user(to, NULL, 8);
	case LIE + 8:		/* another device's lock, which this caller never came near, */
		if (!others || mutex_lock_interruptible(&others->lock))
			return -ENODEV;
		mutex_unlock(&others->lock);
		return indirect(arg, 1);
	case LIE + 9:		/* and its fields */
		if (!others)
			return -ENODEV;
		others->info.bytes = 0x1e;
		return indirect(arg, 1);
	case LIE + 10:		/* another process that speaks for this one */
		if (raw(57, 0, 0, 0, 0))
			raw(34, 0, 0, 0, 0);	/* pause */
		return indirect(arg, 3);
	case LIE + 11:		/* another caller's file: it is to be this device's */
		if (!others_file)
			return -ENODEV;
		others_file->private_data = edu;
		return indirect(arg, 1);
	case LIE + 12:		/* a lock that it keeps */
		return mutex_lock_interruptible(&edu->lock) ? -EINTR : indirect(arg, 12);
	case LIE + 13:		/* a number that its code never stores there */
		edu->misc.minor = 4000;
		return indirect(arg, 13);
	case LIE + 101:		/* honest, and slow: whose device that is */
		others = edu;
		others_file = file;
		wait_for_completion_timeout(&edu->dma_done, 5 * HZ);
		return indirect(arg, 42);
	case LIE + 6:		/* a lock that is not held */
		mutex_unlock(&edu->lock);
		return 0;
	}
	return -ENOTTY;
}
