// SPDX-License-Identifier: GPL-2.0-only
#include <linux/module.h>
#include <linux/console.h>
#include <linux/vt_kern.h>
#include <linux/console_struct.h>

static const char *on_con_startup(void)
{
	return 0;
}

static void on_con_init(struct vc_data *p0, bool p1)
{
}

static void on_con_deinit(struct vc_data *p0)
{
}

static void on_con_clear(struct vc_data *p0, unsigned int p1, unsigned int p2, unsigned int p3)
{
}

static void on_con_putc(struct vc_data *p0, int p1, int p2, int p3)
{
}

static void on_con_putcs(struct vc_data *p0, const unsigned short *p1, int p2, int p3, int p4)
{
}

static void on_con_cursor(struct vc_data *p0, int p1)
{
}

static bool on_con_scroll(struct vc_data *p0, unsigned int p1, unsigned int p2, enum con_scroll
	p3, unsigned int p4)
{
	return 0;
}

static bool on_con_switch(struct vc_data *p0)
{
	return 0;
}

static int on_con_blank(struct vc_data *p0, int p1, int p2)
{
	return 0;
}

static int on_con_font_set(struct vc_data *p0, struct console_font *p1, unsigned int p2)
{
	return 0;
}

static int on_con_font_get(struct vc_data *p0, struct console_font *p1)
{
	return 0;
}

static int on_con_font_default(struct vc_data *p0, struct console_font *p1, char *p2)
{
	return 0;
}

static int on_con_resize(struct vc_data *p0, unsigned int p1, unsigned int p2, unsigned int p3)
{
	return 0;
}

static void on_con_set_palette(struct vc_data *p0, const unsigned char *p1)
{
}

static void on_con_scrolldelta(struct vc_data *p0, int p1)
{
}

static int on_con_set_origin(struct vc_data *p0)
{
	return 0;
}

static void on_con_save_screen(struct vc_data *p0)
{
}

static u8 on_con_build_attr(struct vc_data *p0, u8 p1, enum vc_intensity p2, bool p3, bool p4,
	bool p5, bool p6)
{
	return 0;
}

static void on_con_invert_region(struct vc_data *p0, u16 *p1, int p2)
{
}

static u16 *on_con_screen_pos(const struct vc_data *p0, int p1)
{
	return 0;
}

static unsigned long on_con_getxy(struct vc_data *p0, unsigned long p1, int *p2, int *p3)
{
	return 0;
}

static void on_con_flush_scrollback(struct vc_data *p0)
{
}

static int on_con_debug_enter(struct vc_data *p0)
{
	return 0;
}

static int on_con_debug_leave(struct vc_data *p0)
{
	return 0;
}

struct consw table = {
	.con_startup = on_con_startup,
	.con_init = on_con_init,
	.con_deinit = on_con_deinit,
	.con_clear = on_con_clear,
	.con_putc = on_con_putc,
	.con_putcs = on_con_putcs,
	.con_cursor = on_con_cursor,
	.con_scroll = on_con_scroll,
	.con_switch = on_con_switch,
	.con_blank = on_con_blank,
	.con_font_set = on_con_font_set,
	.con_font_get = on_con_font_get,
	.con_font_default = on_con_font_default,
	.con_resize = on_con_resize,
	.con_set_palette = on_con_set_palette,
	.con_scrolldelta = on_con_scrolldelta,
	.con_set_origin = on_con_set_origin,
	.con_save_screen = on_con_save_screen,
	.con_build_attr = on_con_build_attr,
	.con_invert_region = on_con_invert_region,
	.con_screen_pos = on_con_screen_pos,
	.con_getxy = on_con_getxy,
	.con_flush_scrollback = on_con_flush_scrollback,
	.con_debug_enter = on_con_debug_enter,
	.con_debug_leave = on_con_debug_leave,
};

MODULE_LICENSE("GPL");
/*
 * check-name: contexts of the operations of struct consw
 * context: on_con_startup: process atomic hardirq
 * context: on_con_init: process atomic hardirq
 * context: on_con_deinit: process atomic hardirq
 * context: on_con_clear: process atomic hardirq
 * context: on_con_putc: process atomic hardirq
 * context: on_con_putcs: process atomic hardirq
 * context: on_con_cursor: process atomic hardirq
 * context: on_con_scroll: process atomic hardirq
 * context: on_con_switch: process atomic hardirq
 * context: on_con_blank: process atomic hardirq
 * context: on_con_font_set: process atomic hardirq
 * context: on_con_font_get: process atomic hardirq
 * context: on_con_font_default: process atomic hardirq
 * context: on_con_resize: process atomic hardirq
 * context: on_con_set_palette: process atomic hardirq
 * context: on_con_scrolldelta: process atomic hardirq
 * context: on_con_set_origin: process atomic hardirq
 * context: on_con_save_screen: process atomic hardirq
 * context: on_con_build_attr: process atomic hardirq
 * context: on_con_invert_region: process atomic hardirq
 * context: on_con_screen_pos: process atomic hardirq
 * context: on_con_getxy: process atomic hardirq
 * context: on_con_flush_scrollback: process atomic hardirq
 * context: on_con_debug_enter: process atomic hardirq
 * context: on_con_debug_leave: process atomic hardirq
 */
