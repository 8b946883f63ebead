// SPDX-License-Identifier: GPL-2.0-only
/*
 * Driver for the educational PCI device of QEMU (-device edu), written from its
 * specification (docs/specs/edu of QEMU).
 *
 * The device computes factorials, moves memory by DMA between the guest and a
 * 4 KiB buffer of its own, and raises interrupts: when a computation is done,
 * when a transfer is done, and when told to by a register. All of it is offered
 * through a character device, see edu-uapi.h.
 */
#include <linux/completion.h>
#include <linux/dma-mapping.h>
#include <linux/fs.h>
#include <linux/idr.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/iopoll.h>
#include <linux/kref.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/pci.h>
#include <linux/poll.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/uaccess.h>
#include <linux/wait.h>

#include "edu-uapi.h"

#define EDU_VENDOR		0x1234
#define EDU_DEVICE		0x11e8

/* registers in BAR 0 */
#define EDU_ID			0x00
#define EDU_LIVENESS		0x04
#define EDU_FACTORIAL		0x08
#define EDU_STATUS		0x20
#define  EDU_STATUS_BUSY	0x01
#define  EDU_STATUS_IRQ		0x80	/* raise EDU_IRQ_FACTORIAL when done */
#define EDU_IRQ_STATUS		0x24
#define EDU_IRQ_RAISE		0x60
#define EDU_IRQ_ACK		0x64
#define EDU_DMA_SRC		0x80
#define EDU_DMA_DST		0x88
#define EDU_DMA_COUNT		0x90
#define EDU_DMA_CMD		0x98
#define  EDU_DMA_START		0x01
#define  EDU_DMA_TO_RAM		0x02
#define  EDU_DMA_IRQ		0x04	/* raise EDU_IRQ_DMA when done */

#define EDU_IRQ_FACTORIAL	0x00000001
#define EDU_IRQ_DMA		0x00000100

#define EDU_DEVICE_BUFFER	0x40000	/* where the device sees its own buffer */
#define EDU_DMA_BITS		28
#define EDU_DMA_SIZE		4096	/* EDU_BUFFER_SIZE are in use */

#define EDU_TIMEOUT		(2 * HZ)
#define EDU_IDLE_POLL_US	1000
#define EDU_IDLE_TIMEOUT_US	2000000

/**
 * struct edu - one device
 * @refs:	held by the binding and by every open file
 * @pdev:	the PCI device
 * @regs:	BAR 0
 * @misc:	the character device
 * @name:	its name
 * @id:		number in it
 * @irq:	interrupt number
 * @buffer:	memory for DMA, of EDU_DMA_SIZE
 * @buffer_dma:	its address for the device
 * @lock:	one user of registers and buffer at a time; protects @gone, @info
 * @gone:	the driver has been unbound, only open files are left
 * @info:	identification and counters, but for the interrupts
 * @factorial_done: completed by the interrupt
 * @dma_done:	completed by the interrupt
 * @irq_lock:	protects @raised, @interrupts
 * @raised:	interrupt bits that nobody has taken yet
 * @interrupts:	how many were handled
 * @wait:	for @raised
 */
struct edu {
	struct kref refs;
	struct pci_dev *pdev;
	void __iomem *regs;
	struct miscdevice misc;
	char name[16];
	int id;
	int irq;
	void *buffer;
	dma_addr_t buffer_dma;

	struct mutex lock;
	bool gone;
	struct edu_info info;

	struct completion factorial_done;
	struct completion dma_done;

	spinlock_t irq_lock;
	u32 raised;
	u32 interrupts;
	wait_queue_head_t wait;
};

static DEFINE_IDA(edu_ids);

static irqreturn_t edu_interrupt(int irq, void *data)
{
	struct edu *edu = data;
	u32 status = readl(edu->regs + EDU_IRQ_STATUS);

	if (!status)
		return IRQ_NONE;
	writel(status, edu->regs + EDU_IRQ_ACK);

	spin_lock(&edu->irq_lock);
	edu->interrupts++;
	edu->raised |= status & ~EDU_IRQ_RESERVED;
	spin_unlock(&edu->irq_lock);

	if (status & EDU_IRQ_FACTORIAL)
		complete(&edu->factorial_done);
	if (status & EDU_IRQ_DMA)
		complete(&edu->dma_done);
	if (status & ~EDU_IRQ_RESERVED)
		wake_up_interruptible(&edu->wait);
	return IRQ_HANDLED;
}

/* Take those of the raised bits that the mask names. */
static u32 edu_take_raised(struct edu *edu, u32 mask)
{
	u32 taken;

	spin_lock_irq(&edu->irq_lock);
	taken = edu->raised & mask;
	edu->raised &= ~taken;
	spin_unlock_irq(&edu->irq_lock);
	return taken;
}

static u32 edu_interrupts(struct edu *edu)
{
	u32 interrupts;

	spin_lock_irq(&edu->irq_lock);
	interrupts = edu->interrupts;
	spin_unlock_irq(&edu->irq_lock);
	return interrupts;
}

/* Returns the bits taken, or a negative errno. */
static long edu_wait_raised(struct edu *edu, u32 mask, unsigned int timeout_ms)
{
	u32 taken = 0;
	long left;

	left = wait_event_interruptible_timeout(edu->wait,
			(taken = edu_take_raised(edu, mask)) || READ_ONCE(edu->gone),
			msecs_to_jiffies(timeout_ms));
	if (taken)
		return taken;
	if (left < 0)
		return left;
	return READ_ONCE(edu->gone) ? -ENODEV : -ETIMEDOUT;
}

static void edu_free(struct kref *refs)
{
	struct edu *edu = container_of(refs, struct edu, refs);

	ida_free(&edu_ids, edu->id);
	kfree(edu);
}

/* Exclusive use of the device, which must still be there. */
static int edu_lock(struct edu *edu)
{
	if (mutex_lock_interruptible(&edu->lock))
		return -ERESTARTSYS;
	if (!edu->gone)
		return 0;
	mutex_unlock(&edu->lock);
	return -ENODEV;
}

static void edu_unlock(struct edu *edu)
{
	mutex_unlock(&edu->lock);
}

/*
 * Nobody may have waited for the end of what the device did last; neither its
 * work nor its interrupt must be taken for that of the next command.
 */
static int edu_wait_idle(struct edu *edu, unsigned int reg, u32 busy)
{
	u32 value;
	int ret;

	ret = readl_poll_timeout(edu->regs + reg, value, !(value & busy),
				 EDU_IDLE_POLL_US, EDU_IDLE_TIMEOUT_US);
	synchronize_irq(edu->irq);
	return ret;
}

/* Let the device compute; the interrupt says when it is done. */
static int edu_factorial(struct edu *edu, u32 n, u32 *result)
{
	int ret = edu_wait_idle(edu, EDU_STATUS, EDU_STATUS_BUSY);

	if (ret)
		return ret;
	reinit_completion(&edu->factorial_done);
	writel(EDU_STATUS_IRQ, edu->regs + EDU_STATUS);
	writel(n, edu->regs + EDU_FACTORIAL);
	if (!wait_for_completion_timeout(&edu->factorial_done, EDU_TIMEOUT)) {
		dev_err(&edu->pdev->dev, "no interrupt after computation, status %#x\n",
			readl(edu->regs + EDU_STATUS));
		return -ETIMEDOUT;
	}
	*result = readl(edu->regs + EDU_FACTORIAL);
	return 0;
}

/* Move bytes between the DMA buffer and the device's own, at the same offset. */
static int edu_transfer(struct edu *edu, size_t offset, size_t count, bool to_ram)
{
	u32 ram = lower_32_bits(edu->buffer_dma) + offset;
	u32 device = EDU_DEVICE_BUFFER + offset;
	u32 command = EDU_DMA_START | EDU_DMA_IRQ;
	int ret = edu_wait_idle(edu, EDU_DMA_CMD, EDU_DMA_START);

	if (ret)
		return ret;
	if (to_ram)
		command |= EDU_DMA_TO_RAM;
	reinit_completion(&edu->dma_done);
	writel(to_ram ? device : ram, edu->regs + EDU_DMA_SRC);
	writel(to_ram ? ram : device, edu->regs + EDU_DMA_DST);
	writel(count, edu->regs + EDU_DMA_COUNT);
	writel(command, edu->regs + EDU_DMA_CMD);
	if (!wait_for_completion_timeout(&edu->dma_done, EDU_TIMEOUT)) {
		dev_err(&edu->pdev->dev, "no interrupt after transfer of %zu bytes\n", count);
		return -ETIMEDOUT;
	}
	edu->info.transfers++;
	edu->info.bytes += count;
	return 0;
}

static ssize_t edu_read(struct file *file, char __user *user, size_t count, loff_t *pos)
{
	struct edu *edu = file->private_data;
	loff_t at = *pos;
	ssize_t ret;

	if (at < 0)
		return -EINVAL;
	if (at >= EDU_BUFFER_SIZE || !count)
		return 0;
	count = min_t(size_t, count, EDU_BUFFER_SIZE - at);

	ret = edu_lock(edu);
	if (ret)
		return ret;
	ret = edu_transfer(edu, at, count, true);
	if (!ret && copy_to_user(user, edu->buffer + at, count))
		ret = -EFAULT;
	edu_unlock(edu);
	if (ret)
		return ret;
	*pos = at + count;
	return count;
}

static ssize_t edu_write(struct file *file, const char __user *user, size_t count, loff_t *pos)
{
	struct edu *edu = file->private_data;
	loff_t at = *pos;
	ssize_t ret;

	if (at < 0)
		return -EINVAL;
	if (!count)
		return 0;
	if (at >= EDU_BUFFER_SIZE)
		return -ENOSPC;
	count = min_t(size_t, count, EDU_BUFFER_SIZE - at);

	ret = edu_lock(edu);
	if (ret)
		return ret;
	if (copy_from_user(edu->buffer + at, user, count))
		ret = -EFAULT;
	else
		ret = edu_transfer(edu, at, count, false);
	edu_unlock(edu);
	if (ret)
		return ret;
	*pos = at + count;
	return count;
}

static loff_t edu_llseek(struct file *file, loff_t offset, int whence)
{
	return fixed_size_llseek(file, offset, whence, EDU_BUFFER_SIZE);
}

static __poll_t edu_poll(struct file *file, poll_table *table)
{
	struct edu *edu = file->private_data;

	poll_wait(file, &edu->wait, table);
	if (READ_ONCE(edu->gone))
		return EPOLLHUP | EPOLLERR;
	return READ_ONCE(edu->raised) ? EPOLLPRI : 0;
}

static int edu_ioctl_info(struct edu *edu, void __user *arg)
{
	struct edu_info info;
	int ret;

	ret = edu_lock(edu);
	if (ret)
		return ret;
	info = edu->info;
	edu_unlock(edu);
	info.interrupts = edu_interrupts(edu);
	return copy_to_user(arg, &info, sizeof(info)) ? -EFAULT : 0;
}

static int edu_ioctl_factorial(struct edu *edu, void __user *arg)
{
	struct edu_factorial work;
	int ret;

	if (copy_from_user(&work, arg, sizeof(work)))
		return -EFAULT;
	ret = edu_lock(edu);
	if (ret)
		return ret;
	ret = edu_factorial(edu, work.n, &work.result);
	edu_unlock(edu);
	if (ret)
		return ret;
	return copy_to_user(arg, &work, sizeof(work)) ? -EFAULT : 0;
}

static int edu_ioctl_liveness(struct edu *edu, u32 __user *arg)
{
	u32 value;
	int ret;

	if (get_user(value, arg))
		return -EFAULT;
	ret = edu_lock(edu);
	if (ret)
		return ret;
	writel(value, edu->regs + EDU_LIVENESS);
	value = readl(edu->regs + EDU_LIVENESS);
	edu_unlock(edu);
	return put_user(value, arg);
}

static int edu_ioctl_raise(struct edu *edu, u32 __user *arg)
{
	u32 bits;
	int ret;

	if (get_user(bits, arg))
		return -EFAULT;
	if (!bits || (bits & EDU_IRQ_RESERVED))
		return -EINVAL;
	ret = edu_lock(edu);
	if (ret)
		return ret;
	writel(bits, edu->regs + EDU_IRQ_RAISE);
	edu_unlock(edu);
	return 0;
}

/* Without the lock: the others shall not wait for this waiter. */
static int edu_ioctl_wait(struct edu *edu, void __user *arg)
{
	struct edu_wait wait;
	long taken;

	if (copy_from_user(&wait, arg, sizeof(wait)))
		return -EFAULT;
	if (!wait.mask || (wait.mask & EDU_IRQ_RESERVED))
		return -EINVAL;
	taken = edu_wait_raised(edu, wait.mask, wait.timeout_ms);
	if (taken < 0)
		return taken;
	wait.mask = taken;
	return copy_to_user(arg, &wait, sizeof(wait)) ? -EFAULT : 0;
}

static long edu_ioctl(struct file *file, unsigned int command, unsigned long arg)
{
	struct edu *edu = file->private_data;
	void __user *user = (void __user *)arg;

	switch (command) {
	case EDU_IOC_INFO:
		return edu_ioctl_info(edu, user);
	case EDU_IOC_FACTORIAL:
		return edu_ioctl_factorial(edu, user);
	case EDU_IOC_LIVENESS:
		return edu_ioctl_liveness(edu, user);
	case EDU_IOC_RAISE:
		return edu_ioctl_raise(edu, user);
	case EDU_IOC_WAIT:
		return edu_ioctl_wait(edu, user);
	}
	return -ENOTTY;
}

/* misc_open() left the miscdevice in private_data, and holds misc_mtx. */
static int edu_open(struct inode *inode, struct file *file)
{
	struct edu *edu = container_of(file->private_data, struct edu, misc);

	kref_get(&edu->refs);
	file->private_data = edu;
	return 0;
}

static int edu_release(struct inode *inode, struct file *file)
{
	struct edu *edu = file->private_data;

	kref_put(&edu->refs, edu_free);
	return 0;
}

static const struct file_operations edu_fops = {
	.owner = THIS_MODULE,
	.open = edu_open,
	.release = edu_release,
	.read = edu_read,
	.write = edu_write,
	.llseek = edu_llseek,
	.poll = edu_poll,
	.unlocked_ioctl = edu_ioctl,
	.compat_ioctl = compat_ptr_ioctl,
};

/* Is it alive, and what is it? */
static int edu_identify(struct edu *edu)
{
	const u32 probe = 0x5a17c0de;

	writel(probe, edu->regs + EDU_LIVENESS);
	if (readl(edu->regs + EDU_LIVENESS) != ~probe) {
		dev_err(&edu->pdev->dev, "the device does not answer\n");
		return -EIO;
	}
	edu->info.id = readl(edu->regs + EDU_ID);
	edu->info.version = ((edu->info.id >> 24) << 8) | ((edu->info.id >> 16) & 0xff);
	return 0;
}

static struct edu *edu_alloc(struct pci_dev *pdev)
{
	struct edu *edu = kzalloc(sizeof(*edu), GFP_KERNEL);

	if (!edu)
		return NULL;
	edu->id = ida_alloc(&edu_ids, GFP_KERNEL);
	if (edu->id < 0) {
		kfree(edu);
		return NULL;
	}
	snprintf(edu->name, sizeof(edu->name), "edu%d", edu->id);
	kref_init(&edu->refs);
	edu->pdev = pdev;
	mutex_init(&edu->lock);
	spin_lock_init(&edu->irq_lock);
	init_completion(&edu->factorial_done);
	init_completion(&edu->dma_done);
	init_waitqueue_head(&edu->wait);
	edu->misc.minor = MISC_DYNAMIC_MINOR;
	edu->misc.name = edu->name;
	edu->misc.fops = &edu_fops;
	edu->misc.parent = &pdev->dev;
	return edu;
}

static int edu_probe(struct pci_dev *pdev, const struct pci_device_id *id)
{
	struct edu *edu;
	int ret;

	edu = edu_alloc(pdev);
	if (!edu)
		return -ENOMEM;
	ret = pci_enable_device(pdev);
	if (ret)
		goto err_put;
	ret = pci_request_regions(pdev, KBUILD_MODNAME);
	if (ret)
		goto err_disable;
	ret = dma_set_mask_and_coherent(&pdev->dev, DMA_BIT_MASK(EDU_DMA_BITS));
	if (ret)
		goto err_regions;
	edu->regs = pci_iomap(pdev, 0, 0);
	if (!edu->regs) {
		ret = -ENOMEM;
		goto err_regions;
	}
	ret = edu_identify(edu);
	if (ret)
		goto err_unmap;
	edu->buffer = dma_alloc_coherent(&pdev->dev, EDU_DMA_SIZE, &edu->buffer_dma, GFP_KERNEL);
	if (!edu->buffer) {
		ret = -ENOMEM;
		goto err_unmap;
	}
	pci_set_master(pdev);
	ret = pci_alloc_irq_vectors(pdev, 1, 1, PCI_IRQ_ALL_TYPES);
	if (ret < 0)
		goto err_buffer;
	edu->irq = pci_irq_vector(pdev, 0);
	ret = request_irq(edu->irq, edu_interrupt, IRQF_SHARED, KBUILD_MODNAME, edu);
	if (ret)
		goto err_vectors;
	pci_set_drvdata(pdev, edu);
	ret = misc_register(&edu->misc);
	if (ret)
		goto err_irq;
	dev_info(&pdev->dev, "%s: edu %u.%u at irq %d\n", edu->name,
		 edu->info.version >> 8, edu->info.version & 0xff, edu->irq);
	return 0;

err_irq:
	free_irq(edu->irq, edu);
err_vectors:
	pci_free_irq_vectors(pdev);
err_buffer:
	pci_clear_master(pdev);
	dma_free_coherent(&pdev->dev, EDU_DMA_SIZE, edu->buffer, edu->buffer_dma);
err_unmap:
	pci_iounmap(pdev, edu->regs);
err_regions:
	pci_release_regions(pdev);
err_disable:
	pci_disable_device(pdev);
err_put:
	kref_put(&edu->refs, edu_free);
	return ret;
}

static void edu_remove(struct pci_dev *pdev)
{
	struct edu *edu = pci_get_drvdata(pdev);

	misc_deregister(&edu->misc);
	/* whoever has the lock finishes first, the rest is turned away */
	mutex_lock(&edu->lock);
	WRITE_ONCE(edu->gone, true);
	mutex_unlock(&edu->lock);
	wake_up_all(&edu->wait);

	free_irq(edu->irq, edu);
	pci_free_irq_vectors(pdev);
	pci_clear_master(pdev);
	dma_free_coherent(&pdev->dev, EDU_DMA_SIZE, edu->buffer, edu->buffer_dma);
	pci_iounmap(pdev, edu->regs);
	pci_release_regions(pdev);
	pci_disable_device(pdev);
	kref_put(&edu->refs, edu_free);
}

static const struct pci_device_id edu_devices[] = {
	{ PCI_DEVICE(EDU_VENDOR, EDU_DEVICE) },
	{ }
};
MODULE_DEVICE_TABLE(pci, edu_devices);

static struct pci_driver edu_driver = {
	.name = KBUILD_MODNAME,
	.id_table = edu_devices,
	.probe = edu_probe,
	.remove = edu_remove,
};
module_pci_driver(edu_driver);

MODULE_DESCRIPTION("QEMU educational PCI device");
MODULE_LICENSE("GPL");
