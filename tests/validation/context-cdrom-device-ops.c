// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/cdrom.h>

static int on_open(struct cdrom_device_info *p0, int p1)
{
	return 0;
}

static void on_release(struct cdrom_device_info *p0)
{
}

static int on_drive_status(struct cdrom_device_info *p0, int p1)
{
	return 0;
}

static unsigned int on_check_events(struct cdrom_device_info *p0, unsigned int p1, int p2)
{
	return 0;
}

static int on_tray_move(struct cdrom_device_info *p0, int p1)
{
	return 0;
}

static int on_lock_door(struct cdrom_device_info *p0, int p1)
{
	return 0;
}

static int on_select_speed(struct cdrom_device_info *p0, int p1)
{
	return 0;
}

static int on_get_last_session(struct cdrom_device_info *p0, struct cdrom_multisession *p1)
{
	return 0;
}

static int on_get_mcn(struct cdrom_device_info *p0, struct cdrom_mcn *p1)
{
	return 0;
}

static int on_reset(struct cdrom_device_info *p0)
{
	return 0;
}

static int on_audio_ioctl(struct cdrom_device_info *p0, unsigned int p1, void *p2)
{
	return 0;
}

static int on_generic_packet(struct cdrom_device_info *p0, struct packet_command *p1)
{
	return 0;
}

static int on_read_cdda_bpc(struct cdrom_device_info *p0, void *p1, u32 p2, u32 p3, u8 *p4)
{
	return 0;
}

struct cdrom_device_ops table = {
	.open = on_open,
	.release = on_release,
	.drive_status = on_drive_status,
	.check_events = on_check_events,
	.tray_move = on_tray_move,
	.lock_door = on_lock_door,
	.select_speed = on_select_speed,
	.get_last_session = on_get_last_session,
	.get_mcn = on_get_mcn,
	.reset = on_reset,
	.audio_ioctl = on_audio_ioctl,
	.generic_packet = on_generic_packet,
	.read_cdda_bpc = on_read_cdda_bpc,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct cdrom_device_ops
 * context: on_open: process
 * context: on_release: process
 * context: on_drive_status: process
 * context: on_check_events: process
 * context: on_tray_move: process
 * context: on_lock_door: process
 * context: on_select_speed: process
 * context: on_get_last_session: process
 * context: on_get_mcn: process
 * context: on_reset: process
 * context: on_audio_ioctl: process
 * context: on_generic_packet: process
 * context: on_read_cdda_bpc: process
 */
