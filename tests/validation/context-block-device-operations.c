// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/blkdev.h>

static void on_submit_bio(struct bio *p0)
{
}

static int on_poll_bio(struct bio *p0, struct io_comp_batch *p1, unsigned int p2)
{
	return 0;
}

static int on_open(struct block_device *p0, fmode_t p1)
{
	return 0;
}

static void on_release(struct gendisk *p0, fmode_t p1)
{
}

static int on_rw_page(struct block_device *p0, sector_t p1, struct page *p2, enum req_op p3)
{
	return 0;
}

static int on_ioctl(struct block_device *p0, fmode_t p1, unsigned int p2, unsigned long p3)
{
	return 0;
}

static int on_compat_ioctl(struct block_device *p0, fmode_t p1, unsigned int p2, unsigned long p3)
{
	return 0;
}

static unsigned int on_check_events(struct gendisk *p0, unsigned int p1)
{
	return 0;
}

static void on_unlock_native_capacity(struct gendisk *p0)
{
}

static int on_getgeo(struct block_device *p0, struct hd_geometry *p1)
{
	return 0;
}

static int on_set_read_only(struct block_device *p0, bool p1)
{
	return 0;
}

static void on_free_disk(struct gendisk *p0)
{
}

static void on_swap_slot_free_notify(struct block_device *p0, unsigned long p1)
{
}

static int on_report_zones(struct gendisk *p0, sector_t p1, unsigned int p2, report_zones_cb p3,
	void *p4)
{
	return 0;
}

static char *on_devnode(struct gendisk *p0, umode_t *p1)
{
	return 0;
}

static int on_get_unique_id(struct gendisk *p0, u8 *p1, enum blk_unique_id p2)
{
	return 0;
}

static int on_alternative_gpt_sector(struct gendisk *p0, sector_t *p1)
{
	return 0;
}

struct block_device_operations table = {
	.submit_bio = on_submit_bio,
	.poll_bio = on_poll_bio,
	.open = on_open,
	.release = on_release,
	.rw_page = on_rw_page,
	.ioctl = on_ioctl,
	.compat_ioctl = on_compat_ioctl,
	.check_events = on_check_events,
	.unlock_native_capacity = on_unlock_native_capacity,
	.getgeo = on_getgeo,
	.set_read_only = on_set_read_only,
	.free_disk = on_free_disk,
	.swap_slot_free_notify = on_swap_slot_free_notify,
	.report_zones = on_report_zones,
	.devnode = on_devnode,
	.get_unique_id = on_get_unique_id,
	.alternative_gpt_sector = on_alternative_gpt_sector,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct block_device_operations
 * context: on_submit_bio: process
 * context: on_poll_bio: process atomic
 * context: on_open: process
 * context: on_release: process
 * context: on_rw_page: process
 * context: on_ioctl: process
 * context: on_compat_ioctl: process
 * context: on_check_events: process
 * context: on_unlock_native_capacity: process
 * context: on_getgeo: process
 * context: on_set_read_only: process
 * context: on_free_disk: process
 * context: on_swap_slot_free_notify: process atomic
 * context: on_report_zones: process
 * context: on_devnode: process
 * context: on_get_unique_id: process
 * context: on_alternative_gpt_sector: process
 */
