// SPDX-License-Identifier: GPL-2.0-only
/*
 * /dev/mdrv/<session>: regions of the driver (I/O memory, coherent DMA memory) for
 * mapping into the daemon. Pages are inserted at fault time under map_mutex, so
 * that a region that goes, or a session that ends, can take all of them back.
 */
#include <linux/cdev.h>
#include <linux/fs.h>
#include <linux/idr.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include "internal.h"

#define MINORS	1024

static dev_t first;
static struct class *class;
static struct cdev cdev;
static DEFINE_IDA(ids);

/* The region mapped at byte @offset of the device file, copied. A standby has none yet. */
static bool find_region(struct mdrv_session *s, u64 offset, struct mdrv_entry *found)
{
	struct mdrv_state *st = s->state;
	struct rb_node *n;
	bool ok = false;

	spin_lock_irq(&st->lock);
	for (n = rb_first(&st->registry); n && st->session == s && !s->dead && !ok;
	     n = rb_next(n)) {
		struct mdrv_entry *e = rb_entry(n, struct mdrv_entry, node);

		if (e->map && offset >= e->map &&
		    offset - e->map < PAGE_ALIGN(e->size + offset_in_page(e->phys))) {
			*found = *e;
			ok = true;
		}
	}
	spin_unlock_irq(&st->lock);
	return ok;
}

static unsigned long region_pfn(const struct mdrv_entry *e, u64 offset)
{
	unsigned long addr = e->addr + offset;

	if (e->io)
		return PHYS_PFN(e->phys) + PHYS_PFN(offset);
	return is_vmalloc_addr((void *)addr) ? vmalloc_to_pfn((void *)addr) :
		page_to_pfn(virt_to_page((void *)addr));
}

static vm_fault_t region_fault(struct vm_fault *vmf)
{
	struct mdrv_session *s = vmf->vma->vm_private_data;
	u64 offset = (u64)vmf->pgoff << PAGE_SHIFT;
	vm_fault_t ret = VM_FAULT_SIGBUS;
	struct mdrv_entry e;

	mutex_lock(&s->map_mutex);
	if (find_region(s, offset, &e))
		ret = vmf_insert_pfn(vmf->vma, vmf->address, region_pfn(&e, offset - e.map));
	mutex_unlock(&s->map_mutex);
	return ret;
}

static const struct vm_operations_struct region_vm_ops = { .fault = region_fault };

static int region_mmap(struct file *file, struct vm_area_struct *vma)
{
	struct mdrv_session *s = file->private_data;
	u64 offset = (u64)vma->vm_pgoff << PAGE_SHIFT;
	struct mdrv_entry e;

	if (!(vma->vm_flags & VM_SHARED) || (vma->vm_flags & VM_EXEC))
		return -EPERM;
	if (!find_region(s, offset, &e) || offset != e.map ||
	    vma->vm_end - vma->vm_start > PAGE_ALIGN(e.size + offset_in_page(e.phys)))
		return -ENXIO;
	if (e.io)
		vma->vm_page_prot = pgprot_noncached(vma->vm_page_prot);
	mdrv_vm_flags_set(vma, VM_IO | VM_PFNMAP | VM_DONTEXPAND | VM_DONTDUMP | VM_DONTCOPY);
	mdrv_vm_flags_clear(vma, VM_MAYEXEC);
	vma->vm_private_data = s;
	vma->vm_ops = &region_vm_ops;
	return 0;
}

/* Only the process that attached, through one device node. */
static int region_open(struct inode *inode, struct file *file)
{
	struct mdrv_session *s = mdrv_session_by_id(iminor(inode));
	int err = 0;

	if (!s)
		return -ENODEV;
	mutex_lock(&s->map_mutex);
	if (task_tgid(current) != s->pid)
		err = -EPERM;
	else if (s->inode && s->inode != inode)
		err = -EBUSY;
	else if (!s->inode)
		s->inode = igrab(inode);
	mutex_unlock(&s->map_mutex);
	if (err) {
		mdrv_session_put(s);
		return err;
	}
	file->private_data = s;
	return 0;
}

static int region_release(struct inode *inode, struct file *file)
{
	mdrv_session_put(file->private_data);
	return 0;
}

static const struct file_operations region_fops = {
	.owner = THIS_MODULE,
	.open = region_open,
	.release = region_release,
	.mmap = region_mmap,
	.llseek = noop_llseek,
};

/* Take every page back; what is still a region faults in again. May sleep. */
void mdrv_chardev_zap(struct mdrv_session *s)
{
	mutex_lock(&s->map_mutex);
	if (s->inode)
		unmap_mapping_range(s->inode->i_mapping, 0, 0, 1);
	mutex_unlock(&s->map_mutex);
}

/* Gives the session its number. */
int mdrv_chardev_add(struct mdrv_session *s)
{
	struct device *dev;
	int id = ida_alloc_range(&ids, 1, MINORS - 1, GFP_KERNEL);

	if (id < 0)
		return id;
	dev = device_create(class, NULL, first + id, NULL, "mdrv%d", id);
	if (IS_ERR(dev)) {
		ida_free(&ids, id);
		return PTR_ERR(dev);
	}
	s->id = id;
	return 0;
}

void mdrv_chardev_remove(u32 id)
{
	device_destroy(class, first + id);
	ida_free(&ids, id);
}

static char *devnode(MDRV_DEVNODE_DEVICE *dev, umode_t *mode)
{
	if (mode)
		*mode = 0600;
	return kasprintf(GFP_KERNEL, "mdrv/%u", MINOR(dev->devt));
}

int mdrv_chardev_init(void)
{
	int err = alloc_chrdev_region(&first, 0, MINORS, "mdrv");

	if (err)
		return err;
	class = mdrv_class_create("mdrv");
	if (IS_ERR(class)) {
		err = PTR_ERR(class);
		goto err_class;
	}
	class->devnode = devnode;
	cdev_init(&cdev, &region_fops);
	cdev.owner = THIS_MODULE;
	err = cdev_add(&cdev, first, MINORS);
	if (err)
		goto err_cdev;
	return 0;

err_cdev:
	class_destroy(class);
err_class:
	unregister_chrdev_region(first, MINORS);
	return err;
}

void mdrv_chardev_exit(void)
{
	cdev_del(&cdev);
	class_destroy(class);
	unregister_chrdev_region(first, MINORS);
	ida_destroy(&ids);
}
